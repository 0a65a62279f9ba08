"""What this room puts on the page of a conversation: the debrief in short, the notes and the people named."""

from datetime import datetime
from typing import Any

from accounts.models import User
from meetings.models import Meeting
from notes.models import Debrief, NamedPerson, Note


def of_conversation(meeting: Meeting, user: User, now: datetime) -> dict[str, Any]:
    """What came of one conversation; only what there is, is asked for."""
    notes, named = [], []
    if "notes" in meeting.has:
        notes = list(Note.objects.visible_to(user).filter(meeting=meeting).written().in_order())
    if "named" in meeting.has:
        people = NamedPerson.objects.visible_to(user).filter(meeting=meeting)
        named = list(people.in_order().select_related("contact"))
    shown = bool(meeting.held_at or notes or named)
    return {
        "meeting": meeting,
        "debrief": Debrief.objects.visible_to(user).filter(meeting=meeting).first() if shown else None,
        "notes": notes,
        "comparable": any(note.bank_id for note in notes),
        "named": named,
    }
