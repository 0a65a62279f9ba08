"""Up, down and to a place, among the planned and among the spare."""

from datetime import datetime

import pytest
from django.db import connection

from accounts.models import User
from agendas.models import Agenda, Question
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting


@pytest.fixture
def rows(amina: User) -> list[Question]:
    """Four planned, two spare."""
    return an_agenda(a_meeting(amina), "W", "C", "S", "X", "c", "s")


def order(rows: list[Question]) -> list[int]:
    """The questions as they now stand, each by its first place, and a check that places have no gap."""
    standing = list(Agenda.objects.get(pk=rows[0].agenda_id).questions.in_order())
    assert [q.position for q in standing] == list(range(1, len(standing) + 1))
    return [[row.pk for row in rows].index(q.pk) + 1 for q in standing]


def test_up(rows: list[Question], amina: User, now: datetime) -> None:
    assert rows[2].move_up() == (2, 4)
    assert order(rows) == [1, 3, 2, 4, 5, 6]
    assert rows[2].position == 2


def test_up_at_the_top_stays(rows: list[Question], amina: User, now: datetime) -> None:
    assert rows[0].move_up() == (1, 4)
    assert order(rows) == [1, 2, 3, 4, 5, 6]


def test_down(rows: list[Question], amina: User, now: datetime) -> None:
    assert rows[0].move_down() == (2, 4)
    assert order(rows) == [2, 1, 3, 4, 5, 6]


def test_down_at_the_end_of_its_group_stays_in_it(rows: list[Question], amina: User, now: datetime) -> None:
    assert rows[3].move_down() == (4, 4)
    assert rows[4].move_up() == (1, 2)
    assert order(rows) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("to", "lands"), [(1, 1), (3, 3), (99, 4), (0, 1), (-5, 1)])
def test_to_a_place(rows: list[Question], amina: User, now: datetime, to: int, lands: int) -> None:
    assert rows[1].move_to(to) == (lands, 4)
    assert order(rows).index(2) + 1 == lands


def test_two_moves_from_the_same_page_both_count(rows: list[Question], amina: User, now: datetime) -> None:
    seen = Question.objects.get(pk=rows[3].pk)
    rows[3].move_up()
    seen.move_up()
    assert order(rows) == [1, 4, 2, 3, 5, 6]


def test_one_dropped_meanwhile_moves_nothing(rows: list[Question], amina: User, now: datetime) -> None:
    gone = Question.objects.get(pk=rows[1].pk)
    rows[1].drop(now=now)
    with pytest.raises(Question.Gone):
        gone.move_up()
    assert gone.agenda.questions.count() == 5


def test_places_are_checked_by_the_database(rows: list[Question], amina: User, now: datetime) -> None:
    for question in rows[:4]:
        question.move_to(1)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert order(rows) == [4, 3, 2, 1, 5, 6]
