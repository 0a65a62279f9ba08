"""The reason for calling off may be a whole line of the contact's."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0004_before_held'),
    ]

    operations = [
        migrations.AlterField(
            model_name='meeting',
            name='cancel_reason',
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
