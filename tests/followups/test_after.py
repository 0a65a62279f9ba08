"""After the talk: connecting on LinkedIn, and telling the one who gave the name."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Quiet
from followups.models import Followup
from meetings.models import Meeting, Message
from tests.cast import NOW, a_contact, a_meeting
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, kinds, only

pytestmark = pytest.mark.django_db
TALK = datetime(2026, 12, 2, 14, 0, tzinfo=UTC)
ENDED = TALK + timedelta(minutes=20)


def held(amina: User, *, channel: str = "email", **more: Any) -> Meeting:
    meeting = a_meeting(amina, a_contact(amina, **more))
    meeting.ask(now=NOW, channel=channel)
    meeting.arrange(now=NOW, starts_at=TALK, minutes=20, mode="online")
    meeting.hold(now=ENDED)
    return meeting


def test_connect_within_two_days_from_the_next_morning_on(amina: User) -> None:
    row = only(Kind.CONNECT, held(amina))
    assert (row.shows_at, row.due_at) == (datetime(2026, 12, 3, 8, tzinfo=UTC), ENDED + timedelta(hours=48))


@pytest.mark.parametrize("known", [{"channel": "linkedin"}, {"preferred_channel": "linkedin"}])
def test_who_is_known_there_already_is_not_asked_for(amina: User, known: dict[str, str]) -> None:
    assert Kind.CONNECT not in kinds(held(amina, **known))


def test_who_asked_to_be_left_alone_is_not_asked_for(amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina))
    meeting.ask(now=NOW, channel="email")
    meeting.arrange(now=NOW, starts_at=TALK, minutes=20, mode="online")
    Quiet.add(meeting.contact, now=NOW)
    meeting.hold(now=ENDED)
    assert Kind.CONNECT not in kinds(meeting)


@pytest.mark.parametrize("act", ["done", "let_rest"])
def test_once_for_each_person_whether_done_or_let_rest(amina: User, act: str) -> None:
    first = held(amina)
    getattr(only(Kind.CONNECT, first), act)(now=ENDED)
    second = a_meeting(amina, first.contact)
    second.ask(now=TALK, channel="email")
    second.arrange(now=TALK, starts_at=TALK + timedelta(days=40), minutes=20, mode="online")
    second.hold(now=TALK + timedelta(days=41))
    assert Kind.CONNECT not in kinds(second)


def test_the_idea_rests_two_weeks_after_its_day(amina: User) -> None:
    row = only(Kind.CONNECT, held(amina))
    Followup.close_passed(now=row.due_at + timedelta(days=13))
    assert Followup.objects.get(pk=row.pk).is_open
    assert Followup.close_passed(now=row.due_at + timedelta(days=14)) == 1
    assert Followup.objects.get(pk=row.pk).rested_at == row.due_at + timedelta(days=14)


def test_connecting_stands_on_the_timeline(amina: User) -> None:
    meeting = held(amina)
    only(Kind.CONNECT, meeting).done(now=ENDED)
    assert Contact.objects.get(pk=meeting.contact_id).last_touch == "Connected on LinkedIn"


def test_a_note_that_was_sent_there_is_the_connecting(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.CONNECT, now=timezone.now(), meeting=a_talk(amina, now=timezone.now()))
    page = as_amina.get(f"/followups/{row.pk}/write/").content.decode()
    note = Message.objects.get()
    assert (note.channel, note.occasion) == ("linkedin", "keep")
    assert "glad to stay in touch with you here" in note.body
    assert "Connect with Dr. Osei on LinkedIn" in page
    note.send(now=timezone.now())
    row.refresh_from_db()
    assert row.done_at


def referred(amina: User, **more: Any) -> tuple[Meeting, Contact]:
    referrer = a_contact(amina, "Marta Lindt", form_of_address="Professor Lindt", email="lindt@example.org")
    return held(amina, referred_by=referrer, **more), referrer


def test_the_one_who_gave_the_name_hears_of_it_on_the_next_business_day(amina: User) -> None:
    meeting, referrer = referred(amina)
    row = only(Kind.REPORT, meeting)
    assert (row.contact, row.due_at) == (referrer, datetime(2026, 12, 3, 8, tzinfo=UTC))
    referrer.refresh_from_db()
    assert referrer.next_act == "Tell how it went"


def test_nothing_is_due_with_the_one_who_gave_the_name_once_the_conversation_rests(amina: User) -> None:
    meeting, referrer = referred(amina)
    meeting.rest(now=meeting.held_at)
    referrer.refresh_from_db()
    assert (referrer.next_act, referrer.next_act_at) == ("", None)


def test_nobody_gave_the_name_and_nobody_hears_of_it(amina: User) -> None:
    assert Kind.REPORT not in kinds(held(amina))


@pytest.mark.parametrize("how", ["the row", "the letter"])
def test_the_report_is_done_once_it_was_sent_or_said(as_amina: Client, amina: User, how: str) -> None:
    meeting, referrer = referred(amina)
    row = only(Kind.REPORT, meeting)
    page = as_amina.get(f"/followups/{row.pk}/write/").content.decode()
    assert "Tell Professor Lindt how it went with the person they suggested" in page
    letter = Message.objects.get(occasion="report")
    assert letter.body.startswith("Dear Professor Lindt")
    if how == "the row":
        row.done(now=ENDED)
    else:
        letter.send(now=ENDED)
    row.refresh_from_db()
    assert row.done_at == ENDED
    referrer.refresh_from_db()
    assert (referrer.last_touch, referrer.next_act) == ("Told them how it went", "")
    assert Kind.THANK in kinds(meeting)


def test_a_promise_of_ones_own_is_late_from_the_next_morning_on(amina: User) -> None:
    promise = a_promise(amina, due_on=date(2026, 11, 20))
    row = Followup.objects.get(promise=promise)
    assert row.late_at == datetime(2026, 11, 21, 8, tzinfo=UTC)
    theirs = a_promise(amina, meeting=promise.meeting, whose="theirs", due_on=date(2026, 11, 20))
    assert Followup.objects.get(promise=theirs).late_at is None
