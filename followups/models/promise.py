"""What was promised in a conversation, by the student or by the contact."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact, Touch
from core import times
from core.models import Version, Versioned
from followups.clock import Clock
from meetings.models import Meeting

if TYPE_CHECKING:
    from followups.models.followup import Followup


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
    """Something one of the two said they would do."""

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

    if TYPE_CHECKING:
        followup: Followup

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept_at=None) | models.Q(released_at=None), name="promise_kept_or_released"
            )
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
        with transaction.atomic():
            meeting.locked()
            promise = cls.objects.create(
                owner=by, meeting=meeting, contact=meeting.contact, whose=whose, text=text, due_on=due_on, made_at=now
            )
            promise._refresh_step()
            promise._time_followup(now=now)
        return promise

    def revise(
        self, *, by: User, now: datetime, seen: Version | None, whose: str, text: str, due_on: date | None
    ) -> None:
        """Word it anew or give it another day. Raises Promise.Stale, and Promise.Ended once kept or released."""
        with transaction.atomic():
            if not self.locked().is_open:
                raise Promise.Ended
            self.revise_fields(seen=seen, whose=whose, text=text, due_on=due_on)
            self._time_followup(now=now)

    def keep(self, *, now: datetime) -> None:
        """Say that it was kept; keeping one's own stands on the person's timeline. Twice is once.

        Raises Promise.Ended when it was released.
        """
        with transaction.atomic():
            self.meeting.locked()
            promise = self.locked()
            if promise.released_at:
                raise Promise.Ended
            if not promise.kept_at:
                Promise.objects.filter(pk=self.pk).update(kept_at=now)
                self._refresh_step()
                self._close_followup(done_at=now)
                if self.is_mine:
                    words = _("You kept your promise: %(what)s") % {"what": self.text}
                    self.contact.touch(Touch.Kind.PROMISE, at=now, words=words[:300])
        self.refresh_from_db()

    def release(self, *, now: datetime) -> None:
        """Let it go, without blame. Twice is once. Raises Promise.Ended when it was kept."""
        with transaction.atomic():
            self.meeting.locked()
            promise = self.locked()
            if promise.kept_at:
                raise Promise.Ended
            if not promise.released_at:
                Promise.objects.filter(pk=self.pk).update(released_at=now)
                self._refresh_step()
                self._close_followup(rested_at=now)
        self.refresh_from_db()

    def take_up(self) -> None:
        """Open it again after it was kept or released, with its follow-up as it was."""
        from followups.models.followup import Followup, say_next

        with transaction.atomic():
            self.meeting.locked()
            Promise.objects.filter(pk=self.pk).update(kept_at=None, released_at=None)
            self._refresh_step()
            Followup.objects.filter(promise=self).update(done_at=None, rested_at=None)
            say_next(self.contact)
        self.refresh_from_db()

    def _refresh_step(self) -> None:
        """Keep true whether the conversation has an open promise; it is locked first, as its own verbs lock it."""
        Meeting.objects.filter(pk=self.meeting_id).refresh_has()

    def _close_followup(self, **when: datetime) -> None:
        from followups.models.followup import Followup, say_next

        Followup.objects.open().filter(promise=self).update(**when)
        say_next(self.contact)

    def _time_followup(self, *, now: datetime) -> None:
        """One follow-up for a promise with a date, none for one without."""
        from followups.models.followup import Followup, say_next

        if self.due_on is None:
            Followup.objects.filter(promise=self).delete()
        else:
            at = Clock.of(self.owner).morning(self.due_on)
            # One's own is late from the next morning on; theirs is never late, only asked after.
            late_at = Clock.of(self.owner).morning(self.due_on + timedelta(days=1)) if self.is_mine else None
            told: dict[str, Any] = {
                "shows_at": at,
                "due_at": at,
                "late_at": late_at,
                "before": [],
                "kind": Followup.Kind.PROMISE,
            }
            made = {**told, "owner": self.owner, "contact": self.contact, "meeting": self.meeting, "made_at": now}
            Followup.objects.update_or_create(promise=self, defaults=told, create_defaults=made)
        say_next(self.contact)
