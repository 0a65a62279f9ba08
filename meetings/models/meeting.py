"""One conversation: its facts and times, from which its stage follows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models, transaction
from django.db.models import F, Func, Q, Value

from accounts.models import User
from centre.ownership import OwnedQuerySet
from contacts.models import Contact
from goals.models import Goal
from meetings.models.arranging import NO_DOUBLE_BOOKING
from meetings.models.holding import Holding
from meetings.models.preparing import MINUTES
from meetings.models.progress import has_now, steps_done
from meetings.models.stage import Stage, stage


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

    def since(self, moment: str, begin: datetime) -> Self:
        """Those whose `moment` ("asked_at", "held_at", "thanked_at") lies at `begin` or later."""
        return self.filter(**{f"{moment}__gte": begin})

    def newest_first(self) -> Self:
        return self.order_by("-begun_at", "-pk")

    def with_people(self) -> Self:
        return self.select_related("contact")

    def refresh_has(self) -> None:
        """Write down anew what rows of other tables say of these conversations; called after each act on such rows.

        Whoever acts holds a lock under which these rows cannot change meanwhile: the agenda's, the person's, or the
        conversation's own. Where nothing changed it is one query, and no conversation is locked.
        """
        now = has_now()
        with transaction.atomic():
            changed = self.annotate(now=now).exclude(has=F("now")).order_by("pk")
            found = list(changed.select_for_update(of=("self",)).values_list("pk", flat=True))
            if found:
                Meeting.objects.filter(pk__in=found).update(has=now)


class Meeting(Holding):
    """A conversation of 15 to 30 minutes with one person: prepared, asked for, arranged, held."""

    Stage = Stage

    stage = models.GeneratedField(
        expression=stage(), output_field=models.CharField(max_length=10, choices=Stage), db_persist=True
    )
    # What rows of other tables say of it: steps that are done, and what there is to show. Kept true by refresh_has.
    has = ArrayField(models.TextField(), default=list, editable=False)
    steps_done = models.GeneratedField(
        expression=steps_done(), output_field=ArrayField(models.TextField()), db_persist=True
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
            models.CheckConstraint(
                condition=Q(sequence=None, told_at=None) | Q(sequence__isnull=False, told_at__isnull=False),
                name="meeting_told_at_a_time",
            ),
            ExclusionConstraint(
                name=NO_DOUBLE_BOOKING,
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
            # What the director's counts of the last month look at.
            models.Index(fields=["asked_at", "owner"], condition=Q(asked_at__isnull=False), name="meeting_asked"),
            models.Index(fields=["held_at", "owner"], condition=Q(held_at__isnull=False), name="meeting_held"),
            models.Index(fields=["thanked_at", "owner"], condition=Q(thanked_at__isnull=False), name="meeting_thanked"),
        ]

    def serve(self, goals: Iterable[Goal]) -> None:
        """Say which goals this conversation serves."""
        with transaction.atomic():
            self.locked()
            self.goals.set(goals)
            Meeting.objects.filter(pk=self.pk).refresh_has()

    def get_stage_display(self) -> str:
        """The stage in words; Django makes no such method for a generated column."""
        return str(Stage(self.stage).label)

    @classmethod
    def begin(cls, *, by: User, now: datetime, contact: Contact, minutes: int, goals: list[Goal]) -> "Meeting":
        """Begin to prepare a conversation with `contact`."""
        with transaction.atomic():
            meeting = cls.objects.create(owner=by, contact=contact, begun_at=now, minutes=minutes)
            meeting.serve(goals)
        return meeting
