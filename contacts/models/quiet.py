"""People who asked that students of this centre do not write to them: kept as keyed hashes, never as addresses."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils.crypto import salted_hmac

from contacts.events import silenced
from contacts.models.contact import Contact
from core.locking import transition

_NOT_AN_ADDRESS = re.compile(r"^[a-z]+://(www\.)?|[?#].*$|/+$")


class Quiet(models.Model):
    """One address at which nobody of this centre wants to be a burden any more."""

    # A hash keyed by the installation's secret: nobody can read from it who asked, or try a list of addresses on it.
    key = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="quiet_key")]

    def __str__(self) -> str:
        return self.key[:8]

    @classmethod
    def add(cls, contact: Contact, *, now: datetime) -> None:
        """Leave `contact` alone from now on, whichever student knows them, also when they are added anew."""
        with transition():
            Quiet.objects.bulk_create((Quiet(key=key, since=now) for key in _keys(contact)), ignore_conflicts=True)
            for known in Contact.objects.known_as(contact).order_by("pk"):
                with known.transition():
                    silenced.send(Contact, contact=known, now=now)

    @classmethod
    def holds(cls, contact: Contact) -> bool:
        """Whether `contact` asked not to be written to."""
        return cls.objects.filter(key__in=_keys(contact)).exists()

    @classmethod
    def among(cls, people: Iterable[Contact]) -> set[int]:
        """The pks of those of `people` who asked not to be written to: one query."""
        keys = {key: contact.pk for contact in people for key in _keys(contact)}
        found = cls.objects.filter(key__in=keys).values_list("key", flat=True)
        return {keys[key] for key in found}


def _keys(contact: Contact) -> list[str]:
    """The keys of every way in which they can be reached, and of the row itself, which outlives its addresses."""
    signs = [f"row:{contact.pk}"]
    if contact.email:
        signs.append(f"email:{_normal(contact.email)}")
    if digits := re.sub(r"\D", "", contact.phone).lstrip("0"):
        signs.append(f"phone:{digits}")
    if contact.profile_link:
        signs.append(f"link:{_NOT_AN_ADDRESS.sub('', contact.profile_link.casefold())}")
    return [salted_hmac("quiet", one, algorithm="sha256").hexdigest() for one in signs]


def _normal(email: str) -> str:
    """The address without case and without the tag that some put behind a plus (RFC 5233)."""
    local, _at, domain = email.strip().casefold().rpartition("@")
    return f"{local.split('+')[0]}@{domain}"
