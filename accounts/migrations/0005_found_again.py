"""Names are read in more writings as one: what members are sorted and found by is worked out anew."""

from django.db import migrations

from core.keys import email_key, name_key
from core.text import pieces

BATCH = 500


def fill(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    batch = []
    for user in User.objects.order_by("pk").iterator(chunk_size=BATCH):
        user.sort_name = name_key(user.name or user.email)[:400]
        user.pieces = sorted(pieces(user.sort_name) | pieces(email_key(user.email)))
        batch.append(user)
        if len(batch) == BATCH:
            User.objects.bulk_update(batch, ["sort_name", "pieces"])
            batch = []
    User.objects.bulk_update(batch, ["sort_name", "pieces"])


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_where_members_signed_in'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
