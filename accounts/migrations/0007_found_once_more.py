"""Names are read in more writings as one: what members are sorted and found by is worked out anew."""

from importlib import import_module

from django.db import migrations

fill = import_module("accounts.migrations.0005_found_again").fill


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_sample_put_away'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
