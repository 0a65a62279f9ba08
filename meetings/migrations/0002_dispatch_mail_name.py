"""Letters keep the name of their mail; those of the last month, which are still known, get theirs."""

from django.db import migrations, models

FILL = """
UPDATE meetings_dispatch d SET mail_name = m.message_id
FROM core_mail m WHERE m.once = 'letter:' || d.message_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0001_initial'),
        ('core', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='dispatch',
            name='mail_name',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='dispatch',
            constraint=models.UniqueConstraint(condition=models.Q(('mail_name', ''), _negated=True), fields=('mail_name',), name='dispatch_mail_name'),
        ),
    ]
