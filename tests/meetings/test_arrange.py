"""Fixing time and place, and moving."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_meeting
from tests.meetings.builders import TOMORROW, arranged, asked, fix, held, touches

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_implies_yes(amina: User, signals: list[Any]) -> None:
    meeting = arranged(amina)
    assert (meeting.stage, meeting.answer, meeting.moves) == (Stage.ARRANGED, "yes", 0)
    assert meeting.ends_at == TOMORROW + timedelta(minutes=20)
    assert touches(meeting)[-1] == (
        "arranged",
        "Scheduled for Thursday 19 November, 10:00–10:20, Berlin time (9:00–9:20, Accra time)",
    )
    assert signals[-1] == ("arranged", meeting, NOW)


def test_moving_keeps_the_old_time_on_the_timeline(amina: User) -> None:
    meeting = fix(arranged(amina), TOMORROW + timedelta(hours=2))
    assert meeting.moves == 1
    moved = "Moved from Thursday 19 November, 10:00–10:20, Berlin time to Thursday 19 November, 12:00–12:20"
    assert touches(meeting)[-1][1].startswith(moved)


def test_another_place_is_no_move(amina: User) -> None:
    meeting = fix(arranged(amina), place="Her office")
    assert (meeting.moves, meeting.where) == (0, "Her office")
    assert touches(meeting)[-1][1].startswith("Changed how or where")


def test_the_same_words_twice_are_one(amina: User, signals: list[Any]) -> None:
    fix(arranged(amina))
    assert [name for name, *_ in signals] == ["asked", "arranged"]


def test_refuses_the_past(amina: User) -> None:
    with pytest.raises(Meeting.Past):
        arranged(amina, NOW)


def test_refuses_a_double_booking_and_keeps_what_stood(amina: User) -> None:
    arranged(amina)
    other = fix(asked(amina), TOMORROW + timedelta(hours=3))
    with pytest.raises(Meeting.Clash):
        fix(other, TOMORROW + timedelta(minutes=19))
    assert other.starts_at == TOMORROW + timedelta(hours=3)
    assert Meeting.objects.get(pk=other.pk).starts_at == other.starts_at
    fix(other, TOMORROW + timedelta(minutes=20))


def test_two_students_may_talk_at_the_same_time(amina: User, bo: User) -> None:
    arranged(amina)
    assert arranged(bo).stage == Stage.ARRANGED


def test_refuses_once_held(amina: User) -> None:
    with pytest.raises(Meeting.AlreadyHeld):
        fix(held(amina), TOMORROW + timedelta(days=2))


def test_works_from_planned(amina: User) -> None:
    assert fix(a_meeting(amina)).stage == Stage.ARRANGED
