"""Asking for a conversation."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Touch
from meetings.coaching import advice
from meetings.models import Meeting, Message, Reply
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, a_draft, asked, invited, touches

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_records_when_and_by_which_channel(amina: User, signals: list[Any]) -> None:
    meeting = a_meeting(amina)
    meeting.ask(now=NOW, channel="linkedin")
    assert (meeting.stage, meeting.asked_at, meeting.asked_by) == (Stage.ASKED, NOW, "linkedin")
    assert touches(meeting) == [("asked", "Asked on LinkedIn")]
    assert signals == [("asked", meeting, NOW)]
    assert Touch.objects.get().link == meeting.get_absolute_url()


def test_refuses_a_second_request(amina: User) -> None:
    meeting = asked(amina)
    with pytest.raises(Meeting.AlreadyAsked):
        meeting.ask(now=NOW, channel="email")


def test_refuses_what_was_cancelled(amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.cancel(now=NOW)
    with pytest.raises(Meeting.Cancelled):
        meeting.ask(now=NOW, channel="email")


def test_a_refusal_leaves_no_trace(amina: User, signals: list[Any]) -> None:
    meeting = asked(amina)
    before, heard = touches(meeting), list(signals)
    with pytest.raises(Meeting.AlreadyAsked):
        Meeting.objects.get(pk=meeting.pk).ask(now=TOMORROW, channel="phone")
    assert (touches(meeting), signals) == (before, heard)


def test_the_page_drafts_for_the_preferred_channel(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina, phone="+233 20 1234567", preferred_channel=Contact.Channel.PHONE)
    meeting = a_meeting(amina, contact)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    assert "Do you have a minute?" in page
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk]), {"channel": "email"}).content.decode()
    assert "Dear Dr. Osei," in page


def test_a_draft_with_the_link_and_times_is_good_to_send(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.say_why(seen=None, why_them="Your survey of seagrass")
    now = timezone.now()
    # A letter names what is by day for its reader, at whatever hour it is tried.
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    Reply.offer(meeting, now=now, times=[noon + timedelta(days=day) for day in (2, 3, 4)])
    as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
    draft = a_draft(meeting, now=now)
    assert draft.holds_link
    assert "For example, I'm free on" in draft.body
    assert advice(draft, now=now).remarks == (), draft.body


def test_the_page_shows_what_was_sent(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting).send(now=NOW)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    assert "You asked on" in page
    assert "Dear Dr. Osei," in page
    assert Message.objects.count() == 1


@pytest.mark.parametrize(("names_a_time", "act"), [(True, "Accept this time"), (False, "Offer times")])
def test_leads_to_what_they_proposed(as_amina: Client, amina: User, names_a_time: bool, act: str) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.propose(now=now, zone="Africa/Accra", at=now + timedelta(days=5) if names_a_time else None, line="In May?")
    page = as_amina.get(reverse("meetings:ask", args=[reply.meeting_id])).content.decode()
    assert re.findall(r'class="button"[^>]*>([^<]*)<', page.partition("<main")[2]) == [act]
    assert "Record their reply" not in page
