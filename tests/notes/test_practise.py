"""Before its day the meeting view is there to practise: the clock and the questions, and nothing that is recorded."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting
from notes.models import Timer
from tests.cast import a_meeting
from tests.notes.builders import a_question

pytestmark = pytest.mark.django_db


def arranged(owner: User, starts_at: datetime) -> Meeting:
    meeting = a_meeting(owner)
    meeting.arrange(now=starts_at - timedelta(days=9), starts_at=starts_at, minutes=20, mode="online")
    return meeting


def page(client: Client, meeting: Meeting) -> str:
    return client.get(reverse("notes:meet", args=[meeting.pk])).content.decode()


def test_shows_the_questions_and_takes_no_notes(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, timezone.now() + timedelta(days=3))
    a_question(meeting, "What led you here?")
    html = page(as_amina, meeting)
    assert "We don’t save anything here." in html
    assert "What led you here?" in html
    assert "data-practise" in html
    assert "<textarea" not in html
    assert html.count("<form") == 1


def test_its_pages_lead_there_before_its_day_and_say_so(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, timezone.now() + timedelta(days=3))
    link = f'href="{reverse("notes:meet", args=[meeting.pk])}">Practise the conversation'
    pages = [
        meeting.get_absolute_url(),
        *(reverse(name, args=[meeting.pk]) for name in ("agendas:agenda", "meetings:pack")),
    ]
    assert [link in as_amina.get(url).content.decode() for url in pages] == [True] * 3
    on_its_day = arranged(amina, timezone.now() - timedelta(minutes=5))
    assert "Practise" not in as_amina.get(reverse("agendas:agenda", args=[on_its_day.pk])).content.decode()


def test_on_its_day_it_takes_notes(as_amina: Client, amina: User) -> None:
    html = page(as_amina, arranged(amina, timezone.now() - timedelta(minutes=5)))
    assert "We don’t save anything here." not in html
    assert "<textarea" in html


def test_with_no_time_agreed_it_takes_notes(as_amina: Client, amina: User) -> None:
    assert "<textarea" in page(as_amina, a_meeting(amina))


def test_whoever_begins_all_the_same_is_asked_and_may(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, timezone.now() + timedelta(days=3))
    start, end = (reverse(f"notes:{name}", args=[meeting.pk]) for name in ("start", "end"))
    assert "Start the conversation now?" in as_amina.post(start).content.decode()
    assert not Timer.objects.exists()
    assert as_amina.post(start, {"early": "1"}).status_code == 302
    assert "<textarea" in page(as_amina, meeting)
    # Whoever was asked when they began is not asked again.
    assert as_amina.post(end).status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).held_at is not None


@pytest.mark.parametrize(("minutes", "asks"), [(61, True), (59, False)])
def test_an_hour_before_nobody_is_asked(as_amina: Client, amina: User, minutes: int, asks: bool) -> None:
    meeting = arranged(amina, timezone.now() + timedelta(minutes=minutes))
    answer = as_amina.post(reverse("notes:start", args=[meeting.pk]))
    assert ("Start the conversation now?" in answer.content.decode()) == asks
    assert Timer.objects.exists() != asks
