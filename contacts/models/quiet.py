"""People who asked that students of this centre do not write to them: kept as keyed hashes, never as addresses."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac

from contacts.events import silenced
from contacts.models.contact import Contact
from contacts.models.identity import asked_for
from core.locking import transition

# The keys of what one person alone reads.
OWN = ("email:", "link:")


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
            keys = _hashed({*contact.identity.has, _row(contact)}, settings.SECRET_KEY)
            Quiet.objects.bulk_create((Quiet(key=key, since=now) for key in keys), ignore_conflicts=True)
            for known in Contact.objects.known_as(contact).order_by("pk"):
                with known.transition():
                    cls.follow(known)
                    silenced.send(Contact, contact=known, now=now)

    @classmethod
    def follow(cls, contact: Contact) -> None:
        """Leave `contact` alone by every way they are reached, where they asked by a mailbox or a page of theirs.

        A telephone number is no such way: others may sit at the same switchboard.
        """
        own = {key for key in contact.keys if key.startswith(OWN)}
        if asked := cls.objects.filter(key__in=_asked(contact, own)).order_by("since", "pk").first():
            keys = _hashed(contact.identity.has, settings.SECRET_KEY)
            Quiet.objects.bulk_create((Quiet(key=key, since=asked.since) for key in keys), ignore_conflicts=True)

    @classmethod
    def holds(cls, contact: Contact) -> bool:
        """Whether `contact` asked not to be written to."""
        return cls.objects.filter(key__in=_asked(contact, contact.identity.has)).exists()

    @classmethod
    def holds_address(cls, email: str) -> bool:
        """Whether somebody who reads mail at `email` asked not to be written to."""
        return cls.holds(Contact(email=email))

    @classmethod
    def among(cls, people: Iterable[Contact]) -> set[int]:
        """The pks of those of `people` who asked not to be written to: one query."""
        asked = {contact.pk: _asked(contact, contact.keys) for contact in people}
        found = set(cls.objects.filter(key__in=set().union(*asked.values())).values_list("key", flat=True))
        return {pk for pk, keys in asked.items() if not keys.isdisjoint(found)}


def _asked(contact: Contact, has: Iterable[str]) -> set[str]:
    """The keys under which they may stand, also those of before the installation's secret was changed."""
    signs = {*asked_for(has), _row(contact)}
    return {key for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS) for key in _hashed(signs, secret)}


def _row(contact: Contact) -> str:
    """The row itself, which outlives its addresses."""
    return f"row:{contact.pk}"


def _hashed(signs: Iterable[str], secret: str) -> set[str]:
    return {salted_hmac("quiet", one, secret=secret, algorithm="sha256").hexdigest() for one in signs}


def on_reached(sender: type[Contact], *, contact: Contact, **more: object) -> None:
    """Somebody was added, or is reached by another way: who asked once is left alone by that, too."""
    Quiet.follow(contact)
