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
    words = {"text": row.text, "phase": row.phase, **given}
    if row.spare and "spare" not in given:
        words["spare"] = "on"
    response = client.post(reverse("agendas:revise", args=[row.agenda.meeting_id, row.pk]), words)
    return response.status_code, response.content.decode()


def test_keeps_its_place_when_only_words_change(as_amina: Client, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "C", "X")
    assert post(as_amina, rows[1], text="How so?")[0] == 302
    standing = list(Agenda.of(meeting).questions.in_order())
    assert (standing[1].text, standing[1].minutes) == ("How so?", 3)


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
    status, html = post(as_amina, row, text="", phase="Q")
    assert status == 422
    assert "Write the question first." in html
    assert "Choose one of the four parts of a conversation." in html


def test_saved_it_is_closed_and_left_it_gives_the_focus_to_what_opened_it(as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    htmx, here = {"HX-Request": "true"}, reverse("agendas:agenda", args=[meeting.pk])
    opened = as_amina.get(here, {"open": row.pk}, headers=htmx).content.decode()
    # The question that was pressed keeps the focus, and its words do not take it.
    assert opened.count("data-focus") == 1
    assert 'aria-expanded="true"' in opened
    assert f'hx-get="{here}?at={row.pk}"' in opened
    words = {"text": "How so?", "phase": "W", "opened": row.pk}
    saved = as_amina.post(reverse("agendas:revise", args=[meeting.pk, row.pk]), words, headers=htmx).content.decode()
    left = as_amina.get(here, {"at": row.pk}, headers=htmx).content.decode()
    for text in (saved, left):
        assert 'aria-expanded="true"' not in text
        assert f'id="row-{row.pk}"' in text[: text.index("data-focus")]


def test_a7_a_refusal_stands_in_the_open_row(as_amina: Client, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    address = reverse("agendas:revise", args=[meeting.pk, row.pk])
    answer = as_amina.post(address, {"text": "", "phase": "W"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (422, f"#words-{row.pk}")
    assert "data-focus" in answer.content.decode()
