"""The clock of one conversation, turn by turn: what opens, when, and what closes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import User
from centre.models import Centre, Holiday
from contacts.models import Contact, Touch
from core.locking import transition
from followups.facts import facts
from followups.models import Followup, Promise
from followups.words import state
from meetings.models import Meeting
from notes.models import Debrief
from tests.cast import NOW, a_contact, a_meeting
from tests.followups.builders import Kind, kinds, only

# Now is Wednesday 18 November, 10:00 in Berlin (UTC+1).
TALK = datetime(2026, 12, 2, 14, 0, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def asked(amina: User, now: datetime = NOW, **more: str) -> Meeting:
    meeting = a_meeting(amina, a_contact(amina, **more), now=now)
    meeting.ask(now=now, channel="email")
    return meeting


def arranged(amina: User, starts_at: datetime = TALK, now: datetime = NOW, **more: str) -> Meeting:
    meeting = asked(amina, now, **more)
    meeting.arrange(now=now, starts_at=starts_at, minutes=20, mode="online")
    return meeting


def held(amina: User, **more: str) -> Meeting:
    meeting = arranged(amina, **more)
    meeting.hold(now=TALK + timedelta(minutes=25))
    return meeting


def thanked(amina: User, **more: str) -> Meeting:
    meeting = held(amina, **more)
    meeting.thank(now=TALK + timedelta(hours=2))
    return meeting


def test_asked_opens_a_reminder_after_five_business_days(amina: User) -> None:
    nudge = only(Kind.NUDGE, asked(amina))
    assert nudge.due_at == at("2026-11-25T08:00")


def test_the_centres_holidays_are_no_business_days(amina: User) -> None:
    Holiday.objects.create(day=date(2026, 11, 20), name="Founders’ Day")
    assert only(Kind.NUDGE, asked(amina)).due_at == at("2026-11-26T08:00")


def test_asked_opens_somebody_else_where_the_centre_wants_no_reminder(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, nudges_max=0)
    assert kinds(asked(amina)) == {Kind.ELSE}


def test_reminded_opens_somebody_else_after_seven_business_days(amina: User) -> None:
    meeting = asked(amina)
    meeting.nudge(now=at("2026-11-25T09:00"))
    assert kinds(meeting) == {Kind.ELSE}
    assert only(Kind.ELSE, meeting).due_at == at("2026-12-04T08:00")


def test_a_final_message_is_due_where_the_centre_wants_one(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, final_message=True)
    meeting = asked(amina)
    meeting.nudge(now=at("2026-11-25T09:00"))
    assert kinds(meeting) == {Kind.CLOSE}
    assert only(Kind.CLOSE, meeting).due_at == at("2026-12-04T08:00")


def test_whom_else_to_ask_is_not_put_off_by_a_reminder(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, nudge_rhythm="3b7")
    meeting = asked(amina)
    meeting.nudge(now=at("2026-11-27T09:00"))
    assert only(Kind.ELSE, meeting).due_at == at("2026-11-23T08:00")


def test_reminded_once_opens_another_where_the_centre_allows_two(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, nudges_max=2)
    meeting = asked(amina)
    meeting.nudge(now=at("2026-11-25T09:00"))
    assert kinds(meeting) == {Kind.NUDGE}
    meeting.nudge(now=at("2026-12-02T09:00"))
    assert kinds(meeting) == {Kind.ELSE}


def test_closed_leaves_nothing_open(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, final_message=True)
    meeting = asked(amina)
    meeting.nudge(now=NOW + timedelta(days=7))
    meeting.close(now=NOW + timedelta(days=16))
    assert kinds(meeting) == set()
    assert Followup.objects.get(meeting=meeting, kind=Kind.CLOSE).done_at == NOW + timedelta(days=16)


def test_yes_ends_the_waiting(amina: User) -> None:
    meeting = asked(amina)
    meeting.hear(now=NOW + timedelta(days=1), answer="yes")
    assert kinds(meeting) == set()


def test_no_is_thanked_for(amina: User) -> None:
    meeting = asked(amina)
    meeting.hear(now=NOW + timedelta(days=1), answer="no")
    assert kinds(meeting) == {Kind.REPLY}


def test_later_is_kept_in_touch_with(amina: User) -> None:
    meeting = asked(amina, warmth="B")
    meeting.hear(now=NOW, answer="later")
    assert only(Kind.KEEP, meeting).due_at == at("2027-05-18T07:00")


def test_arranged_is_confirmed_on_the_morning_before(amina: User) -> None:
    meeting = arranged(amina)
    assert kinds(meeting) == {Kind.CONFIRM}
    assert only(Kind.CONFIRM, meeting).due_at == at("2026-12-01T08:00")


def test_moved_is_confirmed_on_another_morning(amina: User) -> None:
    meeting = arranged(amina)
    meeting.arrange(now=NOW, starts_at=TALK + timedelta(days=7), minutes=20, mode="online")
    assert only(Kind.CONFIRM, meeting).due_at == at("2026-12-08T08:00")


def test_moved_after_it_was_confirmed_is_confirmed_anew(amina: User) -> None:
    meeting = arranged(amina)
    only(Kind.CONFIRM, meeting).done(now=NOW + timedelta(days=1))
    later = NOW + timedelta(days=2)
    meeting.arrange(now=later, starts_at=TALK + timedelta(days=7), minutes=20, mode="online")
    assert kinds(meeting) == {Kind.CONFIRM}


def test_another_place_at_the_same_time_is_not_confirmed_twice(amina: User) -> None:
    meeting = arranged(amina)
    only(Kind.CONFIRM, meeting).done(now=NOW + timedelta(days=1))
    meeting.arrange(now=NOW + timedelta(days=2), starts_at=TALK, minutes=20, mode="phone")
    assert kinds(meeting) == set()


def test_agreed_for_tomorrow_needs_no_confirming(amina: User) -> None:
    assert kinds(arranged(amina, starts_at=NOW + timedelta(hours=20))) == set()


def test_a_confirmation_is_not_shown_once_the_conversation_began(amina: User) -> None:
    meeting = arranged(amina)
    assert Followup.objects.due(TALK - timedelta(minutes=1)).filter(meeting=meeting).exists()
    assert not Followup.objects.due(TALK).filter(meeting=meeting).exists()


def test_cancelled_leaves_nothing_open(amina: User) -> None:
    meeting = arranged(amina)
    meeting.cancel(now=NOW + timedelta(days=1))
    assert kinds(meeting) == set()


def test_missed_leaves_no_confirmation(amina: User) -> None:
    meeting = arranged(amina)
    meeting.miss(now=TALK + timedelta(minutes=15), whom="them")
    assert kinds(meeting) == set()


def test_held_asks_for_looking_back_and_for_thanks(amina: User) -> None:
    meeting = held(amina)
    ended = TALK + timedelta(minutes=20)
    assert kinds(meeting) == {Kind.DEBRIEF, Kind.THANK, Kind.CONNECT}
    debrief, thank = only(Kind.DEBRIEF, meeting), only(Kind.THANK, meeting)
    assert (debrief.due_at, debrief.late_at) == (ended, at("2026-12-03T08:00"))
    assert (thank.shows_at, thank.due_at) == (ended, ended + timedelta(hours=24))
    assert [state(facts(thank), ended + timedelta(hours=h)) for h in (1, 24, 47, 48)] == ["", "due", "due", "late"]


def test_a_debrief_is_closed_by_looking_back(amina: User) -> None:
    meeting = held(amina)
    Debrief.of(meeting).finish(now=TALK + timedelta(hours=1))
    assert kinds(meeting) == {Kind.THANK, Kind.CONNECT}


@pytest.mark.parametrize(("warmth", "due"), [("A", "2027-04-02"), ("B", "2027-06-02"), ("C", "2027-12-02")])
def test_thanked_keeps_in_touch_by_warmth(amina: User, warmth: str, due: str) -> None:
    meeting = thanked(amina, warmth=warmth)
    assert Followup.objects.get(meeting=meeting, kind=Kind.THANK).done_at == TALK + timedelta(hours=2)
    assert only(Kind.KEEP, meeting).due_at.date().isoformat() == due


def test_thanked_opens_nothing_where_the_centre_keeps_no_touch(amina: User, centre: Centre) -> None:
    centre.revise(seen=None, warmth_c_months=0)
    assert kinds(thanked(amina)) == {Kind.DEBRIEF, Kind.CONNECT}


def test_any_touch_begins_the_months_anew(amina: User) -> None:
    meeting = thanked(amina, warmth="A")
    Touch.log(meeting.contact, "met", at=at("2027-02-01T12:00"), words="Met at the fair")
    keep = only(Kind.KEEP, meeting)
    assert keep.due_at == at("2027-06-01T07:00")
    meeting.contact.refresh_from_db()
    assert meeting.contact.next_act_at == only(Kind.DEBRIEF, meeting).due_at


def test_a_touch_of_long_ago_brings_nothing_nearer(amina: User) -> None:
    meeting = thanked(amina, warmth="A")
    before = only(Kind.KEEP, meeting).due_at
    Touch.log(meeting.contact, "met", at=at("2026-01-01T12:00"), words="Met at the fair")
    assert only(Kind.KEEP, meeting).due_at == before


def test_a_touch_answers_what_was_due(amina: User) -> None:
    meeting = thanked(amina, warmth="A")
    first = only(Kind.KEEP, meeting)
    Touch.log(meeting.contact, "kept", at=at("2027-04-05T12:00"), words="Wrote to them")
    first.refresh_from_db()
    assert first.done_at == at("2027-04-05T12:00")
    assert only(Kind.KEEP, meeting).due_at == at("2027-08-05T07:00")


def test_rested_closes_all_but_promises(amina: User) -> None:
    meeting = held(amina)
    Promise.make(by=amina, now=TALK, meeting=meeting, whose="mine", text="Send it", due_on=date(2026, 12, 9))
    meeting.rest(now=TALK + timedelta(days=1))
    assert kinds(meeting) == {Kind.PROMISE}


def test_done_in_the_row_is_told_to_the_conversation(amina: User) -> None:
    meeting = held(amina)
    only(Kind.THANK, meeting).done(now=TALK + timedelta(hours=3))
    meeting.refresh_from_db()
    assert meeting.stage == Meeting.Stage.THANKED
    assert kinds(meeting) == {Kind.DEBRIEF, Kind.KEEP, Kind.CONNECT}


def test_done_where_the_conversation_moved_on_is_done_all_the_same(amina: User) -> None:
    meeting = asked(amina)
    nudge = only(Kind.NUDGE, meeting)
    Meeting.objects.filter(pk=meeting.pk).update(answered_at=NOW, answer="yes")
    nudge.meeting.refresh_from_db()  # type: ignore[union-attr]
    nudge.done(now=NOW)
    assert nudge.done_at == NOW


def test_told_twice_is_told_once(amina: User) -> None:
    from meetings import events

    meeting = held(amina)
    before = list(Followup.objects.order_by("pk").values_list("pk", "due_at", "done_at", "rested_at"))
    with transition(meeting):
        events.held.send(Meeting, meeting=meeting, now=meeting.held_at)
    assert list(Followup.objects.order_by("pk").values_list("pk", "due_at", "done_at", "rested_at")) == before
    only(Kind.DEBRIEF, meeting).done(now=TALK + timedelta(hours=1))
    with transition(meeting):
        events.held.send(Meeting, meeting=meeting, now=meeting.held_at)
    assert kinds(meeting) == {Kind.THANK, Kind.CONNECT}


def test_mornings_are_the_students(amina: User) -> None:
    amina.time_zone = "Asia/Kathmandu"
    amina.save()
    assert only(Kind.NUDGE, asked(amina)).due_at == at("2026-11-25T03:15")


def test_the_list_of_people_knows_what_is_next(amina: User) -> None:
    meeting = asked(amina)
    contact = Contact.objects.get(pk=meeting.contact_id)
    assert (contact.next_act, contact.next_act_at) == ("Follow up", at("2026-11-25T08:00"))
