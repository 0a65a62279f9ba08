"""What follows inside this room from a turn of a conversation, in the same transaction as its cause."""

from datetime import datetime
from typing import Any

from contacts import events as people
from contacts.models import Contact
from core.locking import refresh_after
from meetings import events
from meetings.models import Meeting, Reply


def on_settled(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Arranged, called off or held: a proposal of the contact's no longer waits."""
    Reply.objects.filter(meeting=meeting, answer=Reply.Answer.PROPOSED, noted_at=None).update(noted_at=now)


def on_researched(sender: Any, *, contact: Contact, **more: Any) -> None:
    """Something was found out about a person, or taken out again: it counts for every conversation with them."""
    refresh_after(*Meeting.objects.filter(contact=contact))


def connect() -> None:
    """Listen; called once, from MeetingsConfig.ready."""
    for signal in (people.researched, people.forgotten):
        signal.connect(on_researched, dispatch_uid="meetings.on_researched")
    for signal in (events.arranged, events.cancelled, events.held):
        signal.connect(on_settled, dispatch_uid="meetings.on_settled")
