"""Conversations and follow-ups at the point of the path that a test is about."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from core import times
from followups.models import Followup, Promise
from followups.reminders.links import act_link
from meetings.models import Meeting
from tests.cast import NOW, Cast, a_contact, a_meeting

Kind = Followup.Kind
LENGTH = timedelta(minutes=20)


def a_talk(owner: User, contact: Contact | None = None, *, now: datetime = NOW) -> Meeting:
    """A conversation that was held, as many whole hours before `now` as the owner's other conversations leave free."""
    taken = Meeting.objects.filter(owner=owner, starts_at__isnull=False).values_list("starts_at", "ends_at")
    hours = (now - timedelta(hours=hour) for hour in count(1))
    began = next(at for at in hours if not any(start < at + LENGTH and at < end for start, end in taken))
    meeting = a_meeting(owner, contact, now=now)
    meeting.starts_at, meeting.ends_at = began, began + LENGTH
    meeting.held_at = meeting.ends_at
    meeting.save()
    return meeting


def a_followup(
    owner: User, kind: str = Kind.DEBRIEF, *, now: datetime = NOW, at: datetime | None = None, **more: Any
) -> Followup:
    """An open follow-up, due since `at`."""
    meeting = more.pop("meeting", None) or a_talk(owner, now=now)
    moment = at or now
    return Followup.objects.create(
        owner=owner,
        contact=meeting.contact,
        meeting=meeting,
        kind=kind,
        made_at=now,
        shows_at=moment,
        due_at=moment,
        **more,
    )


def a_promise(owner: User, *, now: datetime = NOW, due_on: date | None = None, **more: Any) -> Promise:
    meeting = more.pop("meeting", None) or a_talk(owner, now=now)
    values = {"whose": Promise.Whose.MINE, "text": "Send the article on kelp", **more}
    return Promise.make(by=owner, now=now, meeting=meeting, due_on=due_on, **values)


def yesterday(owner: User, now: datetime) -> datetime:
    """This time of yesterday on the owner's clock, which need not be 24 hours ago."""
    return now.astimezone(times.zone(owner.zone)) - timedelta(days=1)


def only(kind: str, meeting: Meeting) -> Followup:
    """The one open follow-up of `kind`."""
    return Followup.objects.open().get(meeting=meeting, kind=kind)


def kinds(meeting: Meeting) -> set[str]:
    """What is open for `meeting`."""
    return set(Followup.objects.open().filter(meeting=meeting).values_list("kind", flat=True))


def for_walls(cast: Cast, kind: str = Kind.DEBRIEF) -> Followup:
    """Amina's, due by the real clock, for a walk through the real views."""
    now = timezone.now()
    return a_followup(cast.amina, kind, now=now, meeting=a_talk(cast.amina, a_contact(cast.amina), now=now))


def link_to(act: str, followup: Followup, *, posted_at: datetime) -> str:
    """The path of a link in a reminder of that time."""
    values = {"owner": followup.owner_id, "due_at": followup.due_at, "posted_at": posted_at}
    return urlsplit(act_link(act, followup.pk, **values)).path
