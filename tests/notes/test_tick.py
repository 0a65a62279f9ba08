"""A question is ticked as asked, and the tick taken back."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.cast import a_meeting
from tests.notes.builders import a_question

pytestmark = pytest.mark.django_db


def test_ticks_and_comes_back_to_it(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    question = a_question(meeting)
    answer = as_amina.post(reverse("notes:tick", args=[meeting.pk, question.pk]), {"asked": "1"})
    question.refresh_from_db()
    assert question.asked_at is not None
    assert answer.url == reverse("notes:meet", args=[meeting.pk]) + f"#q{question.pk}"


def test_takes_the_tick_back(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    question = a_question(meeting)
    for asked in ("1", "0"):
        as_amina.post(reverse("notes:tick", args=[meeting.pk, question.pk]), {"asked": asked})
    question.refresh_from_db()
    assert question.asked_at is None


def test_refuses_a_question_of_another_conversation(as_amina: Client, amina: User, bo: User) -> None:
    mine, others = a_meeting(amina), a_question(a_meeting(bo))
    assert as_amina.post(reverse("notes:tick", args=[mine.pk, others.pk])).status_code == 404
    elsewhere = a_question(a_meeting(amina))
    assert as_amina.post(reverse("notes:tick", args=[mine.pk, elsewhere.pk])).status_code == 404
