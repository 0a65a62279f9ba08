"""Start the timer: the clock counts from the press of the button."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from notes.models import Timer
from tests.cast import a_meeting

pytestmark = pytest.mark.django_db


def test_counts_the_minutes_of_the_conversation(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina, minutes=30)
    answer = as_amina.post(reverse("notes:start", args=[meeting.pk]), follow=True)
    assert "30 minutes left" in answer.content.decode()
    assert "Start the timer" not in answer.content.decode()


def test_a_running_clock_goes_on(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    Timer.start(meeting, now=now)
    clock = Timer.start(meeting, now=now + timedelta(minutes=5))
    assert clock.started_at == now


def test_a_clock_that_ran_out_begins_anew(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    Timer.start(meeting, now=now)
    assert Timer.start(meeting, now=now + timedelta(days=1)).started_at == now + timedelta(days=1)


def test_yesterdays_trial_does_not_hide_the_arranged_time(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    meeting.arrange(now=now, starts_at=now + timedelta(days=1), minutes=20, mode="phone")
    clock = Timer.start(meeting, now=now)
    assert Timer.span(meeting, clock, now=now + timedelta(minutes=10)).starts_at == now
    assert Timer.span(meeting, clock, now=now + timedelta(days=1)).starts_at == now + timedelta(days=1)


def test_what_was_called_off_does_not_begin(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    meeting.cancel(now=now)
    assert "Start the timer" not in as_amina.get(reverse("notes:meet", args=[meeting.pk])).content.decode()
    answer = as_amina.post(reverse("notes:start", args=[meeting.pk]))
    assert answer.status_code == 422
    assert str(Meeting.Cancelled.sentence) in answer.content.decode()
    assert not Timer.objects.exists()
