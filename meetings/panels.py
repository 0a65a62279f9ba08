"""What this room puts on the pages of a person and of a goal: the conversations."""

from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from contacts.models import Contact
from goals.models import Goal
from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet

ROWS = 10
# After so many about one goal, trying something tells more than a further conversation (docs/CRAFT.md, "Looking back").
TALKS_BEFORE_TRYING = 3


def of_person(contact: Contact, user: Any, now: datetime) -> dict[str, Any]:
    """The conversations with one person, the newest first."""
    rows = Meeting.objects.visible_to(user).filter(contact=contact)
    return {**_newest(rows), "title": _("Conversations"), "empty": _("No conversation yet.")}


def of_goal(goal: Goal, user: Any, now: datetime) -> dict[str, Any]:
    """The conversations that served one goal, the newest first."""
    rows = Meeting.objects.visible_to(user).filter(goals=goal)
    empty = _("No conversation yet. Choose whom to ask, and the talks that serve this goal stand here.")
    found = _newest(rows)
    talked = sum(meeting.held_at is not None for meeting in found["meetings"]) >= TALKS_BEFORE_TRYING
    return {**found, "title": _("Conversations that serve it"), "empty": empty, "of_goal": True, "talked": talked}


def ready_to_try(meeting: Meeting, user: Any, now: datetime) -> dict[str, Any]:
    """The goals of `meeting` with enough conversations held, and nothing to try planned yet; one query."""
    goals = Goal.objects.visible_to(user).open().filter(pk__in=meeting.goals.values("pk"), experiments=None)
    held = Meeting.objects.visible_to(user).exclude(held_at=None).filter(goals__in=goals)
    counted = held.values("goals", "goals__subject").annotate(talks=Count("pk")).order_by("goals")
    return {"goals": counted.filter(talks__gte=TALKS_BEFORE_TRYING)}


def _newest(rows: MeetingQuerySet) -> dict[str, Any]:
    """The first rows, and how many further ones there are; one query."""
    found = list(rows.with_people().newest_first()[: ROWS + 1])
    return {"meetings": found[:ROWS], "further": len(found) > ROWS}
