"""The contact chooses one of the offered times."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from meetings.models import Meeting, Reply
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, anew, arranged, fix, invited, touches

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def accept(reply: Reply, nth: int = 1, **more: Any) -> None:
    """Choose the `nth` time, online, from Accra."""
    words = {"now": NOW, "zone": "Africa/Accra", "mode": "online", **more}
    reply.accept(reply.offers.get(position=nth).pk, **words)


def test_arranges_the_conversation_and_tells_everybody(amina: User, signals: list[Any]) -> None:
    reply = invited(amina)
    accept(reply, 2)
    meeting = anew(reply).meeting
    assert (meeting.stage, meeting.starts_at) == ("arranged", NOW + timedelta(days=2))
    assert (meeting.contact_zone, meeting.mode, meeting.sequence) == ("Africa/Accra", "online", 0)
    assert [name for name, *_ in signals] == ["asked", "arranged", "replied"]
    assert reply.answer == "accepted"
    assert touches(meeting)[-1][0] == "arranged"


def test_counts_as_asked_where_the_student_did_not_say_so(amina: User) -> None:
    reply = Reply.offer(a_meeting(amina), now=NOW, times=[TOMORROW])
    accept(reply)
    assert anew(reply).meeting.asked_by == "email"


def test_keeps_the_students_own_place_for_the_same_way(amina: User) -> None:
    meeting = arranged(amina, mode="online", place="", link="https://meet.example.org/a")
    reply = Reply.offer(meeting, now=NOW, times=[NOW + timedelta(days=3)])
    accept(reply)
    assert anew(reply).meeting.link == "https://meet.example.org/a"
    accept(reply, mode="phone", place="+233 30 2123456")
    meeting = anew(reply).meeting
    assert (meeting.mode, meeting.place, meeting.link) == ("phone", "+233 30 2123456", "")


def test_is_told_when_the_time_was_taken_meanwhile(amina: User) -> None:
    reply = invited(amina)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), TOMORROW + timedelta(minutes=10))
    with pytest.raises(Reply.Taken):
        accept(reply)
    assert [offer.position for offer in reply.still_free(now=NOW)] == [2]
    accept(reply, 2)


def test_is_told_when_the_time_has_passed_or_is_no_longer_offered(amina: User) -> None:
    reply = invited(amina)
    gone = reply.offers.get(position=1).pk
    with pytest.raises(Reply.Past):
        accept(reply, now=TOMORROW)
    Reply.offer(reply.meeting, now=NOW, times=[TOMORROW + HOUR])
    with pytest.raises(Reply.Gone):
        reply.accept(gone, now=NOW, zone="UTC", mode="online")


def test_may_be_changed_until_an_hour_before(amina: User) -> None:
    reply = invited(amina)
    accept(reply)
    accept(reply, 2, now=TOMORROW - HOUR)
    assert anew(reply).meeting.moves == 1
    accept(reply, 1, now=TOMORROW - 2 * HOUR)
    with pytest.raises(Reply.TooLate):
        accept(reply, 2, now=TOMORROW - HOUR + timedelta(seconds=1))


def test_is_refused_after_calling_off_and_after_talking(amina: User) -> None:
    first, second = invited(amina), invited(amina, NOW + timedelta(days=4))
    first.meeting.cancel(now=NOW)
    with pytest.raises(Reply.CalledOff):
        accept(first)
    fix(second.meeting).hold(now=TOMORROW)
    with pytest.raises(Reply.Held):
        accept(second, now=TOMORROW)


def test_is_refused_where_another_window_answered(amina: User) -> None:
    reply = invited(amina)
    seen = reply.version
    reply.decline(now=NOW, seen=seen)
    with pytest.raises(Reply.Meanwhile):
        accept(anew(reply), seen=seen)
    accept(anew(reply), seen=seen + 1)


def test_ends_with_its_time_or_the_students_word(amina: User) -> None:
    reply = invited(amina)
    late = NOW + timedelta(days=60)
    assert reply.is_open(late - timedelta(seconds=1))
    with pytest.raises(Reply.Ended):
        accept(reply, now=late)
    reply.withdraw(now=NOW)
    with pytest.raises(Reply.Ended):
        accept(reply)


def test_lasts_beyond_the_last_time_on_offer_and_beyond_what_was_arranged(amina: User) -> None:
    far = NOW + timedelta(days=90)
    reply = invited(amina, far)
    assert reply.expires_at == far + timedelta(days=1)
    meeting = fix(reply.meeting, far + timedelta(days=5))
    assert anew(reply).is_open(far + timedelta(days=5))
    assert meeting.stage == Meeting.Stage.ARRANGED
