"""A number is read without other endings and rooms beside it: everybody gets their keys anew, and so does silence."""

from importlib import import_module

from django.db import migrations

fill = import_module("contacts.migrations.0005_keys_again").fill


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0011_standing_says_which_job'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
