"""The shared cache goes: what is counted is a row of core_bucket, which nothing throws out while it counts."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0006_installation_uploads")]
    operations = [
        migrations.RunSQL(
            "DROP TABLE IF EXISTS core_cache",
            "CREATE TABLE IF NOT EXISTS core_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
            " expires timestamptz NOT NULL); CREATE INDEX IF NOT EXISTS core_cache_expires ON core_cache (expires)",
        )
    ]
