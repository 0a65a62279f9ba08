"""The keys read more writings as one: everybody gets theirs anew, and whoever wants to be left alone is so by all."""

from importlib import import_module

from django.db import migrations

fill = import_module("contacts.migrations.0005_keys_again").fill


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0006_warmth_in_words'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
