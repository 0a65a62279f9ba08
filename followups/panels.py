"""What this room puts on the pages of the rooms below: the open follow-ups of a conversation, and of a person."""

from datetime import datetime
from typing import Any

from contacts.models import Contact
from followups.facts import facts_for, facts_of
from followups.models import Followup, Promise
from followups.models.promise import PromiseQuerySet
from followups.rows import rows
from meetings.models import Meeting

MOST = 10


def of_conversation(meeting: Meeting, user: Any, now: datetime) -> dict[str, Any]:
    """What is open in one conversation, and its promises."""
    found = Followup.objects.visible_to(user).standing(now).filter(meeting=meeting, promise=None)
    return {
        "meeting": meeting,
        "rows": rows(facts_for(meeting.contact, found.soonest_first()[:MOST]), now),
        "promises": _promises(meeting, user) if meeting.held_at else [],
    }


def of_looking_back(meeting: Meeting, user: Any, now: datetime) -> dict[str, Any]:
    """The promises of a conversation that was held."""
    return {"promises": _promises(meeting, user)}


def _promises(meeting: Meeting, user: Any) -> PromiseQuerySet:
    return Promise.objects.visible_to(user).filter(meeting=meeting).open_first()[:MOST]


def of_person(contact: Contact, user: Any, now: datetime) -> dict[str, Any]:
    """What is open with one person."""
    found = Followup.objects.visible_to(user).standing(now).filter(contact=contact)
    return {"rows": rows(facts_of(found.soonest_first()[:MOST]), now)}
