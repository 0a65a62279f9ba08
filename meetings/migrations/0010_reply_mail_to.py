"""Where a contact wants their own answer mailed to: nobody left an address before."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0009_reply_mailed'),
    ]

    operations = [
        migrations.AddField(
            model_name='reply',
            name='mail_to',
            field=models.EmailField(blank=True, default='', editable=False, max_length=254),
        ),
    ]
