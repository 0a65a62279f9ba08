"""Drafting a message, writing it in one's own words, and saying that it was sent."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from contacts.models import Touch
from core.models import Version
from meetings.models import Meeting, Message
from tests.cast import NOW, a_meeting
from tests.meetings.builders import a_draft, answered, asked, held

pytestmark = pytest.mark.django_db


def test_a_draft_is_made_once_from_what_is_known(amina: User) -> None:
    meeting = a_meeting(amina)
    first, second = a_draft(meeting), a_draft(meeting)
    assert first.pk == second.pk
    assert "Dear Dr. Osei," in first.body
    assert "Marine Biology student" in first.subject


def test_an_untouched_draft_follows_the_facts_and_an_edited_one_does_not(amina: User) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting)
    meeting.say_why(seen=None, why_them="Your talk on seagrass is why I chose my thesis.")
    assert "your talk on seagrass" in a_draft(meeting).body
    a_draft(meeting).reword(seen=Version(0, "here"), subject="Hello", body="My own words")
    meeting.say_why(seen=None, why_them="Your other talk.")
    assert (a_draft(meeting).subject, a_draft(meeting).body) == ("Hello", "My own words")


def test_further_facts_reach_the_draft(amina: User) -> None:
    more = {"thanks_line": "Your advice to volunteer first has changed my summer."}
    message = Message.draft(held(amina), occasion="thanks", channel="email", now=NOW, more=more)
    assert "Your advice to volunteer first has changed my summer." in message.body


def test_sending_a_request_asks(amina: User) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting, channel="linkedin").send(now=NOW)
    meeting.refresh_from_db()
    assert (meeting.stage, meeting.asked_by) == ("asked", "linkedin")


def test_sending_twice_is_one_request(amina: User) -> None:
    message = a_draft(a_meeting(amina))
    twin = Message.objects.get(pk=message.pk)
    message.send(now=NOW)
    twin.send(now=NOW + timedelta(hours=1))
    assert twin.sent_at == NOW
    assert Touch.objects.filter(kind="asked").count() == 1


def test_a_refused_sending_leaves_the_draft_open(amina: User) -> None:
    message = a_draft(asked(amina))
    with pytest.raises(Meeting.AlreadyAsked):
        message.send(now=NOW)
    assert Message.objects.drafts().count() == 1


@pytest.mark.parametrize(("occasion", "stage"), [("nudge", "asked"), ("close", "no_answer")])
def test_reminder_and_close_turn_the_conversation(amina: User, occasion: str, stage: str) -> None:
    meeting = asked(amina)
    a_draft(meeting, occasion).send(now=NOW)
    meeting.refresh_from_db()
    assert meeting.stage == stage


def test_thanks_are_sent_once_held(amina: User) -> None:
    meeting = held(amina)
    a_draft(meeting, "thanks").send(now=NOW)
    meeting.refresh_from_db()
    assert meeting.stage == "thanked"
    with pytest.raises(Meeting.NotHeld):
        a_draft(asked(amina), "thanks").send(now=NOW)


def test_answering_a_no_kindly_is_a_touch(amina: User) -> None:
    meeting = answered(amina, "no")
    a_draft(meeting, "close").send(now=NOW)
    assert Touch.objects.latest_first()[0].words == "Sent a kind reply"


@pytest.mark.parametrize(("occasion", "kind"), [("keep", "kept"), ("confirm", "note"), ("move", "note")])
def test_other_messages_are_touches(amina: User, occasion: str, kind: str) -> None:
    a_draft(held(amina), occasion).send(now=NOW)
    assert Touch.objects.latest("pk").kind == kind


@pytest.mark.parametrize("days", [1, 3])
def test_a_letter_that_went_on_another_day_counts_from_its_noon(amina: User, days: int) -> None:
    meeting, today = a_meeting(amina), NOW + timedelta(days=4)
    message = a_draft(meeting)
    with timezone.override("Europe/Berlin"):
        message.send(now=today, on=(today - timedelta(days=days)).date())
    noon = (today - timedelta(days=days)).replace(hour=11)
    assert (message.sent_at, Meeting.objects.get().asked_at) == (noon, noon)
    assert Touch.objects.get(kind="asked").at == noon


def test_of_today_it_counts_from_now_and_of_the_first_day_from_the_beginning(amina: User) -> None:
    first, second = a_meeting(amina, now=NOW + timedelta(hours=8)), a_meeting(amina)
    a_draft(first).send(now=NOW + timedelta(days=1), on=NOW.date())
    a_draft(second).send(now=NOW + timedelta(hours=2), on=NOW.date())
    asked_at = dict(Meeting.objects.values_list("pk", "asked_at"))
    assert asked_at == {first.pk: NOW + timedelta(hours=8), second.pk: NOW + timedelta(hours=2)}


@pytest.mark.parametrize(("days", "refusal"), [(1, Meeting.StillToCome), (-1, Meeting.BeforeThat)])
def test_refuses_a_day_to_come_and_one_before_the_conversation(
    amina: User, days: int, refusal: type[Exception]
) -> None:
    message = a_draft(a_meeting(amina))
    with pytest.raises(refusal):
        message.send(now=NOW, on=(NOW + timedelta(days=days)).date())
    assert Message.objects.get().sent_at is None
    assert Meeting.objects.get().asked_at is None


def test_thanks_did_not_go_before_they_talked(amina: User) -> None:
    meeting = held(amina, now=NOW + timedelta(days=2))
    with pytest.raises(Meeting.BeforeThat):
        a_draft(meeting, "thanks").send(now=NOW + timedelta(days=3), on=(NOW + timedelta(days=1)).date())


def test_what_was_sent_is_not_rewritten(amina: User) -> None:
    message = a_draft(a_meeting(amina))
    message.send(now=NOW)
    with pytest.raises(Message.AlreadySent):
        message.reword(seen=None, subject="", body="Too late")


@pytest.mark.parametrize("act", ["reword", "send", "dispatch", "anew", "mend", "name_times"])
def test_words_written_after_it_went_are_given_back(as_amina: Client, amina: User, centre: Centre, act: str) -> None:
    """In a second tab, where it still stood open."""
    centre.revise(seen=None, sends_for_students=True, sends_a_day=5)
    meeting = a_meeting(amina)
    message = a_draft(meeting)
    message.send(now=NOW)
    address, sent = reverse(f"meetings:{act}", args=[message.pk]), {"subject": message.subject, "body": message.body}
    assert as_amina.post(address, sent).status_code == 302
    answer = as_amina.post(address, {**sent, "body": "May I ask you?"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "already marked this as sent" in page
    assert "What you just sent wasn’t saved." in page
    assert "May I ask you?" in page
    assert Message.objects.get(pk=message.pk).body == message.body


def test_words_beside_times_that_are_offered_late_are_given_back(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    message = a_draft(meeting)
    message.send(now=NOW)
    sent = {"channel": message.channel, "subject": message.subject, "body": "May I ask you?", "day_1": "", "hour_1": ""}
    answer = as_amina.post(reverse("meetings:offer", args=[meeting.pk]), sent)
    assert (answer.status_code, "May I ask you?" in answer.content.decode()) == (422, True)


def test_enter_in_the_day_loses_it_not(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    words = {"subject": "S", "body": "May I?", "sent_on": "2026-11-20"}
    answer = as_amina.post(reverse("meetings:reword", args=[message.pk]), words)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "To record that you sent it" in page
    assert 'value="2026-11-20"' in page
    message.refresh_from_db()
    assert (message.body, message.sent_at) == ("May I?", None)
