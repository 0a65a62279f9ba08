"""What a letter knows of its conversation."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from meetings.facts import gather
from meetings.models import Meeting
from tests.cast import a_contact, a_meeting

pytestmark = pytest.mark.django_db

# Monday morning in Sydney, and still Sunday evening in Berlin.
BEGAN = datetime(2026, 11, 15, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("mode", "day"),
    [(Meeting.Mode.IN_PERSON, "Monday"), (Meeting.Mode.PHONE, "Sunday"), (Meeting.Mode.ONLINE, "Sunday")],
)
def test_a_talk_in_person_has_the_day_of_its_place(amina: User, mode: str, day: str) -> None:
    referrer = a_contact(amina, "Marta Lindt")
    meeting = a_meeting(amina, a_contact(amina, referred_by=referrer, time_zone="Australia/Sydney"))
    meeting.mode, meeting.starts_at, meeting.ends_at = mode, BEGAN, BEGAN + timedelta(minutes=20)
    meeting.held_at = meeting.ends_at
    meeting.save()
    assert gather(meeting, "report", now=BEGAN + timedelta(days=1)).held_on == day


def test_a_talk_has_the_day_on_which_it_began_though_it_was_noted_after_midnight(amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, time_zone="Europe/Berlin"))
    # Twenty minutes before midnight in Berlin, on a Sunday.
    meeting.starts_at = datetime(2026, 11, 15, 22, 40, tzinfo=UTC)
    meeting.ends_at = meeting.starts_at + timedelta(minutes=20)
    meeting.held_at = meeting.ends_at + timedelta(minutes=10)
    meeting.save()
    assert gather(meeting, "thanks", now=meeting.held_at).held_on == "Sunday"
