"""The table behind the shared cache (settings.CACHES): as Django's createcachetable would make it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "CREATE TABLE IF NOT EXISTS core_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
            " expires timestamptz NOT NULL); CREATE INDEX IF NOT EXISTS core_cache_expires ON core_cache (expires)",
            "DROP TABLE IF EXISTS core_cache",
        )
    ]
