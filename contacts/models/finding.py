"""What a student found out about a person before the conversation (docs/CRAFT.md, "Research")."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from centre.models import Removed
from centre.one_owner import OneOwner
from centre.ownership import OwnedQuerySet
from contacts.models.contact import Contact
from core.models import Version, Versioned

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# More than anybody reads before half an hour's talk.
MOST = 60


class FindingQuerySet(OwnedQuerySet["Finding"]):
    owner_path = "contact__owner"

    def oldest_first(self) -> Self:
        return self.order_by("found_at", "pk")

    def in_short(self, most: int) -> ArraySubquery:
        """Of the first `most` about each person their kind and text, as a column of that person's row."""
        first = self.filter(contact=OuterRef("pk")).oldest_first()[:most]
        return ArraySubquery(first.values_list(JSONObject(kind="kind", text="text")))


class Finding(Versioned):
    """One fact with its source, from which a specific question can be made."""

    class Kind(models.TextChoices):
        PATH = "path", _("Career path")
        ROLE = "role", _("Current role")
        PROJECT = "project", _("Project")
        WORK = "work", _("Writing or talk")
        ORGANISATION = "organisation", _("Organisation")
        FIELD = "field", _("Field")

    class Full(Exception):
        """The sheet holds as much as anybody can read before a talk."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="findings", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=600)
    source_link = models.URLField(max_length=500, blank=True)
    found_at = models.DateTimeField()

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="finding_one_owner", paths=("contact__owner",))]
        indexes = [models.Index(fields=["contact", "found_at", "id"], name="finding_oldest")]

    def __str__(self) -> str:
        return self.text

    @property
    def strike_out(self) -> str:
        """The question that this finding answers already, so that it need not be asked."""
        return str(LOOK_FOR[self.Kind(self.kind)].strike_out)

    @classmethod
    def find(cls, contact: Contact, *, now: datetime, kind: str, text: str, source_link: str = "") -> "Finding":
        """Put a finding on the sheet of `contact`. Raises Finding.Full."""
        with contact.transition():
            if cls.objects.filter(contact=contact).count() >= MOST:
                raise cls.Full
            return cls.objects.create(contact=contact, found_at=now, kind=kind, text=text, source_link=source_link)

    def revise(self, *, seen: Version | None, kind: str, text: str, source_link: str) -> None:
        """Word the finding anew. Raises Finding.Stale."""
        self.revise_fields(seen=seen, kind=kind, text=text, source_link=source_link)

    def drop(self, *, now: datetime) -> Removed:
        """Take the finding off the sheet; for a day it can be put back."""
        contact = self.contact
        with contact.transition():
            return Removed.take(self, owner=contact.owner_id, now=now, place=contact, about=contact)

    @classmethod
    def restore(cls, removed: Removed, contact: Contact) -> "Finding":
        """Put a finding back on the sheet of `contact`. Raises Finding.Full, Removed.Gone."""
        with contact.transition():
            if cls.objects.filter(contact=contact).count() >= MOST:
                raise cls.Full
            found: Finding = removed.put_back()
        return found


class LookFor(NamedTuple):
    """What to look for, and what a website answers, which is therefore not asked (docs/CRAFT.md, "Research")."""

    hint: "StrPromise"
    strike_out: "StrPromise"


LOOK_FOR = {
    Finding.Kind.PATH: LookFor(
        _("Where they studied and worked before. Look at their profile, or read an interview with them."),
        _("Where did you study, and where did you work before?"),
    ),
    Finding.Kind.ROLE: LookFor(
        _("What their job involves, how long they’ve done it and who they work with."),
        _("What is your job title?"),
    ),
    Finding.Kind.PROJECT: LookFor(
        _("Something they built or led, and the result."),
        _("Which projects have you worked on?"),
    ),
    Finding.Kind.WORK: LookFor(
        _("An article, talk or podcast. Note one point you’d like to ask about."),
        _("Have you written or said anything about this?"),
    ),
    Finding.Kind.ORGANISATION: LookFor(
        _("What it does, how big it is and its news this year."),
        _("What does your organisation do?"),
    ),
    Finding.Kind.FIELD: LookFor(
        _("Words that people in this field use, and what they disagree about now."),
        _("What is your field about?"),
    ),
}
