"""The keys read more writings as one: everybody gets theirs anew, and whoever wants to be left alone is so by all."""

from django.conf import settings
from django.db import migrations
from django.utils.crypto import salted_hmac

from contacts.models.identity import READ_BY, asked_for, identity
from core.keys import name_key

SEARCHED = ("name", "form_of_address", "role", "organisation", "field")
BATCH = 500


def fill(apps, schema_editor):
    Contact, Quiet = apps.get_model("contacts", "Contact"), apps.get_model("contacts", "Quiet")
    quiet = dict(Quiet.objects.values_list("key", "since"))
    batch = []
    for contact in Contact.objects.order_by("pk").iterator(chunk_size=BATCH):
        before = {*asked_for(contact.keys), f"row:{contact.pk}"}
        known = identity(**{name: getattr(contact, name) for name in READ_BY})
        contact.keys = sorted(known.has)
        contact.sort_name = name_key(contact.name)[:400]
        contact.search_words = name_key(" ".join([*(getattr(contact, name) for name in SEARCHED), *contact.tags]))
        batch.append(contact)
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            since = next((quiet[key] for sign in before if (key := hashed(sign, secret)) in quiet), None)
            if since is not None:
                new = (Quiet(key=hashed(sign, secret), since=since) for sign in known.has)
                Quiet.objects.bulk_create(new, ignore_conflicts=True)
        if len(batch) == BATCH:
            write(Contact, batch)
            batch = []
    write(Contact, batch)


def write(Contact, batch):
    Contact.objects.bulk_update(batch, ["keys", "sort_name", "search_words"])


def hashed(sign, secret):
    return salted_hmac("quiet", sign, secret=secret, algorithm="sha256").hexdigest()


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0004_words_kept_whole'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
