"""A question that comes up in the conversation."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from core.once import new_token
from meetings.models import Meeting
from tests.cast import a_meeting
from tests.notes.builders import a_question

pytestmark = pytest.mark.django_db


def texts(meeting: Meeting) -> list[str]:
    return [question.text for question in Agenda.of(meeting).questions.in_order()]


def test_goes_behind_the_question_that_is_talked_about(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    first, _ = a_question(meeting, "One?"), a_question(meeting, "Two?")
    as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": "Between?", "after": first.pk})
    assert texts(meeting) == ["One?", "Between?", "Two?"]


def test_opens_the_new_question(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": "Why?"}, follow=True)
    assert '<h2 id="t' in answer.content.decode()
    assert texts(meeting) == ["Why?"]


def test_a_double_submit_has_one_result(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    form = {"text": "Why?", "once": new_token()}
    address = reverse("notes:add", args=[meeting.pk])
    first, second = as_amina.post(address, form), as_amina.post(address, form)
    assert texts(meeting) == ["Why?"]
    assert first.url == second.url


@pytest.mark.parametrize("text", ["", "x" * 501, "a\0b"])
def test_refuses_with_a_sentence_and_keeps_the_words(as_amina: Client, amina: User, text: str) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": text})
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert text.replace("\0", "") in answer.content.decode().replace("\0", "")
    assert texts(meeting) == []


def test_refuses_more_than_a_half_hour_carries(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    for number in range(MOST):
        a_question(meeting, f"{number}?")
    answer = as_amina.post(
        reverse("notes:add", args=[meeting.pk]), {"text": "One more?"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 422
    assert "in your other notes instead." in answer.content.decode()


def test_refuses_a_foreign_question_to_go_behind(as_amina: Client, amina: User, bo: User) -> None:
    meeting, foreign = a_meeting(amina), a_question(a_meeting(bo))
    answer = as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": "Why?", "after": foreign.pk})
    assert answer.status_code == 404


THREE = ["How did you begin?", "What fills your week?", "Whom should I ask?"]
PASTED = "\r\n".join(f"{number}. {text}" for number, text in enumerate(THREE, 1))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_w14_a_pasted_list_is_offered_as_several(as_amina: Client, amina: User, headers: dict[str, str]) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": PASTED}, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Three questions?" in page
    assert "Add all three" in page
    assert texts(meeting) == []


def test_w14_all_of_them_go_behind_the_question_that_is_talked_about(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    first, _ = a_question(meeting, "One?"), a_question(meeting, "Two?")
    words = {"text": PASTED, "after": first.pk, "several": "all"}
    assert as_amina.post(reverse("notes:add", args=[meeting.pk]), words).status_code == 302
    assert texts(meeting) == ["One?", *THREE, "Two?"]


def test_w14_or_one_without_its_marks(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.post(reverse("notes:add", args=[meeting.pk]), {"text": PASTED, "several": "one"})
    assert texts(meeting) == [" ".join(THREE)]
