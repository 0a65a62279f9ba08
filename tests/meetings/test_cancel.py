"""Calling it off."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting, Message
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, anew, arranged, asked, fix, held, invited, touches

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_says_why(amina: User, signals: list[Any]) -> None:
    meeting = arranged(amina)
    meeting.cancel(now=NOW, reason="She fell ill")
    assert (meeting.stage, meeting.cancelled_at) == (Stage.CANCELLED, NOW)
    assert touches(meeting)[-1] == ("cancelled", "Cancelled: She fell ill")
    assert signals[-1][0] == "cancelled"


def test_refuses_once_it_has_begun(amina: User) -> None:
    with pytest.raises(Meeting.Begun):
        arranged(amina).cancel(now=TOMORROW)


def test_refuses_twice_and_once_held(amina: User) -> None:
    meeting = asked(amina)
    meeting.cancel(now=NOW)
    with pytest.raises(Meeting.Cancelled):
        meeting.cancel(now=NOW)
    with pytest.raises(Meeting.AlreadyHeld):
        held(amina).cancel(now=NOW)


def test_frees_the_time(amina: User) -> None:
    arranged(amina).cancel(now=NOW)
    assert arranged(amina).stage == Stage.ARRANGED


def test_from_the_page_with_a_reason(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    as_amina.post(reverse("meetings:cancel", args=[meeting.pk]), {"reason": "  The <b>ferry</b> is off "})
    meeting.refresh_from_db()
    assert (meeting.stage, meeting.cancel_reason) == (Stage.CANCELLED, "The <b>ferry</b> is off")
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "<b>ferry" not in page


def test_its_page_is_reached_from_the_conversation_and_asks_why(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    here = reverse("meetings:cancel", args=[meeting.pk])
    assert f'href="{here}"' in as_amina.get(meeting.get_absolute_url()).content.decode()
    assert 'name="reason"' in as_amina.get(here).content.decode()


def test_its_page_says_to_tell_them_first_where_a_time_stands(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    page = as_amina.get(reverse("meetings:cancel", args=[meeting.pk])).content.decode()
    assert reverse("meetings:write", args=[meeting.pk, "cancel"]) in page


def test_says_why_it_was_refused_and_keeps_the_words(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    response = as_amina.post(reverse("meetings:cancel", args=[meeting.pk]), {"reason": "Too late"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "You’ve already talked" in page
    assert 'value="Too late"' in page


def test_refuses_a_reason_of_500_letters(as_amina: Client, amina: User) -> None:
    response = as_amina.post(reverse("meetings:cancel", args=[asked(amina).pk]), {"reason": "x" * 500})
    assert response.status_code == 422


def test_whoever_was_written_to_is_led_on_to_cancel_it_here(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    soon = timezone.now() + timedelta(days=1)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=soon, ends_at=soon + timedelta(minutes=20))
    here = reverse("meetings:cancel", args=[meeting.pk])
    assert "Tell them first" in as_amina.get(here).content.decode()
    as_amina.get(reverse("meetings:write", args=[meeting.pk, "cancel"]))
    letter = Message.objects.get(meeting=meeting, occasion="cancel")
    sent = as_amina.post(reverse("meetings:send", args=[letter.pk]), {"subject": "S", "body": "I have to cancel."})
    assert sent["Location"] == here
    page = as_amina.get(here).content.decode()
    assert "Now cancel the conversation here." in page
    assert "They know. Cancel it here too" in page
    assert "Tell them first" not in page
    assert reverse("meetings:time", args=[meeting.pk]) in page
    # Of another time, agreed since, they know nothing.
    fix(meeting, soon + timedelta(hours=1), now=timezone.now())
    assert "Tell them first" in as_amina.get(here).content.decode()


def test_a_letter_sent_once_it_has_begun_leads_to_the_conversation(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    as_amina.get(reverse("meetings:write", args=[meeting.pk, "cancel"]))
    letter = Message.objects.get(meeting=meeting, occasion="cancel")
    sent = as_amina.post(reverse("meetings:send", args=[letter.pk]), {"subject": "S", "body": "I have to cancel."})
    assert sent["Location"] == meeting.get_absolute_url()


def test_once_cancelled_both_calendars_can_be_told(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    meeting.cancel(now=NOW)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    file = reverse("meetings:calendar_file", args=[meeting.pk])
    assert f'href="{file}"' in page
    assert f'href="{file}?for=them"' in page


@pytest.mark.parametrize("how", ["cancel", "decline", "keep_quiet"])
def test_whoever_cancelled_themselves_needs_no_file_for_their_calendar(as_amina: Client, amina: User, how: str) -> None:
    reply = invited(amina)
    reply.accept(reply.offers.get(position=1).pk, now=NOW, zone="UTC", mode="phone")
    getattr(anew(reply), how)(now=NOW)
    meeting = Meeting.objects.get(pk=reply.meeting_id)
    assert meeting.stage == Stage.CANCELLED
    file = reverse("meetings:calendar_file", args=[meeting.pk])
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert f'href="{file}"' in page
    assert f'href="{file}?for=them"' not in page
    desk = as_amina.get(reverse("meetings:write", args=[meeting.pk, "cancel"])).content.decode()
    assert f'href="{file}?for=them"' not in desk


def test_what_the_student_cancelled_has_that_file_also_where_they_had_answered(as_amina: Client, amina: User) -> None:
    reply = invited(amina)
    reply.accept(reply.offers.get(position=1).pk, now=NOW, zone="UTC", mode="phone")
    anew(reply).meeting.cancel(now=NOW)
    file = reverse("meetings:calendar_file", args=[reply.meeting_id])
    for page in (reply.meeting.get_absolute_url(), reverse("meetings:write", args=[reply.meeting_id, "cancel"])):
        assert f'href="{file}?for=them"' in as_amina.get(page).content.decode()


def test_whoever_asked_to_move_is_led_to_where_the_new_time_is_set(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    as_amina.get(reverse("meetings:write", args=[meeting.pk, "move"]))
    letter = Message.objects.get(meeting=meeting, occasion="move")
    words = {"subject": "S", "body": "Can we move it?"}
    sent = as_amina.post(reverse("meetings:send", args=[letter.pk]), words)
    assert sent["Location"] == reverse("meetings:time", args=[meeting.pk])
    assert "When they choose a new time, add it here." in as_amina.get(sent["Location"]).content.decode()


def test_where_no_time_can_be_set_asking_to_move_leads_to_the_conversation(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    as_amina.get(reverse("meetings:write", args=[meeting.pk, "move"]))
    letter = Message.objects.get(meeting=meeting, occasion="move")
    meeting.hold(now=NOW)
    sent = as_amina.post(reverse("meetings:send", args=[letter.pk]), {"subject": "S", "body": "Can we move it?"})
    assert sent["Location"] == meeting.get_absolute_url()
