"""People are recognised by keys, and the list of those who want to be left alone is asked by the same keys."""

import re

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models
from django.utils.crypto import salted_hmac

from contacts.models.identity import READ_BY, identity
from core.keys import name_key

SEARCHED = ("name", "form_of_address", "role", "organisation", "field")
BATCH = 500


def fill(apps, schema_editor):
    """Give everybody their keys; whoever stands in the list in an old writing stands there in the new one too."""
    Contact, Quiet = apps.get_model("contacts", "Contact"), apps.get_model("contacts", "Quiet")
    quiet = dict(Quiet.objects.values_list("key", "since"))
    batch = []
    for contact in Contact.objects.order_by("pk").iterator(chunk_size=BATCH):
        known = identity(**{name: getattr(contact, name) for name in READ_BY})
        contact.keys = sorted(known.has)
        contact.sort_name = name_key(contact.name)[:400]
        contact.search_words = name_key(" ".join([*(getattr(contact, name) for name in SEARCHED), *contact.tags]))
        batch.append(contact)
        since = next((quiet[key] for key in map(hashed, old_signs(contact)) if key in quiet), None)
        if since is not None:
            new = (Quiet(key=hashed(sign), since=since) for sign in {*known.has, f"row:{contact.pk}"})
            Quiet.objects.bulk_create(new, ignore_conflicts=True)
        if len(batch) == BATCH:
            write(Contact, batch)
            batch = []
    write(Contact, batch)


def write(Contact, batch):
    Contact.objects.bulk_update(batch, ["keys", "sort_name", "search_words"])


def hashed(sign):
    return salted_hmac("quiet", sign, algorithm="sha256").hexdigest()


def old_signs(contact):
    """What the list was asked by until now."""
    yield f"row:{contact.pk}"
    if contact.email:
        local, _at, domain = contact.email.strip().casefold().rpartition("@")
        yield f"email:{local.split('+')[0]}@{domain}"
    if digits := re.sub(r"\D", "", contact.phone).lstrip("0"):
        yield f"phone:{digits}"
    if contact.profile_link:
        yield "link:" + re.sub(r"^[a-z]+://(www\.)?|[?#].*$|/+$", "", contact.profile_link.casefold())


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='keys',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, editable=False, size=None),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveIndex(
            model_name='contact',
            name='contact_by_address',
        ),
        migrations.AddIndex(
            model_name='contact',
            index=django.contrib.postgres.indexes.GinIndex(fields=['keys'], name='contact_by_keys'),
        ),
    ]
