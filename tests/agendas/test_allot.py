"""More or fewer minutes for a question, at once; the dial follows."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Question
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting

HTMX = {"HX-Request": "true"}


@pytest.fixture
def row(amina: User) -> Question:
    return an_agenda(a_meeting(amina), "W", "C")[0]


def address(row: Question) -> str:
    return reverse("agendas:allot", args=[row.agenda.meeting_id, row.pk])


def test_the_dial_follows_and_what_is_left_is_said(as_amina: Client, row: Question) -> None:
    text = as_amina.post(address(row), {"minutes": 8, "opened": row.pk}, headers=HTMX).content.decode()
    assert 'data-announce="15 of 20 minutes planned (5 left)"' in text
    assert '<p class="small" id="budget">15 of 20 minutes planned (5 left)</p>' in text
    assert f'id="minutes-{row.pk}"' in text
    row.refresh_from_db()
    assert (row.minutes, row.revision) == (8, 0)


def test_without_javascript_the_page_comes_back_with_the_question_open(as_amina: Client, row: Question) -> None:
    answer = as_amina.post(address(row), {"minutes": 8, "opened": row.pk})
    page = reverse("agendas:agenda", args=[row.agenda.meeting_id])
    assert answer.headers["Location"] == f"{page}?open={row.pk}#question-{row.pk}"


@pytest.mark.parametrize("minutes", ["", "0", "11", "soon"])
def test_refuses_what_is_no_number_of_minutes(as_amina: Client, row: Question, minutes: str) -> None:
    for headers in (HTMX, {}):
        answer = as_amina.post(address(row), {"minutes": minutes}, headers=headers)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()
    row.refresh_from_db()
    assert row.minutes == 3


def test_words_that_are_typed_meanwhile_are_no_older_for_it(as_amina: Client, row: Question) -> None:
    words = {"text": "How did you begin?", "phase": "W", "revision": row.revision, "edit_session": "a"}
    as_amina.post(address(row), {"minutes": 5})
    revise = reverse("agendas:revise", args=[row.agenda.meeting_id, row.pk])
    assert as_amina.post(revise, words).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.minutes) == ("How did you begin?", 5)
