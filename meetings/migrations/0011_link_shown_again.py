"""A link can be shown again: what the key derives it from, and when it went out. Those of before were passed on."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0010_reply_mail_to'),
    ]

    operations = [
        migrations.AddField(
            model_name='link',
            name='seed',
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='link',
            name='out_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunSQL("UPDATE meetings_link SET out_at = made_at", migrations.RunSQL.noop),
    ]
