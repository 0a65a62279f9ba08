"""A question in the student's own words, through the front door."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from meetings.models import Meeting
from tests.cast import a_goal, a_meeting

ASKED = {"text": "What would you read next?", "phase": "C", "minutes": "3"}


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


def post(client: Client, meeting: Meeting, status: int = 302, htmx: bool = False, **more: object) -> str:
    headers = {"HX-Request": "true"} if htmx else {}
    response = client.post(reverse("agendas:write", args=[meeting.pk]), {**ASKED, **more}, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def test_adds_it_with_its_goals(amina: User, as_amina: Client, meeting: Meeting) -> None:
    goal = meeting.goals.get()
    post(as_amina, meeting, goals=[goal.pk])
    (row,) = Agenda.of(meeting).questions.all()
    assert (row.text, row.phase, row.minutes, row.spare, list(row.goals.all())) == (
        "What would you read next?",
        "C",
        3,
        False,
        [goal],
    )


def test_offers_the_goals_of_the_conversation_first_and_only_own_ones(
    amina: User, bo: User, as_amina: Client, meeting: Meeting
) -> None:
    a_goal(amina, "A newer one")
    a_goal(bo, "Bo wants this")
    text = as_amina.get(reverse("agendas:write", args=[meeting.pk])).content.decode()
    assert text.index("Marine conservation") < text.index("A newer one")
    assert "Bo wants this" not in text


def test_a_foreign_goal_does_not_exist(bo: User, as_amina: Client, meeting: Meeting) -> None:
    post(as_amina, meeting, 404, goals=[a_goal(bo).pk])
    post(as_amina, meeting, 404, goals=["9" * 30])
    post(as_amina, meeting, 404, goals=["x"])
    assert not Agenda.of(meeting).questions.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "Write the question first."),
        ({"text": " \x07 \u200e".replace("\u200e", "")}, "Write the question first."),
        ({"text": "a" * 501}, "Keep it under 500 characters, so you can say it. It has 501"),
        ({"text": "b" * 10_000_0}, "Keep it under 500 characters"),
        ({"text": "nul \0"}, "NUL"),
        ({"minutes": "0"}, "Choose between 1 and 10 minutes."),
        ({"minutes": "soon"}, "Choose between 1 and 10 minutes."),
        ({"phase": "Q"}, "Choose one of the four parts"),
    ],
)
def test_refuses_at_the_field_and_keeps_the_words(
    as_amina: Client, meeting: Meeting, given: dict[str, str], words: str
) -> None:
    text = post(as_amina, meeting, 422, **given)
    assert words in text
    assert 'class="error"' in text
    assert given.get("text", ASKED["text"])[:300].strip("\0 \x07") in text
    assert not Agenda.of(meeting).questions.exists()


def test_control_characters_and_line_ends_become_one_line(as_amina: Client, meeting: Meeting) -> None:
    post(as_amina, meeting, text="What\x07 would\r\nyou\tread?")
    assert Agenda.of(meeting).questions.get().text == "What would you read?"


def test_a_double_submit_has_one_result(as_amina: Client, meeting: Meeting) -> None:
    token = str(uuid.uuid4())
    post(as_amina, meeting, once=token)
    post(as_amina, meeting, once=token)
    assert Agenda.of(meeting).questions.count() == 1


def test_htmx_gets_the_next_one_to_write_and_a_refusal_goes_to_the_form(as_amina: Client, meeting: Meeting) -> None:
    text = post(as_amina, meeting, 200, htmx=True)
    assert 'data-announce="Question added."' in text
    assert "data-focus" in text
    response = as_amina.post(
        reverse("agendas:write", args=[meeting.pk]), {**ASKED, "text": ""}, headers={"HX-Request": "true"}
    )
    assert response.status_code == 422
    assert response.headers["HX-Retarget"] == "#agenda-new"
    assert "<html" not in response.content.decode()


def test_refuses_more_than_an_agenda_holds(amina: User, as_amina: Client, meeting: Meeting) -> None:
    for number in range(MOST):
        post(as_amina, meeting, text=f"What is {number} to you?")
    assert "Remove a question first" in post(as_amina, meeting, 422)


def test_by_itself_the_page_asks_for_no_sheet_to_put_the_answer_in(as_amina: Client, meeting: Meeting) -> None:
    url = reverse("agendas:write", args=[meeting.pk])
    assert 'hx-target="#agenda-new"' not in as_amina.get(url).content.decode()
    assert 'hx-target="#agenda-new"' in as_amina.get(url, headers={"HX-Request": "true"}).content.decode()


def test_offers_the_same_wording_once(as_amina: Client, meeting: Meeting) -> None:
    words = {"text": "Is the pay good, and don't you agree that schools are too slow?"}
    answer = as_amina.post(reverse("agendas:look", args=[meeting.pk]), words, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert page.count('class="remark ') > page.count("Use this wording") > 0
