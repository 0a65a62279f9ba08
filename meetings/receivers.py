"""What follows inside this room from a turn of a conversation, in the same transaction as its cause."""

from datetime import datetime
from typing import Any

from contacts import events as people
from contacts.models import Contact
from core.locking import locked, refresh_after
from meetings import events
from meetings.models import Meeting, Message, Reply


def on_held(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Once they have talked, no answer is news any more."""
    Reply.objects.filter(meeting=meeting, noted_at=None).exclude(answer="").update(noted_at=now)


def on_settled(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Arranged or called off: a proposal of the contact's no longer waits."""
    Reply.objects.filter(meeting=meeting, answer=Reply.Answer.PROPOSED, noted_at=None).update(noted_at=now)


def on_time_changed(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Arranged, moved or called off: the contact reads it at the address that they left."""
    if reply := Reply.objects.filter(meeting=meeting).exclude(mail_to="").first():
        reply.meeting = meeting
        reply.mail_change(now=now)


def on_unheld(sender: Any, *, meeting: Meeting, held_at: datetime, **more: Any) -> None:
    """Not held after all: an answer that the student had not noted is news again."""
    Reply.objects.filter(meeting=meeting, noted_at=held_at).update(noted_at=None)
    refresh_after(meeting)


def on_sent(sender: Any, *, message: Message, meeting: Meeting, now: datetime, **more: Any) -> None:
    """A letter with the link has gone to the contact."""
    if message.holds_link and message.recipient == meeting.contact:
        Reply.let_out(meeting, now=now)


def on_locking(sender: Any, *, contact: Contact, **more: Any) -> None:
    """A person is about to be locked: every conversation with them before, and what is found out counts for each."""
    refresh_after(*locked(Meeting.objects.filter(contact=contact).order_by("pk")))


def connect() -> None:
    """Listen; called once, from MeetingsConfig.ready."""
    people.locking.connect(on_locking, dispatch_uid="meetings.on_locking")
    events.sent.connect(on_sent, dispatch_uid="meetings.on_sent")
    events.unheld.connect(on_unheld, dispatch_uid="meetings.on_unheld")
    for signal in (events.arranged, events.cancelled):
        signal.connect(on_time_changed, dispatch_uid="meetings.on_time_changed")
    events.held.connect(on_held, dispatch_uid="meetings.on_held")
    for signal in (events.arranged, events.cancelled):
        signal.connect(on_settled, dispatch_uid="meetings.on_settled")
