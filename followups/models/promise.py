"""What was promised in a conversation, by the student or by the contact."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact, Touch
from core import times
from core.locking import transition
from core.models import Version, Versioned
from followups import events
from meetings.models import Meeting


class PromiseQuerySet(OwnedQuerySet["Promise"]):
    def open(self) -> Self:
        return self.filter(kept_at=None, released_at=None)

    def soonest_first(self) -> Self:
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def open_first(self) -> Self:
        """The open ones by their date, then the kept and the released."""
        ended = models.Q(kept_at__isnull=False) | models.Q(released_at__isnull=False)
        return self.order_by(
            models.Case(models.When(ended, then=1), default=0), models.F("due_on").asc(nulls_last=True), "pk"
        )


class Promise(Owned, Versioned):
    """Something one of the two said they would do.

    Whether it is open is said here only; its follow-up follows it (followups/opening.py).
    """

    class Whose(models.TextChoices):
        MINE = "mine", _("I promised")
        THEIRS = "theirs", _("They promised")

    class Ended(Exception):
        """The promise was kept or released already."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    whose = models.CharField(max_length=6, choices=Whose)
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept_at=None) | models.Q(released_at=None), name="promise_kept_or_released"
            ),
            OneOwner(name="promise_one_owner", paths=("owner", "contact__owner", "meeting__owner")),
        ]
        indexes = [
            models.Index(fields=["owner"], name="promise_by_owner"),
            models.Index(fields=["meeting", "due_on"], name="promise_by_meeting"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        return self.kept_at is None and self.released_at is None

    @property
    def due_in_words(self) -> str:
        return times.say_day(self.due_on) if self.due_on else ""

    @property
    def is_mine(self) -> bool:
        return self.whose == self.Whose.MINE

    @classmethod
    def make(
        cls, *, by: User, now: datetime, meeting: Meeting, whose: str, text: str, due_on: date | None = None
    ) -> "Promise":
        """Write down a promise; with a date it comes back on the morning of that day."""
        with transition(meeting):
            promise = cls.objects.create(
                owner=by, meeting=meeting, contact=meeting.contact, whose=whose, text=text, due_on=due_on, made_at=now
            )
            events.promised.send(cls, promise=promise, now=now)
        return promise

    def revise(self, *, now: datetime, seen: Version | None, whose: str, text: str, due_on: date | None) -> None:
        """Word it anew or give it another day. Raises Promise.Stale, and Promise.Ended once kept or released."""
        with transition(self.meeting, self):
            if not self.is_open:
                raise Promise.Ended
            self.revise_fields(seen=seen, whose=whose, text=text, due_on=due_on)
            events.promised.send(Promise, promise=self, now=now)

    def keep(self, *, now: datetime) -> None:
        """Say that it was kept; keeping one's own stands on the person's timeline. Twice is once.

        Raises Promise.Ended when it was released.
        """
        with transition(self.meeting, self):
            if self.released_at:
                raise Promise.Ended
            if self.kept_at:
                return
            self._end(kept_at=now, now=now)
            if self.is_mine:
                words = _("You kept your promise: %(what)s") % {"what": self.text}
                Touch.log(self.contact, Touch.Kind.PROMISE, at=now, words=words)

    def release(self, *, now: datetime) -> None:
        """Let it go, without blame. Twice is once. Raises Promise.Ended when it was kept."""
        with transition(self.meeting, self):
            if self.kept_at:
                raise Promise.Ended
            if not self.released_at:
                self._end(released_at=now, now=now)

    def reopen(self, *, now: datetime) -> None:
        """Open it again after it was kept or released; that it was kept leaves the person's timeline."""
        with transition(self.meeting, self):
            kept_at = self.kept_at
            self._end(now=now)
            if kept_at and self.is_mine:
                Touch.take_back(self.contact, Touch.Kind.PROMISE, at=kept_at, link="")

    def _end(self, *, now: datetime, kept_at: datetime | None = None, released_at: datetime | None = None) -> None:
        self.kept_at, self.released_at = kept_at, released_at
        self.save(update_fields=["kept_at", "released_at"])
        events.ended.send(Promise, promise=self, now=now)
