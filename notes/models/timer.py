"""The timer of a conversation: when it began in truth, and until when it may last."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models

from centre.one_owner import OneOwner
from core.locking import transition
from meetings.models import Meeting
from meetings.models.meeting import OfMeetingQuerySet

# A timer that ran out this long ago belonged to an earlier sitting (someone tried the page out the day before).
FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Span:
    """From when to when the half hour lasts."""

    starts_at: datetime
    ends_at: datetime

    def left(self, now: datetime) -> timedelta:
        """The time left; never more than the whole, never less than none."""
        return max(self.ends_at - max(now, self.starts_at), timedelta(0))

    def has_begun(self, now: datetime) -> bool:
        return self.starts_at <= now

    def over(self, now: datetime) -> bool:
        return self.ends_at <= now


class Timer(models.Model):
    """When somebody pressed "Start the timer" in one conversation."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    started_at = models.DateTimeField()

    objects = OfMeetingQuerySet["Timer"].as_manager()

    class Meta:
        constraints = [OneOwner(name="timer_one_owner", paths=("meeting__owner",))]

    def __str__(self) -> str:
        return str(self.meeting)

    def runs(self, meeting: Meeting, *, now: datetime) -> bool:
        """Whether it still counts for its `meeting`, or ran out only lately."""
        return now < self.started_at + meeting.duration + FORGOTTEN_AFTER

    @classmethod
    def start(cls, meeting: Meeting, *, now: datetime) -> "Timer":
        """Begin to count now; a timer that already runs goes on as it is. Raises Meeting.Cancelled."""
        with transition(meeting):
            if meeting.cancelled_at is not None:
                raise Meeting.Cancelled
            timer, new = cls.objects.get_or_create(meeting=meeting, defaults={"started_at": now})
            if not new and timer.started_at + meeting.duration <= now:
                timer.started_at = now
                timer.save(update_fields=["started_at"])
        return timer

    @classmethod
    def end(cls, meeting: Meeting, *, now: datetime) -> None:
        """Say that the talk took place and is over; one that nobody had arranged took place when the timer began.

        Raises Meeting.Clash, Meeting.AlreadyHeld, Meeting.Cancelled.
        """
        with transition(meeting):
            if meeting.starts_at is None:
                timer = cls.objects.filter(meeting=meeting).first()
                meeting.hold_unplanned(at=timer.started_at if timer else now, now=now)
            else:
                meeting.hold(now=now)

    @staticmethod
    def is_past(meeting: Meeting, *, now: datetime) -> bool:
        """Whether the time agreed for it has passed for long."""
        return meeting.ends_at is not None and meeting.ends_at + FORGOTTEN_AFTER <= now

    @staticmethod
    def span(meeting: Meeting, timer: "Timer | None", *, now: datetime) -> Span | None:
        """What the meeting view counts down: from "Start the timer" on, else as arranged.

        None: neither, or that is past for long, or what came of it is known.
        """
        if meeting.held_at is not None or meeting.cancelled_at is not None:
            return None
        if timer is not None and timer.runs(meeting, now=now):
            return Span(timer.started_at, timer.started_at + meeting.duration)
        if not meeting.stands or Timer.is_past(meeting, now=now):
            return None
        if meeting.starts_at is not None and meeting.ends_at is not None:
            return Span(meeting.starts_at, meeting.ends_at)
        return None
