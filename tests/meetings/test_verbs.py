"""What every verb of a conversation records, tells and refuses."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.dispatch import Signal

from accounts.models import User
from contacts.models import Touch
from meetings import events
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, answered, arranged, asked, fix, held

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


@pytest.fixture
def told() -> Iterator[list[tuple[str, Meeting, datetime]]]:
    """What the rooms above heard, in order."""
    heard: list[tuple[str, Meeting, datetime]] = []
    signals = {name: value for name, value in vars(events).items() if isinstance(value, Signal)}

    def listen(signal: Signal, meeting: Meeting, now: datetime, **more: Any) -> None:
        heard.append((next(name for name, value in signals.items() if value is signal), meeting, now))

    for signal in signals.values():
        signal.connect(listen)
    yield heard
    for signal in signals.values():
        signal.disconnect(listen)


def touches(meeting: Meeting) -> list[tuple[str, str]]:
    return [(t.kind, t.words) for t in Touch.objects.filter(contact=meeting.contact).order_by("pk")]


class TestAsk:
    def test_records_when_and_by_which_channel(self, amina: User, told: list[Any]) -> None:
        meeting = a_meeting(amina)
        meeting.ask(by=amina, now=NOW, channel="linkedin")
        assert (meeting.stage, meeting.asked_at, meeting.asked_by) == (Stage.ASKED, NOW, "linkedin")
        assert touches(meeting) == [("asked", "Asked on LinkedIn")]
        assert told == [("asked", meeting, NOW)]
        assert Touch.objects.get().link == meeting.get_absolute_url()

    def test_refuses_a_second_request(self, amina: User) -> None:
        meeting = asked(amina)
        with pytest.raises(Meeting.AlreadyAsked):
            meeting.ask(by=amina, now=NOW, channel="email")

    def test_refuses_what_was_cancelled(self, amina: User) -> None:
        meeting = a_meeting(amina)
        meeting.cancel(by=amina, now=NOW)
        with pytest.raises(Meeting.Cancelled):
            meeting.ask(by=amina, now=NOW, channel="email")

    def test_a_refusal_leaves_no_trace(self, amina: User, told: list[Any]) -> None:
        meeting = asked(amina)
        before, heard = touches(meeting), list(told)
        with pytest.raises(Meeting.AlreadyAsked):
            Meeting.objects.get(pk=meeting.pk).ask(by=amina, now=TOMORROW, channel="phone")
        assert (touches(meeting), told) == (before, heard)


class TestNudge:
    def test_counts_reminders(self, amina: User, told: list[Any]) -> None:
        meeting = asked(amina)
        meeting.nudge(by=amina, now=TOMORROW)
        assert (meeting.stage, meeting.nudges, meeting.nudged_at) == (Stage.ASKED, 1, TOMORROW)
        assert told[-1][0] == "nudged"

    def test_refuses_before_asking_after_an_answer_and_after_closing(self, amina: User) -> None:
        with pytest.raises(Meeting.NotAsked):
            a_meeting(amina).nudge(by=amina, now=NOW)
        with pytest.raises(Meeting.AlreadyAnswered):
            answered(amina).nudge(by=amina, now=NOW)
        meeting = asked(amina)
        meeting.close(by=amina, now=NOW)
        with pytest.raises(Meeting.Closed):
            meeting.nudge(by=amina, now=NOW)


class TestClose:
    def test_leaves_the_door_open(self, amina: User, told: list[Any]) -> None:
        meeting = asked(amina)
        meeting.close(by=amina, now=TOMORROW)
        assert meeting.stage == Stage.NO_ANSWER
        assert told[-1][0] == "closed"
        meeting.hear(by=amina, now=TOMORROW, answer="yes")
        assert meeting.stage == Stage.ANSWERED


class TestHear:
    @pytest.mark.parametrize(
        ("answer", "stage"), [("yes", Stage.ANSWERED), ("later", Stage.ANSWERED), ("no", Stage.DECLINED)]
    )
    def test_records_the_answer(self, amina: User, answer: str, stage: str, told: list[Any]) -> None:
        meeting = answered(amina, answer)
        assert (meeting.stage, meeting.answer) == (stage, answer)
        assert told[-1] == ("answered", meeting, NOW)

    def test_takes_a_change_of_mind(self, amina: User) -> None:
        meeting = answered(amina, "no")
        meeting.hear(by=amina, now=TOMORROW, answer="yes")
        assert (meeting.stage, meeting.answered_at) == (Stage.ANSWERED, TOMORROW)

    def test_the_same_answer_twice_is_one(self, amina: User, told: list[Any]) -> None:
        meeting = answered(amina)
        meeting.hear(by=amina, now=TOMORROW, answer="yes")
        assert [name for name, *_ in told] == ["asked", "answered"]

    def test_refuses_where_a_time_stands_or_nobody_asked(self, amina: User) -> None:
        with pytest.raises(Meeting.AlreadyArranged):
            arranged(amina).hear(by=amina, now=NOW, answer="no")
        with pytest.raises(Meeting.NotAsked):
            a_meeting(amina).hear(by=amina, now=NOW, answer="no")


class TestArrange:
    def test_implies_yes(self, amina: User, told: list[Any]) -> None:
        meeting = arranged(amina)
        assert (meeting.stage, meeting.answer, meeting.moves) == (Stage.ARRANGED, "yes", 0)
        assert meeting.ends_at == TOMORROW + timedelta(minutes=20)
        assert touches(meeting)[-1] == (
            "arranged",
            "Arranged for Thursday 19 November 2026, 10:00 in Berlin (9:00 in Accra)",
        )
        assert told[-1] == ("arranged", meeting, NOW)

    def test_moving_keeps_the_old_time_on_the_timeline(self, amina: User) -> None:
        meeting = fix(arranged(amina), TOMORROW + timedelta(hours=2))
        assert meeting.moves == 1
        assert touches(meeting)[-1][1].startswith("Moved from Thursday 19 November 2026, 10:00 to Thursday 19")

    def test_another_place_is_no_move(self, amina: User) -> None:
        meeting = fix(arranged(amina), place="Her office")
        assert (meeting.moves, meeting.where) == (0, "Her office")
        assert touches(meeting)[-1][1].startswith("Changed how or where")

    def test_the_same_words_twice_are_one(self, amina: User, told: list[Any]) -> None:
        fix(arranged(amina))
        assert [name for name, *_ in told] == ["asked", "arranged"]

    def test_refuses_the_past(self, amina: User) -> None:
        with pytest.raises(Meeting.Past):
            arranged(amina, NOW)

    def test_refuses_a_double_booking_and_keeps_what_stood(self, amina: User) -> None:
        arranged(amina)
        other = fix(asked(amina), TOMORROW + timedelta(hours=3))
        with pytest.raises(Meeting.Clash):
            fix(other, TOMORROW + timedelta(minutes=19))
        assert other.starts_at == TOMORROW + timedelta(hours=3)
        assert Meeting.objects.get(pk=other.pk).starts_at == other.starts_at
        fix(other, TOMORROW + timedelta(minutes=20))

    def test_two_students_may_talk_at_the_same_time(self, amina: User, bo: User) -> None:
        arranged(amina)
        assert arranged(bo).stage == Stage.ARRANGED

    def test_refuses_once_held(self, amina: User) -> None:
        with pytest.raises(Meeting.AlreadyHeld):
            fix(held(amina), TOMORROW + timedelta(days=2))

    def test_works_from_planned(self, amina: User) -> None:
        assert fix(a_meeting(amina)).stage == Stage.ARRANGED


class TestCancel:
    def test_says_why(self, amina: User, told: list[Any]) -> None:
        meeting = arranged(amina)
        meeting.cancel(by=amina, now=NOW, reason="She fell ill")
        assert (meeting.stage, meeting.cancelled_at) == (Stage.CANCELLED, NOW)
        assert touches(meeting)[-1] == ("cancelled", "Cancelled: She fell ill")
        assert told[-1][0] == "cancelled"

    def test_refuses_once_it_has_begun(self, amina: User) -> None:
        with pytest.raises(Meeting.Begun):
            arranged(amina).cancel(by=amina, now=TOMORROW)

    def test_refuses_twice_and_once_held(self, amina: User) -> None:
        meeting = asked(amina)
        meeting.cancel(by=amina, now=NOW)
        with pytest.raises(Meeting.Cancelled):
            meeting.cancel(by=amina, now=NOW)
        with pytest.raises(Meeting.AlreadyHeld):
            held(amina).cancel(by=amina, now=NOW)

    def test_frees_the_time(self, amina: User) -> None:
        arranged(amina).cancel(by=amina, now=NOW)
        assert arranged(amina).stage == Stage.ARRANGED


class TestMiss:
    @pytest.mark.parametrize(("whom", "words"), [("them", "They did not come"), ("me", "I did not come")])
    def test_waits_for_a_new_time(self, amina: User, whom: str, words: str, told: list[Any]) -> None:
        meeting = arranged(amina)
        meeting.miss(by=amina, now=TOMORROW, whom=whom)
        assert (meeting.stage, meeting.missed_by) == (Stage.ANSWERED, whom)
        assert touches(meeting)[-1][1] == words
        assert told[-1][0] == "missed"
        fix(meeting, TOMORROW + timedelta(days=2), now=TOMORROW)
        assert (meeting.stage, meeting.missed_at, meeting.moves) == (Stage.ARRANGED, None, 0)

    def test_refuses_before_its_time_and_without_one(self, amina: User) -> None:
        with pytest.raises(Meeting.NotBegun):
            arranged(amina).miss(by=amina, now=NOW, whom="them")
        with pytest.raises(Meeting.NotArranged):
            asked(amina).miss(by=amina, now=NOW, whom="them")


class TestHold:
    def test_says_that_they_talked(self, amina: User, told: list[Any]) -> None:
        meeting = held(amina)
        assert meeting.stage == Stage.HELD
        assert touches(meeting)[-1] == ("held", "You talked")
        assert told[-1][0] == "held"

    def test_takes_back_a_no_show(self, amina: User) -> None:
        meeting = arranged(amina)
        meeting.miss(by=amina, now=TOMORROW, whom="them")
        meeting.hold(by=amina, now=TOMORROW)
        assert (meeting.stage, meeting.missed_at) == (Stage.HELD, None)

    def test_refuses_twice_and_without_a_time(self, amina: User) -> None:
        with pytest.raises(Meeting.AlreadyHeld):
            held(amina).hold(by=amina, now=NOW)
        with pytest.raises(Meeting.NotArranged):
            asked(amina).hold(by=amina, now=NOW)


class TestThank:
    def test_comes_after_the_talk_and_once(self, amina: User, told: list[Any]) -> None:
        meeting = held(amina)
        meeting.thank(by=amina, now=TOMORROW)
        assert meeting.stage == Stage.THANKED
        assert told[-1][0] == "thanked"
        with pytest.raises(Meeting.AlreadyThanked):
            meeting.thank(by=amina, now=TOMORROW)
        with pytest.raises(Meeting.NotHeld):
            asked(amina).thank(by=amina, now=NOW)


class TestRest:
    def test_rests_until_something_happens(self, amina: User, told: list[Any]) -> None:
        meeting = answered(amina, "later")
        meeting.rest(by=amina, now=NOW)
        assert (meeting.stage, told[-1][0]) == (Stage.RESTING, "rested")
        with pytest.raises(Meeting.AlreadyResting):
            meeting.rest(by=amina, now=NOW)
        meeting.hear(by=amina, now=TOMORROW, answer="yes")
        assert meeting.stage == Stage.ANSWERED

    def test_refuses_while_a_time_stands(self, amina: User) -> None:
        with pytest.raises(Meeting.AlreadyArranged):
            arranged(amina).rest(by=amina, now=NOW)


def test_the_list_of_people_shows_the_last_touch(amina: User) -> None:
    contact = a_contact(amina)
    asked(amina, contact=contact)
    contact.refresh_from_db()
    assert (contact.last_touch, contact.last_touch_at) == ("Asked by e-mail", NOW)


def test_pack_and_tick_keep_each_thing_once(amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.tick(["pen", "pen", "paper"], by=amina)
    assert (meeting.packed, meeting.packed_at) == (["paper", "pen"], None)
    meeting.pack(["pen"], by=amina, now=NOW)
    assert (meeting.packed, meeting.packed_at) == (["pen"], NOW)
