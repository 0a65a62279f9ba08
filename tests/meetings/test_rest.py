"""Letting it rest."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, answered, arranged

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_rests_until_something_happens(amina: User, signals: list[Any]) -> None:
    meeting = answered(amina, "later")
    meeting.rest(now=NOW)
    assert (meeting.stage, signals[-1][0]) == (Stage.RESTING, "rested")
    with pytest.raises(Meeting.AlreadyResting):
        meeting.rest(now=NOW)
    meeting.hear(now=TOMORROW, answer="yes")
    assert meeting.stage == Stage.ANSWERED


def test_refuses_while_a_time_stands(amina: User) -> None:
    with pytest.raises(Meeting.AlreadyArranged):
        arranged(amina).rest(now=NOW)


def test_from_the_page(as_amina: Client, amina: User) -> None:
    meeting = answered(amina, "later")
    as_amina.post(reverse("meetings:rest", args=[meeting.pk]))
    meeting.refresh_from_db()
    assert meeting.stage == Stage.RESTING
    assert as_amina.post(reverse("meetings:rest", args=[meeting.pk])).status_code == 422
