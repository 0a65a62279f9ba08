"""Recording the answer."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_meeting
from tests.meetings.builders import TOMORROW, answered, arranged, asked

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


@pytest.mark.parametrize(
    ("answer", "stage"), [("yes", Stage.ANSWERED), ("later", Stage.ANSWERED), ("no", Stage.DECLINED)]
)
def test_records_the_answer(amina: User, answer: str, stage: str, signals: list[Any]) -> None:
    meeting = answered(amina, answer)
    assert (meeting.stage, meeting.answer) == (stage, answer)
    assert signals[-1] == ("answered", meeting, NOW)


def test_takes_a_change_of_mind(amina: User) -> None:
    meeting = answered(amina, "no")
    meeting.hear(now=TOMORROW, answer="yes")
    assert (meeting.stage, meeting.answered_at) == (Stage.ANSWERED, TOMORROW)


def test_the_same_answer_twice_is_one(amina: User, signals: list[Any]) -> None:
    meeting = answered(amina)
    meeting.hear(now=TOMORROW, answer="yes")
    assert [name for name, *_ in signals] == ["asked", "answered"]


def test_refuses_where_a_time_stands_or_nobody_asked(amina: User) -> None:
    with pytest.raises(Meeting.AlreadyArranged):
        arranged(amina).hear(now=NOW, answer="no")
    with pytest.raises(Meeting.NotAsked):
        a_meeting(amina).hear(now=NOW, answer="no")


def test_a_yes_leads_to_time_and_place(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    response = as_amina.post(reverse("meetings:hear", args=[meeting.pk]), {"answer": "yes"})
    assert response.headers["Location"] == reverse("meetings:time", args=[meeting.pk])


@pytest.mark.parametrize(("answer", "words"), [("", "Choose what they said"), ("perhaps", "Choose yes, later or no")])
def test_refuses_what_is_no_answer(as_amina: Client, amina: User, answer: str, words: str) -> None:
    response = as_amina.post(reverse("meetings:hear", args=[asked(amina).pk]), {"answer": answer})
    assert response.status_code == 422
    assert words in response.content.decode()


def test_says_why_it_was_refused(as_amina: Client, amina: User) -> None:
    response = as_amina.post(reverse("meetings:hear", args=[a_meeting(amina).pk]), {"answer": "no"})
    assert response.status_code == 422
    assert "You haven’t sent your request yet" in response.content.decode()


def test_the_same_answer_takes_a_resting_conversation_up_again(amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.ask(now=NOW, channel="email")
    meeting.hear(now=NOW, answer="yes")
    meeting.rest(now=NOW)
    meeting.hear(now=NOW, answer="yes")
    assert Meeting.objects.get(pk=meeting.pk).stage == Meeting.Stage.ANSWERED


def test_keeps_the_day_before_which_they_do_not_want_to_be_asked(amina: User) -> None:
    meeting = asked(amina)
    meeting.hear(now=NOW, answer="later", not_before=date(2027, 5, 1))
    meeting.hear(now=NOW, answer="later", not_before=date(2027, 5, 2))
    assert Meeting.objects.get(pk=meeting.pk).not_before == date(2027, 5, 2)
    meeting.hear(now=NOW, answer="yes")
    assert Meeting.objects.get(pk=meeting.pk).not_before is None
