"""What the rooms below tell, and what this room keeps of it."""

from datetime import datetime
from typing import Any

from core import times
from core.locking import refresh_after
from meetings import events
from meetings.models import Meeting
from notes.models import Debrief, NamedPerson, Timer


def on_named(
    sender: Any, *, meeting: Meeting, now: datetime, name: str, about: str, may_use_name: bool, **more: Any
) -> None:
    """The contact named somebody on their own page."""
    NamedPerson.hear(meeting, now=now, name=name, about=about, may_use_name=may_use_name)


def on_unheld(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Not held after all: looking back is still to come, its words wait; a timer begun before its day counts nothing.

    One that began on the day itself goes on: the conversation may be under way.
    """
    Debrief.objects.filter(meeting=meeting).update(done_at=None)
    zone = times.zone(meeting.owner.zone)
    if meeting.starts_at is None or meeting.starts_at.astimezone(zone).date() > now.astimezone(zone).date():
        Timer.objects.filter(meeting=meeting).delete()
    refresh_after(meeting)


def connect() -> None:
    """Listen to the rooms below; called once, from NotesConfig.ready."""
    events.named.connect(on_named, dispatch_uid="notes.on_named")
    events.unheld.connect(on_unheld, dispatch_uid="notes.on_unheld")
