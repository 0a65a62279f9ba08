"""Without script what stands in several forms of one page goes along together, whichever button is pressed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting, Message, Reply
from tests.cast import a_meeting
from tests.forms import forms_of
from tests.meetings.builders import a_draft, anew, invited
from tests.meetings.test_offer import MARCH

pytestmark = pytest.mark.django_db
OWN = "Dear Dr. Osei, my own words. [link]"


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


@pytest.fixture
def letter(meeting: Meeting) -> Message:
    return a_draft(meeting, now=timezone.now())


def press(client: Client, address: str, letter: Message, day: str = MARCH.isoformat(), **more: Any) -> Any:
    """Press a button of the page of the request, with words of one's own and a time typed."""
    page = client.get(reverse("meetings:ask", args=[letter.meeting_id])).content.decode()
    [form] = [form for form in forms_of(page) if form.attrs.get("id") == "letter"]
    typed = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"}}
    pressed = {**typed, "body": OWN, "day_1": day, "hour_1": "15:00", **more}
    return client.post(reverse(f"meetings:{address}", args=[_of(address, letter)]), pressed)


def _of(address: str, letter: Message) -> int:
    return letter.meeting_id if address in {"offer", "unoffer"} else letter.pk


def test_offering_keeps_the_words(as_amina: Client, letter: Message) -> None:
    answer = press(as_amina, "offer", letter)
    page = as_amina.get(answer.headers["Location"]).content.decode()
    assert "my own words" in page
    assert "day_1" not in answer.headers["Location"]
    assert Reply.objects.get().offers.get().starts_at.hour == 14


def test_offering_what_is_refused_keeps_both(as_amina: Client, letter: Message) -> None:
    answer = press(as_amina, "offer", letter, day="2020-03-01")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "That time is in the past." in page
    assert "my own words" in page
    assert 'value="2020-03-01"' in page


def test_offering_beside_newer_words_keeps_both(as_amina: Client, letter: Message) -> None:
    letter.reword(seen=None, subject="S", body="From another window.")
    answer = press(as_amina, "offer", letter, revision="0", edit_session="here")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "my own words" in page
    assert "From another window." in page
    assert MARCH.isoformat() in page
    assert not Reply.objects.filter(offers__isnull=False).exists()


@pytest.mark.parametrize("act", ["reword", "silence", "add_link", "anew"])
def test_an_act_on_the_letter_keeps_the_times(as_amina: Client, letter: Message, act: str) -> None:
    answer = press(as_amina, act, letter)
    page = as_amina.get(answer.headers["Location"]).content.decode()
    assert "You haven’t offered the times below yet." in page
    assert MARCH.isoformat() in page
    assert ("my own words" in page) is (act != "anew")


def test_drafting_anew_can_bring_the_typed_words_back(as_amina: Client, letter: Message) -> None:
    press(as_amina, "anew", letter)
    letter.refresh_from_db()
    assert "my own words" not in letter.body
    as_amina.post(reverse("meetings:unmend", args=[letter.pk]), {"subject": letter.subject, "body": letter.body})
    letter.refresh_from_db()
    assert letter.body == OWN


def test_undoing_times_keeps_the_words_and_other_times(as_amina: Client, letter: Message) -> None:
    for hour in ("10:00", "11:00"):
        press(as_amina, "offer", letter, hour_1=hour)
    unchanged = press(as_amina, "unoffer", letter, hour_1="11:00").headers["Location"]
    assert "day_1" not in unchanged
    assert "my own words" in as_amina.get(unchanged).content.decode()
    press(as_amina, "offer", letter, hour_1="12:00")
    later = (MARCH + timedelta(days=1)).isoformat()
    assert later in as_amina.get(press(as_amina, "unoffer", letter, day=later).headers["Location"]).content.decode()


@pytest.mark.parametrize("typed", [True, False])
def test_sending_leads_to_the_times_that_were_not_offered(as_amina: Client, letter: Message, typed: bool) -> None:
    answer = press(as_amina, "send", letter, **({} if typed else {"day_1": "", "hour_1": ""}))
    page = as_amina.get(answer.headers["Location"]).content.decode()
    assert ("You haven’t offered the times below yet." in page) is typed
    assert (MARCH.isoformat() in page) is typed
    assert "Marked as sent." in page
    letter.refresh_from_db()
    assert letter.body == OWN


@pytest.mark.parametrize("act", ["rest", "withdraw", "relink", "mark_seen"])
def test_another_act_on_the_conversation_keeps_the_answer_typed(as_amina: Client, amina: User, act: str) -> None:
    reply = invited(amina)
    meeting, address = reply.meeting, reverse(f"meetings:{act}", args=[reply.meeting_id])
    Reply.link_anew(meeting, now=timezone.now())
    if act == "relink":
        anew(reply).withdraw(now=timezone.now())
    if act == "mark_seen":
        anew(reply).decline(now=timezone.now(), line="", later=True)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert f'form="answer" formaction="{address}" formnovalidate' in page
    typed = {"answer": "later", "not_before": MARCH.isoformat()}
    page = as_amina.get(as_amina.post(address, typed).headers["Location"]).content.decode()
    [form] = [form for form in forms_of(page) if form.attrs.get("id") == "answer"]
    assert {one.name: one.value for one in form.fields if one.is_typed or one.checked} == typed
