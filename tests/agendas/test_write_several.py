"""A list pasted as one's own question."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from meetings.models import Meeting
from tests.cast import a_meeting

THREE = ["How did you begin?", "What do you do all day?", "Whom else should I ask?"]
PASTED = "\r\n".join(f"•\t{question}" for question in THREE)
ASKED = {"text": PASTED, "phase": "C", "minutes": "3"}


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


def questions(meeting: Meeting) -> list[str]:
    return list(Agenda.of(meeting).questions.order_by("position").values_list("text", flat=True))


def post(client: Client, meeting: Meeting, *, htmx: bool = False, **more: str) -> tuple[int, str]:
    headers = {"HX-Request": "true"} if htmx else {}
    answer = client.post(reverse("agendas:write", args=[meeting.pk]), {**ASKED, **more}, headers=headers)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("htmx", [False, True])
def test_w14_three_questions_are_offered_and_the_words_stay(as_amina: Client, meeting: Meeting, htmx: bool) -> None:
    status, text = post(as_amina, meeting, htmx=htmx)
    assert status == 422
    assert "Three questions?" in text
    assert "Add all three" in text
    assert "Keep as one" in text
    assert all(text.count(question) == 2 for question in THREE)
    assert questions(meeting) == []


def test_w14_all_are_added(as_amina: Client, meeting: Meeting) -> None:
    status, _ = post(as_amina, meeting, several="all")
    assert (status, questions(meeting)) == (302, THREE)


def test_w14_or_they_are_kept_as_one_without_their_marks(as_amina: Client, meeting: Meeting) -> None:
    status, _ = post(as_amina, meeting, several="one")
    assert (status, questions(meeting)) == (302, [" ".join(THREE)])


def test_w14_each_is_measured_by_itself(as_amina: Client, meeting: Meeting) -> None:
    long = [f"How did you come to {'a' * 400}{number}?" for number in range(3)]
    text = "\n".join(f"{number}. {words}" for number, words in enumerate(long, 1))
    assert "Three questions?" in post(as_amina, meeting, text=text)[1]
    assert post(as_amina, meeting, text=text, several="all")[0] == 302
    assert questions(meeting) == long
    status, words = post(as_amina, meeting, text=f"- a?\n- {'b' * 501}?", several="all")
    assert (status, "which is 2 too many." in words) == (422, True)


def test_w14_all_or_none_where_the_agenda_is_full(as_amina: Client, meeting: Meeting) -> None:
    post(as_amina, meeting, text="What next?")
    text = "\n".join(f"- Question {number}?" for number in range(MOST))
    status, words = post(as_amina, meeting, text=text, several="all")
    assert (status, "Your agenda is full" in words) == (422, True)
    assert questions(meeting) == ["What next?"]
