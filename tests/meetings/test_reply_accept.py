"""The contact chooses one of the offered times."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from meetings.models import Invitation, Meeting
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, anew, arranged, fix, invited, touches

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def accept(invitation: Invitation, nth: int = 1, **more: Any) -> None:
    """Choose the `nth` time, online, from Accra."""
    words = {"now": NOW, "zone": "Africa/Accra", "mode": "online", **more}
    invitation.accept(invitation.offers.get(place=nth).pk, **words)


def test_arranges_the_conversation_and_tells_everybody(amina: User, told: list[Any]) -> None:
    invitation = invited(amina)
    accept(invitation, 2)
    meeting = anew(invitation).meeting
    assert (meeting.stage, meeting.starts_at) == ("arranged", NOW + timedelta(days=2))
    assert (meeting.contact_zone, meeting.mode, meeting.sequence) == ("Africa/Accra", "online", 0)
    assert [name for name, *_ in told] == ["asked", "arranged"]
    assert invitation.answer == "accepted"
    assert touches(meeting)[-1][0] == "arranged"


def test_counts_as_asked_where_the_student_did_not_say_so(amina: User) -> None:
    invitation = Invitation.offer(a_meeting(amina), by=amina, now=NOW, times=[TOMORROW])
    accept(invitation)
    assert anew(invitation).meeting.asked_by == "email"


def test_keeps_the_students_own_place_for_the_same_way(amina: User) -> None:
    meeting = arranged(amina, mode="online", place="", link="https://meet.example.org/a")
    invitation = Invitation.offer(meeting, by=amina, now=NOW, times=[NOW + timedelta(days=3)])
    accept(invitation)
    assert anew(invitation).meeting.link == "https://meet.example.org/a"
    accept(invitation, mode="phone", place="+233 30 2123456")
    meeting = anew(invitation).meeting
    assert (meeting.mode, meeting.place, meeting.link) == ("phone", "+233 30 2123456", "")


def test_is_told_when_the_time_was_taken_meanwhile(amina: User) -> None:
    invitation = invited(amina)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), TOMORROW + timedelta(minutes=10))
    with pytest.raises(Invitation.Taken):
        accept(invitation)
    assert [offer.place for offer in invitation.still_free(now=NOW)] == [2]
    accept(invitation, 2)


def test_is_told_when_the_time_has_passed_or_is_no_longer_offered(amina: User) -> None:
    invitation = invited(amina)
    gone = invitation.offers.get(place=1).pk
    with pytest.raises(Invitation.Past):
        accept(invitation, now=TOMORROW)
    Invitation.offer(invitation.meeting, by=amina, now=NOW, times=[TOMORROW])
    with pytest.raises(Invitation.Gone):
        invitation.accept(gone, now=NOW, zone="UTC", mode="online")


def test_may_be_changed_until_an_hour_before(amina: User) -> None:
    invitation = invited(amina)
    accept(invitation)
    accept(invitation, 2, now=TOMORROW - HOUR)
    assert anew(invitation).meeting.moves == 1
    accept(invitation, 1, now=TOMORROW - 2 * HOUR)
    with pytest.raises(Invitation.TooLate):
        accept(invitation, 2, now=TOMORROW - HOUR + timedelta(seconds=1))


def test_is_refused_after_calling_off_and_after_talking(amina: User) -> None:
    first, second = invited(amina), invited(amina, NOW + timedelta(days=4))
    first.meeting.cancel(by=amina, now=NOW)
    with pytest.raises(Invitation.CalledOff):
        accept(first)
    fix(second.meeting).hold(by=amina, now=TOMORROW)
    with pytest.raises(Invitation.Held):
        accept(second, now=TOMORROW)


def test_is_refused_where_another_window_answered(amina: User) -> None:
    invitation = invited(amina)
    seen = invitation.turn
    invitation.decline(now=NOW, seen=seen)
    with pytest.raises(Invitation.Meanwhile):
        accept(anew(invitation), seen=seen)
    accept(anew(invitation), seen=seen + 1)


def test_ends_with_its_time_or_the_students_word(amina: User) -> None:
    invitation = invited(amina)
    late = NOW + timedelta(days=60)
    assert invitation.is_open(late - timedelta(seconds=1))
    with pytest.raises(Invitation.Ended):
        accept(invitation, now=late)
    invitation.withdraw(by=amina, now=NOW)
    with pytest.raises(Invitation.Ended):
        accept(invitation)


def test_lasts_beyond_the_last_time_on_offer_and_beyond_what_was_arranged(amina: User) -> None:
    far = NOW + timedelta(days=90)
    invitation = invited(amina, far)
    assert invitation.expires_at == far + timedelta(days=1)
    meeting = fix(invitation.meeting, far + timedelta(days=5))
    assert anew(invitation).is_open(far + timedelta(days=5))
    assert meeting.stage == Meeting.Stage.ARRANGED
