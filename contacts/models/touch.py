"""Every touch between a student and a person, in the order it happened: the timeline."""

from datetime import date, datetime, time
from typing import Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from centre.one_owner import OneOwner
from centre.ownership import OwnedQuerySet
from contacts.events import touched
from contacts.models.contact import Contact
from core.locking import refresh_after, transition


class TouchQuerySet(OwnedQuerySet["Touch"]):
    owner_path = "contact__owner"

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def talks(self) -> Self:
        """When the two talked with each other."""
        return self.filter(kind__in=[Touch.Kind.MET, Touch.Kind.HELD])


class Touch(models.Model):
    """One touch; written by the verbs of the rooms above, or by hand."""

    class Kind(models.TextChoices):
        MET = "met", _("Met")
        ASKED = "asked", _("Asked")
        NUDGED = "nudged", _("Followed up")
        ANSWERED = "answered", _("Replied")
        ARRANGED = "arranged", _("Scheduled")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Talked")
        THANKED = "thanked", _("Thanked")
        PROMISE = "promise", _("Promise")
        REFERRED = "referred", _("Suggestion")
        KEPT = "kept", _("Kept in touch")
        NOTE = "note", _("Note")

    class By(models.TextChoices):
        """Who did it: the student, who keeps the timeline, or the contact on a page of their own."""

        STUDENT = "student", _("The student")
        CONTACT = "contact", _("The person")

    class NotYet(Exception):
        """What has not happened yet is no touch."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="touches", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField()
    # Whole, whatever sentence of ours stands before the words of a person.
    words = models.CharField(max_length=1000)
    link = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=7, choices=By, default=By.STUDENT)

    objects = TouchQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="touch_one_owner", paths=("contact__owner",))]
        indexes = [models.Index(fields=["contact", "-at", "-id"], name="touch_latest")]

    def __str__(self) -> str:
        return self.words

    @classmethod
    def log(
        cls,
        contact: Contact,
        kind: str,
        *,
        at: datetime,
        words: str,
        link: str = "",
        by: str = By.STUDENT,
    ) -> None:
        """Put a touch on the timeline of `contact`. `words`: one sentence; `link`: the path of what it is about."""
        with transition():
            cls.objects.create(contact=contact, kind=kind, at=at, words=words, link=link, by=by)
            latest = Q(last_touch_at=None) | Q(last_touch_at__lte=at)
            new: dict[str, Any] = {
                "last_touch": Case(When(latest, then=Value(words[:200])), default="last_touch"),
                "last_touch_at": Greatest("last_touch_at", Value(at)),
            }
            if kind == cls.Kind.ASKED:
                new["asked_at"] = Greatest("asked_at", Value(at))
            Contact.objects.filter(pk=contact.pk).update(**new)
            refresh_after(contact)
            touched.send(Contact, contact=contact, kind=kind, now=at)

    @classmethod
    def take_back(cls, contact: Contact, kind: str, *, at: datetime | None, link: str) -> None:
        """Take the touch off the timeline that an act put there which did not happen after all."""
        with transition(contact):
            cls.objects.filter(contact=contact, kind=kind, at=at, link=link).delete()
            latest = cls.objects.filter(contact=contact).latest_first().first()
            contact.last_touch_at = latest.at if latest else None
            contact.last_touch = latest.words[:200] if latest else ""
            contact.save(update_fields=["last_touch_at", "last_touch"])

    @classmethod
    def log_by_hand(cls, contact: Contact, *, kind: str, on: date, words: str, now: datetime) -> None:
        """Write a touch down: of today it happened now, of another day at noon. Raises Touch.NotYet."""
        today = timezone.localdate(now)
        if on > today:
            raise cls.NotYet
        noon = datetime.combine(on, time(12), tzinfo=timezone.get_current_timezone())
        cls.log(contact, kind, at=now if on == today else noon, words=words)
