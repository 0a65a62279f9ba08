"""People whom a contact named: they become contacts, with their referrer."""

from contextlib import suppress
from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from centre.models import Removed
from centre.one_owner import OneOwner
from coach.wording import isolated
from contacts.models import Contact, Touch
from core.keys import name_key
from core.locking import transition
from meetings.models import Meeting
from meetings.models.meeting import OfMeetingQuerySet

# More names than anybody follows up after one talk.
MOST = 30


class NamedPersonQuerySet(OfMeetingQuerySet["NamedPerson"]):
    def in_order(self) -> Self:
        return self.order_by("named_at", "pk")


class NamedPerson(models.Model):
    """Somebody who was named in a conversation."""

    class Full(Exception):
        """More names than anybody follows up."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=200)
    about = models.CharField(max_length=300, blank=True)
    may_use_name = models.BooleanField(default=False)
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    named_at = models.DateTimeField()

    objects = NamedPersonQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="named_one_owner", paths=("meeting__owner", "contact__owner"))]
        indexes = [models.Index(fields=["meeting", "named_at", "id"], name="named_in_order")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, meeting: Meeting, *, now: datetime, name: str, about: str, may_use_name: bool) -> "NamedPerson":
        """Keep the name of somebody whom the contact named, in the same words once. Raises Full."""
        kept = {"name": name, "about": about, "may_use_name": may_use_name}
        with transition(meeting):
            if known := cls.objects.filter(meeting=meeting, **kept).first():
                return known
            if cls.objects.filter(meeting=meeting).count() >= MOST:
                raise cls.Full
            return cls.objects.create(meeting=meeting, named_at=now, **kept)

    @classmethod
    def hear(cls, meeting: Meeting, *, now: datetime, name: str, about: str, may_use_name: bool) -> "NamedPerson":
        """Keep the name that the contact gave on their own page; named once more, what they say now replaces it."""
        with transition(meeting):
            rows, key = cls.objects.filter(meeting=meeting).in_order(), name_key(name)
            known = next((row for row in rows if name_key(row.name) == key), None)
            if known is None:
                # Few are named there (Reply.NamedEnough), and none is lost because the student wrote many down.
                kept = {"name": name, "about": about, "may_use_name": may_use_name}
                return cls.objects.create(meeting=meeting, named_at=now, **kept)
            if known.contact_id is None:
                known.name, known.about, known.may_use_name = name, about, may_use_name
                known.save(update_fields=["name", "about", "may_use_name"])
            return known

    def become_contact(self, *, by: User, now: datetime) -> Contact:
        """A contact of this name with its referrer; the one that it became already, when it did."""
        with transition(self):
            if self.contact is None:
                referrer = self.meeting.contact
                contact = Contact.add(
                    by=by,
                    now=now,
                    anyway=True,
                    name=self.name,
                    known=Contact.Known.REFERRAL,
                    known_words=self.how_known(),
                    referred_by=referrer,
                    referrer_unnamed=not self.may_use_name,
                    field=referrer.field,
                )
                self._joined(contact, now=now)
                return contact
            return self.contact

    def link(self, contact: Contact, *, now: datetime) -> None:
        """Say that this is `contact`, who is known already; they gain a referrer where they had none."""
        with transition(self):
            if self.contact is not None:
                return
            if contact.referred_by is None:
                # Whoever led to the referrer, or is the referrer, stays as they are.
                with suppress(Contact.Circle):
                    contact.revise(
                        seen=None, referred_by_id=self.meeting.contact_id, referrer_unnamed=not self.may_use_name
                    )
            self._joined(contact, now=now)

    def remove(self, *, now: datetime) -> Removed:
        """Forget the name, a day later for good; a contact that came of it stays."""
        with transition(self.meeting):
            meeting = self.meeting
            return Removed.take(self, owner=meeting.owner_id, now=now, place=meeting, about=meeting.contact)

    @staticmethod
    def restore(removed: Removed, meeting: Meeting) -> "NamedPerson":
        """Keep the name again after all. Raises Removed.Gone."""
        with transition(meeting):
            person: NamedPerson = removed.put_back()
        return person

    def how_known(self) -> str:
        """How the student knows this person, in one or two sentences; who suggested them only where it may be said."""
        if not self.may_use_name:
            return self.about
        words = _("%(referrer)s suggested them.") % {"referrer": self.meeting.contact.name}
        words += " " + _("I can say so.")
        return f"{words} {self.about}".strip()

    def _joined(self, contact: Contact, *, now: datetime) -> None:
        self.contact = contact
        self.save(update_fields=["contact"])
        Touch.log(
            self.meeting.contact,
            Touch.Kind.REFERRED,
            at=now,
            words=_("Suggested %(name)s to me.") % {"name": isolated(contact.name)},
            link=contact.get_absolute_url(),
        )
