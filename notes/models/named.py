"""People whom a contact named: they become contacts, with their referrer."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils.translation import gettext as _

from centre.ownership import OwnedQuerySet
from coach.wording import isolated
from contacts.models import Contact, Touch
from meetings.models import Meeting

if TYPE_CHECKING:
    from accounts.models import User


class NamedPersonQuerySet(OwnedQuerySet["NamedPerson"]):
    owner_path = "meeting__owner"

    def in_order(self) -> Self:
        return self.order_by("named_at", "pk")

    def not_yet_known(self) -> Self:
        return self.filter(contact=None)


class NamedPerson(models.Model):
    """Somebody who was named in a conversation."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=200)
    about = models.CharField(max_length=300, blank=True)
    may_use_name = models.BooleanField(default=False)
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    named_at = models.DateTimeField()

    objects = NamedPersonQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["meeting", "named_at", "id"], name="named_in_order")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(
        cls, meeting: Meeting, *, by: "User", now: datetime, name: str, about: str, may_use_name: bool
    ) -> "NamedPerson":
        """Keep the name of somebody whom the contact named."""
        with transaction.atomic():
            meeting.locked()
            kept = {"name": name, "about": about, "may_use_name": may_use_name}
            person = cls.objects.create(meeting=meeting, named_at=now, **kept)
            Meeting.objects.filter(pk=meeting.pk).refresh_has()
        return person

    def become_contact(self, *, by: "User", now: datetime) -> Contact:
        """A contact of this name with its referrer; the one that it became already, when it did."""
        with transaction.atomic():
            row = self._locked()
            contact = row.contact
            if contact is None:
                referrer = row.meeting.contact
                contact = Contact.add(
                    by=by,
                    now=now,
                    anyway=True,
                    name=row.name,
                    known=Contact.Known.REFERRAL,
                    known_words=row.how_known(),
                    referred_by=referrer,
                    field=referrer.field,
                )
                row._joined(contact, now=now)
        self.contact = contact
        return contact

    def link(self, contact: Contact, *, by: "User", now: datetime) -> None:
        """Say that this is `contact`, who is known already; they gain a referrer where they had none."""
        with transaction.atomic():
            row = self._locked()
            if row.contact is None:
                if contact.referred_by is None:
                    # Whoever led to the referrer, or is the referrer, stays as they are.
                    with suppress(Contact.Circle), transaction.atomic():
                        contact.revise(seen=None, referred_by_id=row.meeting.contact_id)
                row._joined(contact, now=now)
        self.contact = row.contact

    def remove(self, *, by: "User") -> None:
        """Forget the name; a contact that came of it stays."""
        with transaction.atomic():
            self.meeting.locked()
            self.delete()
            Meeting.objects.filter(pk=self.meeting_id).refresh_has()

    def how_known(self) -> str:
        """How the student knows this person, in one or two sentences."""
        words = _("%(referrer)s named them.") % {"referrer": self.meeting.contact.name}
        if self.may_use_name:
            words += " " + _("I may say so.")
        return f"{words} {self.about}".strip()[:400]

    def _locked(self) -> "NamedPerson":
        rows = NamedPerson.objects.select_for_update(of=("self",)).select_related("meeting__contact", "contact")
        return rows.get(pk=self.pk)

    def _joined(self, contact: Contact, *, now: datetime) -> None:
        self.contact = contact
        self.save(update_fields=["contact"])
        self.meeting.contact.touch(
            Touch.Kind.REFERRED,
            at=now,
            words=_("Named %(name)s to me.") % {"name": isolated(contact.name)},
            link=contact.get_absolute_url(),
        )
