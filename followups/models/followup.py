"""One thing to do for a contact, with the time it is due: a row of the dashboard."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from functools import partial
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact, Touch
from core.apart import refuse_bad, work_apart
from core.locking import locked, refresh_after, transition
from core.models import Versioned
from followups.models.promise import Promise
from followups.schedule import Schedule
from meetings.models import Meeting

LONGEST_WAIT = timedelta(days=730)
# So many are closed in one transaction.
MOST_PASSED = 500
# How long after its day something optional stays on the list.
IDEAS_STAND = timedelta(days=14)


class FollowupQuerySet(OwnedQuerySet["Followup"]):
    def open(self) -> Self:
        return self.filter(done_at=None, rested_at=None)

    def standing(self, now: datetime) -> Self:
        """Open and still of use at `now`: a confirmation only until the conversation begins."""
        return self.open().exclude(kind=Followup.Kind.CONFIRM, late_at__lte=now)

    def due(self, now: datetime) -> Self:
        """Standing, and to be shown at `now`."""
        return self.standing(now).filter(shows_at__lte=now)

    def today(self, now: datetime, ends_at: datetime) -> Self:
        """Standing, and to be shown before the student's day ends at `ends_at`."""
        return self.standing(now).filter(shows_at__lt=ends_at)

    def later(self, now: datetime) -> Self:
        return self.open().filter(shows_at__gt=now)

    def soonest_first(self) -> Self:
        return self.order_by("due_at", "pk")

    def late_first(self, now: datetime) -> Self:
        """What is late at `now`, then the rest, each by its time: a late thank-you goes before a polite reply."""
        late = Case(When(late_at__lte=now, then=0), default=1)
        return self.order_by(late, "due_at", "pk")

    def with_people(self) -> Self:
        return self.select_related("contact", "meeting", "promise")


class Followup(Owned, Versioned):
    """A follow-up: open until it is done or let rest; postponing moves its times.

    It is shown from `shows_at`, meant to be done by `due_at`, and overdue from `late_at`.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("Confirm")
        DEBRIEF = "debrief", _("Write down what you learned")
        THANK = "thank", _("Say thank you")
        NUDGE = "nudge", _("Follow up")
        CLOSE = "close", _("Send a final message")
        REPLY = "reply", _("Thank them for the reply")
        PROMISE = "promise", _("Promise")
        KEEP = "keep", _("Keep in touch")
        ELSE = "else", _("Contact someone else too")
        AGAIN = "again", _("Contact again")
        CONNECT = "connect", _("Connect on LinkedIn")
        REPORT = "report", _("Tell how it went")

    class Closed(Exception):
        """It was let rest, or has moved on, so that this act finds nothing to do; done twice is no such thing."""

    class NotAhead(Exception):
        """Something is put off to a day that lies ahead."""

    class TooFar(Exception):
        """Two years ahead is let rest, not put off."""

    class Replaced(Exception):
        """Another follow-up of the same kind took its place."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+", db_index=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="followup")
    kind = models.CharField(max_length=10, choices=Kind)
    shows_at = models.DateTimeField()
    due_at = models.DateTimeField()
    late_at = models.DateTimeField(null=True, blank=True)
    # shows_at, due_at and late_at before the last postponing, so that it can be undone.
    before = ArrayField(models.DateTimeField(null=True), default=list, blank=True, editable=False)
    made_at = models.DateTimeField()
    # When a mail of its own was posted for it (the day before, the thank-you).
    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)
    postponed = models.PositiveSmallIntegerField(default=0)
    postponed_at = models.DateTimeField(null=True, blank=True, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)

    objects = FollowupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(done_at=None) | Q(rested_at=None), name="followup_done_or_rested"),
            models.CheckConstraint(condition=Q(shows_at__lte=F("due_at")), name="followup_shown_before_due"),
            models.CheckConstraint(
                condition=Q(late_at=None) | Q(late_at__gte=F("due_at")), name="followup_late_after_due"
            ),
            models.CheckConstraint(
                condition=Q(kind="promise", promise__isnull=False) | (~Q(kind="promise") & Q(promise=None)),
                name="followup_promise_has_its_promise",
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(done_at=None, rested_at=None, promise=None, meeting__isnull=False),
                name="followup_one_open_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["contact"],
                condition=Q(done_at=None, rested_at=None, kind="keep"),
                name="followup_keep_in_touch_once",
            ),
            OneOwner(name="followup_one_owner", paths=("owner", "contact__owner", "meeting__owner", "promise__owner")),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_at", "id"], condition=Q(done_at=None, rested_at=None), name="followup_open"
            ),
            models.Index(fields=["owner", "-done_at"], condition=Q(done_at__isnull=False), name="followup_done"),
            models.Index(
                fields=["kind", "shows_at"],
                condition=Q(kind__in=["confirm", "thank"], mailed_at=None, rested_at=None),
                name="followup_to_mail",
            ),
            models.Index(fields=["owner"], name="followup_by_owner"),
            models.Index(
                fields=["late_at"],
                condition=Q(kind="confirm", done_at=None, rested_at=None),
                name="followup_confirm_open",
            ),
            models.Index(
                fields=["due_at"],
                condition=Q(kind="connect", done_at=None, rested_at=None),
                name="followup_connect_open",
            ),
            models.Index(fields=["contact", "due_at"], name="followup_by_contact"),
            models.Index(fields=["meeting", "kind"], name="followup_by_meeting"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.contact}"

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.rested_at is None

    @property
    def can_be_undone(self) -> bool:
        """Whether the last act can be taken back: not where it told the conversation or the person's timeline of it."""
        if self.done_at:
            return self.kind in {
                self.Kind.CONFIRM,
                self.Kind.DEBRIEF,
                self.Kind.REPLY,
                self.Kind.PROMISE,
                self.Kind.ELSE,
            }
        return bool(self.rested_at or self.before)

    @classmethod
    def close_passed(cls, *, now: datetime) -> int:
        """Let rest what can no longer be done, or was only a kind idea. Gives how many.

        That is a confirmation once the conversation has begun, and connecting two weeks after its day.
        Once for each: a row that another worker holds is left to it, and one whose person somebody holds to next time.
        Raises BadRows where some cannot be closed, once all others are.
        """
        begun = Q(kind=cls.Kind.CONFIRM, late_at__lte=now)
        stale = Q(kind=cls.Kind.CONNECT, due_at__lte=now - IDEAS_STAND)
        closed: list[int] = []
        bad: list[int] = []
        for passed, longest_first in ((begun, "late_at"), (stale, "due_at")):
            # Found once, each kind by an index of its own, then closed a batch in a transaction: what looked for the
            # next batch again would walk past all that it has closed.
            found = list(cls.objects.open().filter(passed).order_by(longest_first, "pk").values_list("pk", flat=True))
            open_ones = cls.objects.open().filter(passed)
            close = partial(cls._close_batch, open_ones, now=now, closed=closed)
            bad += work_apart("follow-up", found, close, batch=MOST_PASSED)
        refuse_bad("follow-up", bad)
        return len(closed)

    @classmethod
    def _close_batch(cls, passed: FollowupQuerySet, ids: list[int], *, now: datetime, closed: list[int]) -> None:
        with transition():
            people = passed.filter(pk__in=ids).select_related("contact")
            rows = list(locked(people, of=("self", "contact"), skip_locked=True))
            cls.objects.filter(pk__in=[row.pk for row in rows]).update(rested_at=Coalesce("late_at", Value(now)))
            refresh_after(*(row.contact for row in rows))
        closed += [row.pk for row in rows]

    def done(self, *, now: datetime) -> None:
        """Say that it was done. What it was about learns of it: the conversation, the promise, the timeline.

        All in one transaction: a promise is kept (only one's own leaves a touch); NUDGE, CLOSE and THANK call the verb
        of the conversation, and where that refuses (Meeting.Refused) the row is done nevertheless; what TOUCHES names
        leaves a touch. At its end what is due next with the person is worked out anew.

        Twice is once. Raises Followup.Closed when it was let rest.

        Pressed in a row: followups/views/acts.py answers with the row (jinja/followups/_row.html), in it Undo where
        `can_be_undone`; Closed is said in the row at 422. Pressed in a mail: followups/views/mailed.py.
        """
        with self.transition():
            if self.rested_at:
                raise Followup.Closed
            if not self.done_at:
                if self.kind == self.Kind.KEEP:
                    # Before its day it counts as much: the months begin anew.
                    Followup.objects.open().filter(pk=self.pk, shows_at__gt=now).update(shows_at=now)
                self._tell(now=now)
                Followup.objects.open().filter(pk=self.pk).update(done_at=now)
                self.done_at = now

    def postpone(self, *, now: datetime, to: date) -> None:
        """Put it off to nine in the morning of `to`, a day on the student's calendar. Twice is once.

        A thank-you that is late by then comes back as late.
        Raises Followup.Closed, Followup.NotAhead and Followup.TooFar.
        """
        schedule = Schedule.of(self.owner)
        if to <= schedule.day(now):
            raise Followup.NotAhead
        if to > schedule.day(now) + LONGEST_WAIT:
            raise Followup.TooFar
        moment = schedule.morning(to)
        with self.transition():
            if not self.is_open:
                raise Followup.Closed
            if (self.shows_at, self.due_at) != (moment, moment):
                self.before = [self.shows_at, self.due_at, self.late_at]
                self.shows_at = self.due_at = moment
                self.late_at = max(self.late_at, moment) if self.late_at else None
                self.postponed, self.postponed_at = self.postponed + 1, now
                self.save(update_fields=["before", "shows_at", "due_at", "late_at", "postponed", "postponed_at"])

    def let_rest(self, *, now: datetime) -> None:
        """Leave it be, without blame; a promise is released. Twice is once. Raises Followup.Closed when done."""
        with self.transition():
            if self.done_at:
                raise Followup.Closed
            if not self.rested_at:
                if self.promise:
                    self.promise.release(now=now)
                Followup.objects.open().filter(pk=self.pk).update(rested_at=now)
                self.rested_at = now

    def undo(self, *, now: datetime) -> None:
        """Undo the last act: open again what was done or let rest, or give a postponed one its old times.

        With nothing to undo nothing happens. Raises Followup.Replaced when another one stands in its place, and
        Followup.Closed when what was done left a fact that cannot be called back.
        """
        with self.transition():
            if not self.can_be_undone:
                if self.done_at:
                    raise Followup.Closed
                return
            if self.done_at or self.rested_at:
                self._open_again(now=now)
            else:
                shows_at, due_at, self.late_at = self.before
                self.shows_at, self.due_at = shows_at or self.shows_at, due_at or self.due_at
                self.before, self.postponed, self.postponed_at = [], self.postponed - 1, None
                self.save(update_fields=["before", "shows_at", "due_at", "late_at", "postponed", "postponed_at"])

    @contextmanager
    def transition(self) -> Iterator[None]:
        """The row as it stands now, locked behind its conversation and its person."""
        with transition(*([self.meeting] if self.meeting else []), self.contact, self):
            yield

    def _open_again(self, *, now: datetime) -> None:
        if self.promise:
            self.promise.reopen(now=now)
        else:
            place = {"contact": self.contact} if self.kind == self.Kind.KEEP else {"meeting": self.meeting}
            if Followup.objects.open().filter(kind=self.kind, **place).exists():
                raise Followup.Replaced
            Followup.objects.filter(pk=self.pk).update(done_at=None, rested_at=None)
        self.done_at = self.rested_at = None

    def _tell(self, *, now: datetime) -> None:
        """Let what this is about know that it was done; their events may close this row and open the next.

        They are touched, ended, nudged, closed and thanked, which followups/receivers.py hears: after a nudge the next
        one opens or the closing line, after thanks keeping in touch.

        A conversation that refuses has moved on by itself, or its person asked to be left alone meanwhile: then there
        is nothing to tell it, and what the student did is taken as said. Confirming, looking back, a reply and asking
        somebody else leave their traces elsewhere.
        """
        if self.promise:
            self.promise.keep(now=now)
        elif self.kind in TOUCHES:
            kind, words = TOUCHES[self.Kind(self.kind)]
            Touch.log(self.contact, kind, at=now, words=str(words))
        elif self.meeting:
            verbs = {
                self.Kind.NUDGE: self.meeting.nudge,
                self.Kind.CLOSE: self.meeting.close,
                self.Kind.THANK: self.meeting.thank,
            }
            verb = verbs.get(self.Kind(self.kind))
            with suppress(Meeting.Refused):
                if verb:
                    verb(now=now)


# What doing it leaves on the person's timeline, where the conversation has no verb for it.
TOUCHES = {
    Followup.Kind.KEEP: (Touch.Kind.KEPT, _("You kept in touch")),
    Followup.Kind.AGAIN: (Touch.Kind.ASKED, _("Asked again")),
    Followup.Kind.CONNECT: (Touch.Kind.NOTE, _("Connected on LinkedIn")),
    Followup.Kind.REPORT: (Touch.Kind.KEPT, _("Told them how it went")),
}
