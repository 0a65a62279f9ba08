"""Closing kindly."""

from typing import Any

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.meetings.builders import TOMORROW, asked

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_leaves_the_door_open(amina: User, signals: list[Any]) -> None:
    meeting = asked(amina)
    meeting.close(now=TOMORROW)
    assert meeting.stage == Stage.NO_ANSWER
    assert signals[-1][0] == "closed"
    meeting.hear(now=TOMORROW, answer="yes")
    assert meeting.stage == Stage.ANSWERED
