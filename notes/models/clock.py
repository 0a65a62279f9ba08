"""The clock of a conversation: when it began in truth, and until when it may last."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction

from centre.ownership import OwnedQuerySet
from meetings.models import Meeting

if TYPE_CHECKING:
    from accounts.models import User

# A clock that ran out this long ago belonged to an earlier sitting (someone tried the page out the day before).
FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Span:
    """From when to when the half hour lasts."""

    starts_at: datetime
    ends_at: datetime

    def left(self, now: datetime) -> timedelta:
        """The time left; never more than the whole, never less than none."""
        return max(self.ends_at - max(now, self.starts_at), timedelta(0))

    def begun(self, now: datetime) -> bool:
        return self.starts_at <= now

    def over(self, now: datetime) -> bool:
        return self.ends_at <= now


class ClockQuerySet(OwnedQuerySet["Clock"]):
    owner_path = "meeting__owner"


class Clock(models.Model):
    """When somebody pressed "Begin now" in one conversation."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    started_at = models.DateTimeField()

    objects = ClockQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.meeting)

    @classmethod
    def start(cls, meeting: Meeting, *, by: "User", now: datetime) -> "Clock":
        """Begin to count now; a clock that already runs goes on as it is."""
        with transaction.atomic():
            Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
            clock, new = cls.objects.get_or_create(meeting=meeting, defaults={"started_at": now})
            if not new and clock.started_at + meeting.duration <= now:
                clock.started_at = now
                clock.save(update_fields=["started_at"])
        return clock

    @classmethod
    def end(cls, meeting: Meeting, *, by: "User", now: datetime) -> None:
        """Say that the talk took place and is over.

        One that nobody had arranged (they rang, they had time at once) is arranged as it took place.
        Raises Meeting.Clash, Meeting.AlreadyHeld, Meeting.Cancelled.
        """
        with transaction.atomic():
            if meeting.starts_at is None:
                clock = cls.objects.filter(meeting=meeting).first()
                began = clock.started_at if clock else now
                # It was agreed a moment before it began.
                agreed = began - timedelta(seconds=1)
                meeting.arrange(by=by, now=agreed, starts_at=began, minutes=meeting.minutes, mode=meeting.mode)
            meeting.hold(by=by, now=now)

    @staticmethod
    def span(meeting: Meeting, clock: "Clock | None", *, now: datetime) -> Span | None:
        """What the meeting view counts down: from "Begin now" where it was pressed, else as arranged; None: neither."""
        if clock is not None and now < clock.started_at + meeting.duration + FORGOTTEN_AFTER:
            return Span(clock.started_at, clock.started_at + meeting.duration)
        if meeting.starts_at is not None and meeting.ends_at is not None:
            return Span(meeting.starts_at, meeting.ends_at)
        return None
