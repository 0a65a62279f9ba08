"""What this room puts on the pages of a person and of a goal: the conversations."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from contacts.models import Contact
from goals.models import Goal
from meetings.apart import tell_meetings_apart
from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet
from meetings.models.preparing import TALKS_BEFORE_TRYING

ROWS = 10


def of_person(contact: Contact, user: Any, now: datetime) -> dict[str, Any]:
    """The conversations with one person, the newest first."""
    rows = Meeting.objects.visible_to(user).filter(contact=contact)
    return {**_newest(rows), "title": _("Conversations"), "empty": _("No conversations yet.")}


def of_goal(goal: Goal, user: Any, now: datetime) -> dict[str, Any]:
    """The conversations that served one goal, the newest first."""
    rows = Meeting.objects.visible_to(user).filter(goals=goal)
    empty = _("No conversations yet. Choose who to contact, and your conversations for this goal appear here.")
    found = _newest(rows)
    talked = sum(meeting.held_at is not None for meeting in found["meetings"]) >= TALKS_BEFORE_TRYING
    return {**found, "title": _("Conversations for this goal"), "empty": empty, "of_goal": True, "talked": talked}


def _newest(rows: MeetingQuerySet) -> dict[str, Any]:
    """The first rows, and how many further ones there are; one query."""
    found = list(rows.with_people().newest_first()[: ROWS + 1])
    tell_meetings_apart(found)
    return {"meetings": found[:ROWS], "further": len(found) > ROWS}
