"""One conversation: its facts and times, from which its stage follows."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Pitch
from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact
from core.models import Revised
from goals.models import Goal

MINUTES = (15, 20, 30)


class Stage(models.TextChoices):
    """Where a conversation stands; computed by Postgres from the recorded times, never set by hand."""

    PLANNED = "planned", _("Planned")
    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Answered")
    ARRANGED = "arranged", _("Arranged")
    HELD = "held", _("Held")
    THANKED = "thanked", _("Thanked")
    RESTING = "resting", _("Resting")
    DECLINED = "declined", _("Declined")
    NO_ANSWER = "no_answer", _("No answer")
    CANCELLED = "cancelled", _("Cancelled")


def _stage() -> Case:
    return Case(
        When(cancelled_at__isnull=False, then=Value(Stage.CANCELLED)),
        When(rested_at__isnull=False, then=Value(Stage.RESTING)),
        When(thanked_at__isnull=False, then=Value(Stage.THANKED)),
        When(held_at__isnull=False, then=Value(Stage.HELD)),
        When(starts_at__isnull=False, then=Value(Stage.ARRANGED)),
        When(answer="no", then=Value(Stage.DECLINED)),
        When(answered_at__isnull=False, then=Value(Stage.ANSWERED)),
        When(closed_at__isnull=False, then=Value(Stage.NO_ANSWER)),
        When(asked_at__isnull=False, then=Value(Stage.ASKED)),
        default=Value(Stage.PLANNED),
    )


class MeetingQuerySet(OwnedQuerySet["Meeting"]):
    def at_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages)

    def underway(self) -> Self:
        """Conversations that still ask something of the student before they are held."""
        return self.at_stage(Stage.PLANNED, Stage.ASKED, Stage.ANSWERED, Stage.ARRANGED)

    def waiting(self) -> Self:
        """Asked, and no answer yet: the longest wait first."""
        return self.at_stage(Stage.ASKED).order_by("asked_at", "pk")

    def coming(self) -> Self:
        """Arranged, the next one first."""
        return self.at_stage(Stage.ARRANGED).order_by("starts_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-begun_at", "-pk")

    def with_people(self) -> Self:
        return self.select_related("contact")


class Meeting(Owned, Revised):
    """A conversation of 15 to 30 minutes with one person."""

    Stage = Stage

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        PHONE = "phone", _("By phone")
        ONLINE = "online", _("Online")

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        LATER = "later", _("Not now, maybe later")
        NO = "no", _("No")

    class Missed(models.TextChoices):
        THEM = "them", _("They did not come")
        ME = "me", _("I did not come")

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    goals = models.ManyToManyField(Goal, blank=True, related_name="+")
    pitch = models.ForeignKey(Pitch, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    why_them = models.CharField(max_length=400, blank=True)
    begun_at = models.DateTimeField()

    minutes = models.PositiveSmallIntegerField(default=20)
    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    contact_zone = models.CharField(max_length=60, blank=True)
    moves = models.PositiveSmallIntegerField(default=0)

    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=10, choices=Contact.Channel, blank=True)
    nudges = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)
    missed_by = models.CharField(max_length=10, choices=Missed, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)

    packed = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    packed_at = models.DateTimeField(null=True, blank=True)

    stage = models.GeneratedField(
        expression=_stage(), output_field=models.CharField(max_length=10, choices=Stage), db_persist=True
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minutes__in=MINUTES), name="meeting_minutes_known"),
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None)
                | Q(starts_at__isnull=False, ends_at__isnull=False, ends_at__gt=F("starts_at")),
                name="meeting_start_and_end_together",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="meeting_answer_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(asked_at=None, asked_by="") | (Q(asked_at__isnull=False) & ~Q(asked_by="")),
                name="meeting_asked_by_a_channel",
            ),
            models.CheckConstraint(
                condition=Q(missed_at=None, missed_by="") | (Q(missed_at__isnull=False) & ~Q(missed_by="")),
                name="meeting_missed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(thanked_at=None) | Q(held_at__isnull=False), name="meeting_thanked_after_held"
            ),
            models.CheckConstraint(condition=Q(cancelled_at=None) | Q(held_at=None), name="meeting_cancelled_or_held"),
            ExclusionConstraint(
                name="meeting_no_double_booking",
                expressions=[
                    (
                        Func(F("owner_id"), F("owner_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("starts_at"), F("ends_at"), function="tstzrange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(starts_at__isnull=False, cancelled_at=None, missed_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "stage", "starts_at"], name="meeting_by_stage"),
            models.Index(fields=["owner", "-begun_at", "-id"], name="meeting_newest"),
            models.Index(fields=["contact", "-begun_at"], name="meeting_by_contact"),
        ]

    def __str__(self) -> str:
        return str(self.contact)

    def get_absolute_url(self) -> str:
        return reverse("meetings:show", args=[self.pk])

    @property
    def duration(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def where(self) -> str:
        """Where in words: the place, the number or the link."""
        return self.place or self.link or (self.get_mode_display() if self.mode else "")

    @classmethod
    def begin(cls, *, by: Any, now: datetime, contact: Contact, minutes: int, goals: list[Goal]) -> "Meeting":
        """Begin to prepare a conversation with `contact`."""
        meeting = cls.objects.create(owner=by, contact=contact, begun_at=now, minutes=minutes)
        meeting.goals.set(goals)
        return meeting
