"""The stamp of an installation names its database, too; what was a copy before stays one."""

from django.db import migrations

from core.models.installation import STAMP

BEFORE = "SELECT system_identifier::text || '/' || %s::regclass::oid::text FROM pg_control_system()"


def say_the_database(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE core_installation SET stamp = ({STAMP}) WHERE stamp = ({BEFORE})", ["core_installation"] * 2
        )


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0009_mail_sent"),
    ]

    operations = [
        migrations.RunPython(say_the_database, migrations.RunPython.noop),
    ]
