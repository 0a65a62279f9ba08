"""Taking a question of the bank."""

from datetime import datetime

import pytest

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from coach import bank
from goals.models import Goal
from tests.agendas.builders import a_question, an_agenda
from tests.cast import a_goal, a_meeting


def test_keeps_what_the_bank_says(amina: User, now: datetime) -> None:
    asked = bank.questions()[0]
    question = Agenda.of(a_meeting(amina)).pick(asked)
    assert (
        question.text,
        question.phase,
        question.minutes,
        question.bank_id,
        question.category,
        question.position,
    ) == (
        asked.text,
        asked.phase,
        asked.minutes,
        asked.id,
        asked.category,
        1,
    )


def test_refuses_the_same_one_twice(amina: User, now: datetime) -> None:
    agenda = Agenda.of(a_meeting(amina))
    agenda.pick(bank.questions()[0])
    with pytest.raises(Agenda.Picked):
        agenda.pick(bank.questions()[0])


def test_refuses_more_than_anyone_could_read(amina: User, now: datetime) -> None:
    agenda = Agenda.of(a_meeting(amina))
    for asked in bank.questions()[:MOST]:
        agenda.pick(asked)
    with pytest.raises(Agenda.Full):
        agenda.pick(bank.questions()[MOST])


def test_serves_the_goals_of_its_kinds(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    decide = a_goal(amina, "Sea or land", kind=Goal.Kind.DECIDE)
    meeting.goals.add(decide)
    asked = next(q for q in bank.questions() if q.goals == ("decide",) or set(q.goals) == {"decide", "materials"})
    question = Agenda.of(meeting).pick(asked)
    assert list(question.goals.all()) == [decide]


def test_stands_in_the_funnels_order(amina: User, now: datetime) -> None:
    agenda = Agenda.of(a_meeting(amina))
    by_category = {q.category: q for q in bank.questions()}
    for category in (15, 7, 1, 14, 3, 5):
        agenda.pick(by_category[category])
    assert [q.category for q in agenda.questions.in_order()] == [1, 3, 5, 7, 14, 15]
    assert [q.position for q in agenda.questions.in_order()] == [1, 2, 3, 4, 5, 6]


def test_never_pushes_the_closing_away_from_the_end(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    questions = an_agenda(meeting, "W", "X")
    questions[0].move_to(2)  # an order made by hand: X W
    a_question(Agenda.of(meeting), phase="C")
    assert [q.phase for q in Agenda.of(meeting).questions.in_order()] == ["X", "W", "C"]
    a_question(Agenda.of(meeting), phase="X")
    a_question(Agenda.of(meeting), phase="S")
    assert [q.phase for q in Agenda.of(meeting).questions.in_order()] == ["X", "W", "C", "S", "X"]


def test_spare_ones_stand_behind_the_planned_ones(amina: User) -> None:
    rows = an_agenda(a_meeting(amina), "c", "X", "w", "W")
    assert [(q.phase, q.spare) for q in rows] == [("W", False), ("X", False), ("W", True), ("C", True)]
