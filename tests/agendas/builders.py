"""Builders of agendas by the real verbs."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from accounts.models import User
from agendas.models import Agenda, CentreQuestion, CentreSet, Question
from agendas.models.centre_question import WORDS as CENTRE_WORDS
from coach import bank
from meetings.models import Meeting
from tests.cast import NOW


def an_agenda(meeting: Meeting, *phases: str, now: datetime = NOW) -> list[Question]:
    """An agenda of `meeting` with a question of its own for each phase, a small letter for a spare one."""
    agenda = Agenda.of(meeting)
    for number, phase in enumerate(phases, 1):
        a_question(agenda, f"Question {number}?", phase=phase, now=now)
    return list(agenda.questions.in_order())


def a_question(
    agenda: Agenda, text: str = "What fills your week?", *, phase: str = "C", now: datetime = NOW
) -> Question:
    return agenda.write(
        text,
        phase=phase.upper(),
        minutes=3,
        spare=phase.islower(),
    )


def from_the_bank(number: int = 0) -> bank.BankQuestion:
    return bank.questions()[number]


WORDS: dict[str, Any] = {
    "text": "How did your first placement change your plans?",
    "category": 1,
    "phase": "W",
    "minutes": 2,
    "why": "Our students leave for their first placement in spring.",
    "probes": ["What came as a surprise?"],
}


def an_own_question(by: User, *, within: Collection[str] = (), now: datetime = NOW, **words: Any) -> CentreQuestion:
    """A question of the centre's own."""
    return CentreQuestion.add(by=by, now=now, within=within, **{**WORDS, **words})


def a_wording(by: User, code: str, text: str, *, now: datetime = NOW) -> CentreQuestion:
    """The centre's wording of the question of ours called `code`."""
    row = CentreQuestion.of(bank.question(code))
    words = {name: getattr(row, name) for name in CENTRE_WORDS}
    row.word(seen=None, by=by, now=now, **{**words, "text": text})
    return CentreQuestion.objects.get(code=code)


def an_own_set(by: User, *codes: str, title: str = "Before a placement", now: datetime = NOW) -> CentreSet:
    """A set of the centre's own with these questions in this order."""
    made = CentreSet.make(by=by, now=now, title=title, about="Students in their second year")
    for code in codes:
        made.put(code, by=by, now=now)
    return made
