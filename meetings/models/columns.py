"""The columns of a conversation, what refuses each of its acts, and how an act turns it."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value
from django.dispatch import Signal
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Pitch, User
from centre.one_owner import OneOwner
from centre.ownership import Owned
from coach.policy import MINUTES
from contacts.models import Contact, Quiet, Touch
from core import times
from core.locking import locked, transition
from core.models import Versioned
from goals.models import Goal
from meetings.models.progress import CALLED_OFF, steps_done
from meetings.models.refusals import Refusals
from meetings.models.stage import Stage, stage

# How long it can be taken back that a conversation took place.
UNHELD_WITHIN = timedelta(days=1)
# Whoever begins, or says that they have talked, earlier than this is asked once more.
EARLY = timedelta(hours=1)
# So long before its time a conversation is at hand: whoever opens Halfhour then is about to talk.
AT_HAND = timedelta(minutes=15)
NO_DOUBLE_BOOKING = "meeting_no_double_booking"
# What keeps its hour from another conversation: held before it, it needs that no longer.
BOOKS = Q(starts_at__isnull=False, cancelled_at=None, missed_at=None)
BOOKS &= Q(held_at=None) | Q(held_at__gte=F("starts_at"))


class MeetingColumns(Owned, Versioned, Refusals):
    """One row for each conversation; its verbs stand in preparing.py, asking.py, arranging.py and holding.py."""

    Stage = Stage

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        LATER = "later", _("Not now, maybe later")
        NO = "no", _("No")

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        PHONE = "phone", _("By phone")
        ONLINE = "online", _("Online")

    class Missed(models.TextChoices):
        THEM = "them", _("They didn’t come")
        ME = "me", _("I didn’t come")

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+", db_index=False)
    goals = models.ManyToManyField(Goal, blank=True, related_name="+")
    pitch = models.ForeignKey(Pitch, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    why_them = models.CharField(max_length=400, blank=True)
    begun_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    # Whether it is at a formal, corporate office, as the student says: only there a suit is worn.
    formal_office = models.BooleanField(default=False, db_default=False)
    packed = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    # All that was ever ticked, also what was taken back since.
    ticked_before = ArrayField(models.CharField(max_length=30), default=list, db_default=[], blank=True)
    packed_at = models.DateTimeField(null=True, blank=True)

    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=10, choices=Contact.Channel, blank=True)
    nudges = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    # "Please not before May": nothing is to be written to them about this before that day.
    not_before = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    contact_zone = models.CharField(max_length=60, blank=True)
    moves = models.PositiveSmallIntegerField(default=0)
    # The appointment as calendars know it (RFC 5545, 3.8.4.7 and 3.8.7.4): a name that never changes, and how often
    # what was told about it changed, the last time at modified_at. None as long as nothing was arranged.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(null=True, blank=True, editable=False)
    modified_at = models.DateTimeField(null=True, blank=True, editable=False)

    missed_at = models.DateTimeField(null=True, blank=True)
    missed_by = models.CharField(max_length=10, choices=Missed, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    # How things stood before that was said, so that "not held yet" can give it back (holding.py): times, no words.
    before_held = models.JSONField(null=True, blank=True, editable=False)
    thanked_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # As long as a line of the contact's, which it may be.
    cancel_reason = models.CharField(max_length=500, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)
    before_rest = models.JSONField(null=True, blank=True, editable=False)
    stage = models.GeneratedField(
        expression=stage(), output_field=models.CharField(max_length=10, choices=Stage), db_persist=True
    )

    # What rows of other tables say of it: steps that are done, and what there is to show (refresh_has in meeting.py).
    has = ArrayField(models.TextField(), default=list, editable=False)
    steps_done = models.GeneratedField(
        expression=steps_done(), output_field=ArrayField(models.TextField()), db_persist=True
    )

    class Meta:
        abstract = True
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
                condition=Q(sequence=None, modified_at=None) | Q(sequence__isnull=False, modified_at__isnull=False),
                name="meeting_sequence_has_a_time",
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
                condition=BOOKS,
            ),
            OneOwner(name="meeting_one_owner", paths=("owner", "contact__owner", "pitch__owner", "goals__owner")),
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

    def __str__(self) -> str:
        return str(self.contact)

    def get_absolute_url(self) -> str:
        return reverse("meetings:show", args=[self.pk])

    def get_stage_display(self) -> str:
        """The stage in words; Django makes no such method for a generated column."""
        return str(Stage(self.stage).label)

    def in_words(self, here: str, there: str | None = None) -> times.Clocks:
        """The time that is arranged on the clock of `here`, and on that of `there`, by default the contact's."""
        if self.starts_at is None:
            return times.Clocks()
        return times.both(self.starts_at, here, there or self.their_zone, until=self.ends_at)

    @property
    def duration(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def stands(self) -> bool:
        """Whether a time is arranged at which nobody failed to come."""
        return self.starts_at is not None and self.missed_at is None

    def may_be_called_off(self, now: datetime) -> bool:
        """Whether calendars were told of a time that can still be called off at `now`."""
        return self.sequence is not None and self.stands and self.refusal("cancel", now) is None

    @property
    def was_called_off_by_them(self) -> bool:
        """Whether the contact cancelled it on their page or by their calendar, where their own copy says so already."""
        reply = getattr(self, "reply", None) if self.cancelled_at is not None and "reply" in self.has else None
        return reply is not None and reply.answer in {"cancelled", "quiet", "erased"}

    def is_before_its_day(self, now: datetime) -> bool:
        """Whether the day agreed for it, on the student's calendar, is still ahead and nothing is settled yet."""
        start = self._still_to_come
        if start is None or start - now <= AT_HAND:
            return False
        zone = times.zone(self.owner.zone)
        return start.astimezone(zone).date() > now.astimezone(zone).date()

    def is_early(self, now: datetime) -> bool:
        """Whether more than an hour is left until the time agreed for it, and nothing is settled yet."""
        start = self._still_to_come
        return start is not None and start - now > EARLY

    @property
    def was_early(self) -> bool:
        """Whether they talked before the time agreed for it, which says nothing of when it was then."""
        agreed, held = self.starts_at, self.held_at
        return agreed is not None and held is not None and agreed - held > EARLY

    @property
    def _still_to_come(self) -> datetime | None:
        """The time agreed for it, as long as nobody said what became of it."""
        settled = self.held_at is not None or self.cancelled_at is not None
        return None if settled or not self.stands else self.starts_at

    @property
    def arranged_times(self) -> int:
        """How often time and place were settled or changed: a form that was opened before knows another number."""
        return 0 if self.sequence is None else self.sequence + 1

    @property
    def their_zone(self) -> str | None:
        """The contact's zone for this conversation: the one arranged, otherwise the one on their page."""
        return self.contact_zone or self.contact.zone

    @property
    def where(self) -> str:
        """Where in words: the place, the number or the link."""
        return self.place or self.link or (self.get_mode_display() if self.mode else "")

    def open_to(self, now: datetime) -> frozenset[str]:
        """The acts that no fact of the conversation would refuse at `now`."""
        return frozenset(act for act in self._against(now) if self.refusal(act, now) is None)

    def refusal(self, act: str, now: datetime) -> type[Refusals.Refused] | None:
        """What refuses the verb `act` at `now`, as far as the row itself knows; None where it is free."""
        if self.cancelled_at is not None:
            return self.Cancelled
        return next((refused for stands, refused in self._against(now)[act] if stands), None)

    def _against(self, now: datetime) -> dict[str, list[tuple[bool, type[Refusals.Refused]]]]:
        """For each act, the facts that speak against it, the first that stands being said."""
        started = self.starts_at is not None and self.starts_at <= now
        held, not_asked = (self.held_at is not None, self.AlreadyHeld), (self.asked_at is None, self.NotAsked)
        answered = (self.answered_at is not None, self.AlreadyAnswered)
        waits = [not_asked, answered, (self.closed_at is not None, self.Closed)]
        return {
            "ask": [(self.asked_at is not None, self.AlreadyAsked), answered],
            "nudge": waits,
            "close": waits,
            "hear": [not_asked, held, (self.stands, self.AlreadyArranged)],
            "offer": [held],
            "link": [],
            "arrange": [held],
            # Whoever wrote in time that it is off may say so here later.
            "cancel": [held, (self.stands and started and CALLED_OFF not in self.has, self.Begun)],
            "miss": [held, (not self.stands, self.NotArranged), (not started, self.NotBegun)],
            "hold": [held, (self.starts_at is None, self.NotArranged)],
            "hold_unplanned": [held, (self.starts_at is not None, self.AlreadyArranged)],
            "unhold": [
                (self.held_at is None, self.NotHeld),
                (self.thanked_at is not None, self.AlreadyThanked),
                (self.held_at is not None and now > self.held_at + UNHELD_WITHIN, self.HeldLongAgo),
            ],
            "thank": [(self.held_at is None, self.NotHeld), (self.thanked_at is not None, self.AlreadyThanked)],
            "rest": [
                (self.rested_at is not None, self.AlreadyResting),
                (self.stands and self.held_at is None, self.AlreadyArranged),
            ],
            "wake": [(self.rested_at is None, self.NotResting)],
        }

    def may_be_written_to(self, whom: Contact | None = None) -> None:
        """Raises Meeting.Quiet where they, or `whom` about them, asked to be left alone."""
        if Quiet.holds(whom or self.contact):
            raise self.Quiet

    def set_time(self, new: Mapping[str, Any], *, now: datetime) -> None:
        """Take the appointment `new` (column to value), to which the contact thereby said yes; `record` saves it."""
        if self.answer != self.Answer.YES:
            self.answered_at, self.answer = now, self.Answer.YES
        self.missed_at, self.missed_by = None, ""
        self.tell_calendars(now)
        for name, value in new.items():
            setattr(self, name, value)

    def tell_calendars(self, now: datetime) -> None:
        self.sequence, self.modified_at = 0 if self.sequence is None else self.sequence + 1, now

    @contextmanager
    def transition(self, act: str, *, now: datetime) -> Iterator[None]:
        """The row as it stands now, locked until the verb `act` is through. Raises what refuses it."""
        with transition(self):
            if refused := self.refusal(act, now):
                raise refused
            yield

    def record(
        self,
        *names: str,
        event: Signal,
        kind: str,
        words: str,
        now: datetime,
        by: str = Touch.By.STUDENT,
        wakes: bool = True,
        books: bool = False,
    ) -> None:
        """Save the columns `names`, put `words` on the timeline as done `by` one of the two, tell the rooms above.

        `wakes` takes the conversation up again where it rested; `books` says that its time changed, or stands anew.
        Raises Meeting.Clash.
        """
        if wakes:
            self.rested_at = None
        columns = [*names, "rested_at"]
        if books:
            self._book(columns)
        else:
            self.save(update_fields=columns)
        self.forget_what_follows()
        Touch.log(self.contact, kind, at=now, words=words, link=self.get_absolute_url(), by=by)
        event.send(type(self), meeting=self, now=now)

    @cached_property
    def served(self) -> list[Goal]:
        """The goals that it serves, the oldest first."""
        return list(self.goals.order_by("pk"))

    def forget_what_follows(self) -> None:
        """Postgres works these out, or other rows say them; they are read again when somebody asks."""
        for name in ("stage", "steps_done", "has", "served"):
            self.__dict__.pop(name, None)

    def _book(self, columns: list[str]) -> None:
        """Save `columns`; where Postgres sees a double booking, take them back and raise Meeting.Clash."""
        try:
            with transaction.atomic():
                # One after the other: at the same moment, two would wait for each other in the constraint, a deadlock.
                locked(User.objects.only("pk")).get(pk=self.owner_id)
                self.save(update_fields=columns)
        except IntegrityError as error:
            if NO_DOUBLE_BOOKING not in str(error):
                raise
            self.refresh_from_db(fields=columns)
            raise self.Clash from error
