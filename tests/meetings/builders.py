"""Conversations at every stage, brought there by the real verbs."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from contacts.models import Touch
from meetings.models import Meeting, Message, Reply
from tests.cast import NOW, a_meeting

TOMORROW = NOW + timedelta(days=1)


def asked(owner: User, *, now: datetime = NOW, channel: str = "email", **more: Any) -> Meeting:
    meeting = a_meeting(owner, now=now, **more)
    meeting.ask(now=now, channel=channel)
    return meeting


def answered(owner: User, answer: str = "yes", *, now: datetime = NOW, **more: Any) -> Meeting:
    meeting = asked(owner, now=now, **more)
    meeting.hear(now=now, answer=answer)
    return meeting


def fix(meeting: Meeting, starts_at: datetime = TOMORROW, *, now: datetime = NOW, **more: Any) -> Meeting:
    """Arrange `meeting` for twenty minutes at the harbour café, or as `more` says."""
    words = {"minutes": 20, "mode": "in_person", "place": "Café Kaimauer", "contact_zone": "Africa/Accra", **more}
    meeting.arrange(now=now, starts_at=starts_at, **words)
    return meeting


def arranged(owner: User, starts_at: datetime = TOMORROW, *, now: datetime = NOW, **more: Any) -> Meeting:
    return fix(asked(owner, now=now), starts_at, now=now, **more)


def held(owner: User, *, now: datetime = NOW) -> Meeting:
    meeting = arranged(owner, now + timedelta(hours=1), now=now)
    meeting.hold(now=now + timedelta(hours=2))
    return meeting


def invited(owner: User, *times: datetime, now: datetime = NOW, **more: Any) -> Reply:
    """A conversation that was asked for, with `times` on offer (otherwise tomorrow and the day after)."""
    chosen = times or (now + timedelta(days=1), now + timedelta(days=2))
    return Reply.offer(asked(owner, now=now, **more), now=now, times=chosen)


def anew(reply: Reply) -> Reply:
    """The reply as it stands in the database, with its conversation and people."""
    rows = Reply.objects.select_related("meeting__contact", "meeting__owner")
    return rows.get(pk=reply.pk)


def a_draft(meeting: Meeting, occasion: str = "request", channel: str = "email", *, now: datetime = NOW) -> Message:
    return Message.draft(meeting, occasion=occasion, channel=channel, now=now)


def touches(meeting: Meeting) -> list[tuple[str, str]]:
    """The timeline of the person, oldest first."""
    return [(t.kind, t.words) for t in Touch.objects.filter(contact=meeting.contact).order_by("pk")]
