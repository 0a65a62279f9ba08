"""Reminding once."""

from typing import Any

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_meeting
from tests.meetings.builders import TOMORROW, answered, asked

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_counts_reminders(amina: User, signals: list[Any]) -> None:
    meeting = asked(amina)
    meeting.nudge(now=TOMORROW)
    assert (meeting.stage, meeting.nudges, meeting.nudged_at) == (Stage.ASKED, 1, TOMORROW)
    assert signals[-1][0] == "nudged"


def test_refuses_before_asking_after_an_answer_and_after_closing(amina: User) -> None:
    with pytest.raises(Meeting.NotAsked):
        a_meeting(amina).nudge(now=NOW)
    with pytest.raises(Meeting.AlreadyAnswered):
        answered(amina).nudge(now=NOW)
    meeting = asked(amina)
    meeting.close(now=NOW)
    with pytest.raises(Meeting.Closed):
        meeting.nudge(now=NOW)
