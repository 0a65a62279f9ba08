"""A better wording, another part, other goals."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda, Question
from meetings.models import Meeting
from tests.agendas.builders import an_agenda
from tests.cast import a_goal, a_meeting


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


def post(client: Client, row: Question, **given: object) -> tuple[int, str]:
    words = {"text": row.text, "phase": row.phase, "minutes": row.minutes, **given}
    if row.spare and "spare" not in given:
        words["spare"] = "on"
    response = client.post(reverse("agendas:revise", args=[row.agenda.meeting_id, row.pk]), words)
    return response.status_code, response.content.decode()


def test_keeps_its_place_when_only_words_change(as_amina: Client, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "C", "X")
    assert post(as_amina, rows[1], text="How so?", minutes=5)[0] == 302
    standing = list(Agenda.of(meeting).questions.in_order())
    assert (standing[1].text, standing[1].minutes) == ("How so?", 5)


def test_made_spare_it_goes_behind_the_planned_ones(as_amina: Client, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "X")
    post(as_amina, rows[1], spare="on")
    assert [(q.phase, q.spare, q.position) for q in Agenda.of(meeting).questions.in_order()] == [
        ("W", False, 1),
        ("X", False, 2),
        ("C", True, 3),
    ]


def test_planned_again_it_stands_before_the_closing(as_amina: Client, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "X", "c")
    post(as_amina, rows[2], spare="")
    assert [q.phase for q in Agenda.of(meeting).questions.in_order()] == ["W", "C", "X"]


def test_ties_it_to_goals_and_unties_it(amina: User, as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    goal = meeting.goals.get()
    post(as_amina, row, goals=[goal.pk])
    assert list(row.goals.all()) == [goal]
    post(as_amina, row)
    assert not row.goals.exists()


def test_a_foreign_goal_does_not_exist(bo: User, as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    assert post(as_amina, row, goals=[a_goal(bo).pk])[0] == 404


def test_a_question_of_another_conversation_is_not_here(amina: User, as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(a_meeting(amina), "W")
    for act in ("revise", "drop", "move_up", "move_down", "move_to"):
        assert as_amina.post(reverse(f"agendas:{act}", args=[meeting.pk, row.pk])).status_code == 404


def test_a_stale_form_loses_no_words(as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    post(as_amina, row, text="Newer words?", revision=0, edit_session="a")
    status, html = post(as_amina, row, text="Older words?", revision=0, edit_session="b")
    assert status == 422
    assert "Older words?" in html
    assert "Newer words?" in html
    row.refresh_from_db()
    assert row.text == "Newer words?"


def test_refuses_at_the_field_and_keeps_the_words(as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    status, html = post(as_amina, row, text="", minutes=11)
    assert status == 422
    assert "Write the question first." in html
    assert "Choose between 1 and 10 minutes." in html
