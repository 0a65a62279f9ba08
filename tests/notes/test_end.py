"""The end of the conversation leads to looking back."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting
from notes.models import Timer
from tests.cast import a_contact, a_meeting

pytestmark = pytest.mark.django_db


def end(client: Client, meeting: Meeting) -> object:
    return client.post(reverse("notes:end", args=[meeting.pk]))


def test_holds_what_was_arranged(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    starts_at = timezone.now() - timedelta(minutes=20)
    meeting.arrange(now=starts_at - timedelta(days=1), starts_at=starts_at, minutes=20, mode="phone")
    assert end(as_amina, meeting).url == reverse("notes:debrief", args=[meeting.pk])  # type: ignore[attr-defined]
    meeting.refresh_from_db()
    assert meeting.stage == Meeting.Stage.HELD


def test_a_second_time_only_leads_on(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    end(as_amina, meeting)
    meeting.refresh_from_db()
    held_at = meeting.held_at
    assert end(as_amina, meeting).status_code == 302  # type: ignore[attr-defined]
    meeting.refresh_from_db()
    assert meeting.held_at == held_at


def test_arranges_as_it_took_place_what_nobody_had_arranged(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    Timer.start(meeting, now=now)
    Timer.end(meeting, now=now + timedelta(minutes=25))
    assert (meeting.starts_at, meeting.stage) == (now, Meeting.Stage.HELD)


def test_refuses_what_was_cancelled_in_a_sentence(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = a_meeting(amina, a_contact(amina))
    meeting.cancel(now=now)
    answer = end(as_amina, meeting)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "This conversation is cancelled." in answer.content.decode()  # type: ignore[attr-defined]
