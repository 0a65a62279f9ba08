"""Whose database this is."""

from django.db import migrations, models

from core.links import host
from core.models.installation import STAMP


def settle(apps, schema_editor):
    """The database belongs to the settings by which it was migrated first."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO core_installation (id, domain, stamp, since) SELECT 1, %s, ({STAMP}), now()",
            [host(), "core_installation"],
        )


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0003_mail_server'),
    ]

    operations = [
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('domain', models.CharField(max_length=255)),
                ('stamp', models.CharField(max_length=60)),
                ('since', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='installation_is_one')],
            },
        ),
        migrations.RunPython(settle, migrations.RunPython.noop),
    ]
