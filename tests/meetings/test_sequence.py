"""Calendars know an appointment by one name, and by how often what they were told of it changed (RFC 5545)."""

from datetime import timedelta

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, arranged, asked, fix

pytestmark = pytest.mark.django_db


def test_rises_from_arranging_over_moving_to_cancelling(amina: User) -> None:
    meeting = arranged(amina)
    uid, sequences = meeting.uid, [meeting.sequence]
    sequences.append(fix(meeting, TOMORROW + timedelta(hours=2)).sequence)
    meeting.cancel(now=NOW)
    again = Meeting.objects.get(pk=meeting.pk)
    assert [*sequences, again.sequence] == [0, 1, 2]
    assert again.uid == uid


def test_another_place_is_news_too(amina: User) -> None:
    assert fix(arranged(amina), place="Her office").sequence == 1


def test_the_same_words_are_no_news(amina: User) -> None:
    assert fix(arranged(amina)).sequence == 0


def test_a_refused_time_is_no_news(amina: User) -> None:
    arranged(amina)
    other = arranged(amina, TOMORROW + timedelta(hours=3))
    with pytest.raises(Meeting.Clash):
        fix(other, TOMORROW)
    assert other.sequence == Meeting.objects.get(pk=other.pk).sequence == 0


def test_what_was_never_arranged_has_nothing_to_tell(amina: User) -> None:
    meeting = asked(amina)
    meeting.cancel(now=NOW)
    assert Meeting.objects.get(pk=meeting.pk).sequence is None


def test_every_appointment_has_a_name_of_its_own(amina: User) -> None:
    assert arranged(amina).uid != arranged(amina, TOMORROW + timedelta(days=1)).uid
