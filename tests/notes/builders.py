"""Rows of this room, made by their real verbs."""

from datetime import datetime
from typing import Any

from agendas.models import Agenda, Question
from contacts.models import Contact
from core.models import Version
from meetings.models import Meeting
from notes.models import NamedPerson, Note
from tests.cast import NOW


def a_question(
    meeting: Meeting, text: str = "What led you to this work?", *, bank_id: str = "", **more: Any
) -> Question:
    """A question on the agenda of `meeting`, behind those it has."""
    agenda = Agenda.of(meeting)
    return agenda.questions.create(position=agenda.questions.count() + 1, text=text, bank_id=bank_id, **more)


def a_note(
    meeting: Meeting,
    question: Question | None = None,
    words: str = "She began on a trawler.",
    *,
    now: datetime = NOW,
    seen: Version | None = None,
) -> Note:
    return Note.write(meeting, question, now=now, seen=seen, words=words)


def somebody_named(meeting: Meeting, name: str = "Jo Park", *, now: datetime = NOW, **more: Any) -> NamedPerson:
    words = {"about": "Runs the seagrass survey.", "may_use_name": True, **more}
    return NamedPerson.add(meeting, now=now, name=name, **words)


def contacts_of(meeting: Meeting) -> list[str]:
    return sorted(Contact.objects.visible_to(meeting.owner).values_list("name", flat=True))
