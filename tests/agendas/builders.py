"""Builders of agendas by the real verbs."""

from datetime import datetime

from agendas.models import Agenda, Question
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
