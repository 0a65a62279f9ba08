"""What a message that went out closes."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from followups.models import Followup
from meetings.models import Meeting, Message
from tests.cast import NOW, a_contact, a_meeting
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, kinds, only

LATER = NOW + timedelta(hours=2)


def send(meeting: Meeting, occasion: str, owner: User) -> None:
    Message.draft(meeting, occasion=occasion, channel="email", now=NOW).send(now=LATER)


@pytest.mark.parametrize(("kind", "occasion"), [(Kind.CONFIRM, "confirm"), (Kind.THANK, "thanks"), (Kind.KEEP, "keep")])
def test_a_message_does_what_was_due(amina: User, kind: str, occasion: str) -> None:
    row = a_followup(amina, kind, meeting=a_talk(amina))
    assert row.meeting
    send(row.meeting, occasion, amina)
    row.refresh_from_db()
    assert row.done_at == LATER


@pytest.mark.parametrize(("kind", "occasion"), [(Kind.NUDGE, "nudge"), (Kind.CLOSE, "close")])
def test_a_message_to_somebody_who_has_not_answered(amina: User, kind: str, occasion: str) -> None:
    meeting = a_meeting(amina)
    meeting.ask(now=NOW - timedelta(days=9), channel="email")
    Followup.objects.all().delete()
    row = a_followup(amina, kind, meeting=meeting)
    send(meeting, occasion, amina)
    row.refresh_from_db()
    assert row.done_at == LATER


def test_thanks_for_a_no_close_the_answer(amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.ask(now=NOW, channel="email")
    meeting.hear(now=NOW, answer="no")
    send(meeting, "close", amina)
    assert kinds(meeting) == set()
    assert Followup.objects.get(meeting=meeting, kind=Kind.REPLY).done_at == LATER


def test_what_they_promised_is_asked_after_again_only_days_later(amina: User) -> None:
    promise = a_promise(amina, whose="theirs", due_on=NOW.date(), meeting=a_talk(amina, a_contact(amina)))
    send(promise.meeting, "keep", amina)
    assert only(Kind.PROMISE, promise.meeting).due_at.date() == date(2026, 11, 25)
    promise.refresh_from_db()
    assert promise.is_open
