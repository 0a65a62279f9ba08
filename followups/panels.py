"""What this room puts on the pages of the rooms below: the open follow-ups of a conversation, and of a person."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from contacts.models import Contact
from core.asking import Rows
from followups.models import Followup, Promise
from followups.rows import rows
from followups.words import told
from meetings.models import Meeting

MOST = 10


def of_conversation(meeting: Meeting, user: Any, now: datetime) -> dict[str, Any]:
    """What is open in one conversation, and its promises."""
    return {
        "meeting": meeting,
        "rows": rows(map(told, OPEN.ask(user, meeting.pk, now)), now),
        "promises": PROMISES.ask(user, meeting.pk) if meeting.held_at else [],
    }


def _open(user: User, pk: int, now: datetime) -> QuerySet[Followup, Followup]:
    found = Followup.objects.visible_to(user).standing(now).filter(meeting=pk, promise=None)
    words = ("kind", "meeting", "promise", "shows_at", "due_at", "late_at", "contact__name", "contact__form_of_address")
    return found.select_related("contact").only(*words).soonest_first()[:MOST]


def _promises(user: User, pk: int, _now: datetime) -> QuerySet[Promise, Promise]:
    return Promise.objects.visible_to(user).filter(meeting=pk).open_first()[:MOST]


OPEN, PROMISES = Rows(_open), Rows(_promises)


def of_person(contact: Contact, user: Any, now: datetime) -> dict[str, Any]:
    """What is open with one person."""
    found = Followup.objects.visible_to(user).standing(now).filter(contact=contact)
    return {"rows": rows(map(told, found.with_people().soonest_first()[:MOST]), now)}
