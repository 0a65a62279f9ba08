"""Saying that the thank-you went out."""

from typing import Any

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, asked, held

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_comes_after_the_talk_and_once(amina: User, signals: list[Any]) -> None:
    meeting = held(amina)
    meeting.thank(now=TOMORROW)
    assert meeting.stage == Stage.THANKED
    assert signals[-1][0] == "thanked"
    with pytest.raises(Meeting.AlreadyThanked):
        meeting.thank(now=TOMORROW)
    with pytest.raises(Meeting.NotHeld):
        asked(amina).thank(now=NOW)
