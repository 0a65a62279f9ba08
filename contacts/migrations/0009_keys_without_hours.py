"""A number is read without the hours beside it: everybody gets their keys anew, and whoever asked for silence by all."""

from importlib import import_module

from django.db import migrations

fill = import_module("contacts.migrations.0005_keys_again").fill


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0008_labels_in_plain_words'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
