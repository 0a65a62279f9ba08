"""The writing desk of a follow-up: the right draft, with what the last talk left beside it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting, Message
from notes.models import Debrief
from tests.cast import a_contact, a_meeting
from tests.followups.builders import Kind, a_followup, a_promise, a_talk


@pytest.fixture
def talk(amina: User) -> Meeting:
    now = timezone.now()
    talk = a_talk(amina, a_contact(amina, now=now), now=now)
    Debrief.objects.create(
        meeting=talk,
        learned_one="Field seasons decide the year",
        thanks_line="Your story about the winter census stayed with me.",
    )
    return talk


def test_the_thank_you_is_drafted_from_the_looking_back(as_amina: Client, amina: User, talk: Meeting) -> None:
    a_promise(amina, now=timezone.now(), meeting=talk)
    page = as_amina.get(f"/followups/{talk.pk}/thank/").content.decode()
    draft = Message.objects.get(meeting=talk, occasion="thanks")
    assert "winter census" in draft.body
    assert "Field seasons decide the year" in page
    assert "Send the article on kelp" in page


def test_sent_is_thanked_and_keeps_in_touch(as_amina: Client, talk: Meeting) -> None:
    as_amina.get(f"/followups/{talk.pk}/thank/")
    draft = Message.objects.get(meeting=talk, occasion="thanks")
    as_amina.post(f"/meetings/letters/{draft.pk}/send/", {"subject": "Thank you", "body": "Thank you so much."})
    talk.refresh_from_db()
    assert talk.stage == Meeting.Stage.THANKED
    assert "You thanked Dr. Osei" in as_amina.get(f"/followups/{talk.pk}/thank/").content.decode()


def test_the_thank_you_waits_for_the_talk(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    assert "comes after the conversation" in as_amina.get(f"/followups/{meeting.pk}/thank/").content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("kind", "occasion"),
    [
        (Kind.CONFIRM, "confirm"),
        (Kind.NUDGE, "nudge"),
        (Kind.CLOSE, "close"),
        (Kind.REPLY, "close"),
        (Kind.KEEP, "keep"),
    ],
)
def test_each_kind_opens_its_draft(as_amina: Client, amina: User, talk: Meeting, kind: str, occasion: str) -> None:
    row = a_followup(amina, kind, now=timezone.now(), meeting=talk)
    page = as_amina.get(f"/followups/{row.pk}/write/")
    assert page.status_code == 200
    assert Message.objects.get(meeting=talk).occasion == occasion


def test_a_promise_of_theirs_is_asked_after(as_amina: Client, amina: User, talk: Meeting) -> None:
    promise = a_promise(amina, meeting=talk, whose="theirs", due_on=timezone.now().date())
    page = as_amina.get(f"/followups/{promise.followup.pk}/write/").content.decode()
    assert "Ask Dr. Osei about what they offered you" in page


@pytest.mark.parametrize(
    ("kind", "path"), [(Kind.THANK, "/followups/{}/thank/"), (Kind.DEBRIEF, "/meetings/{}/debrief/")]
)
def test_what_has_a_page_of_its_own_leads_there(
    as_amina: Client, amina: User, talk: Meeting, kind: str, path: str
) -> None:
    row = a_followup(amina, kind, now=timezone.now(), meeting=talk)
    answer = as_amina.get(f"/followups/{row.pk}/write/")
    assert answer.headers["Location"] == path.format(talk.pk)


def test_keeping_in_touch_says_when_we_remind(as_amina: Client, amina: User, talk: Meeting) -> None:
    path = f"/followups/{talk.pk}/keep/"
    assert "We won’t remind you" in as_amina.get(path).content.decode()
    a_followup(amina, Kind.KEEP, now=timezone.now(), at=timezone.now() + timedelta(days=90), meeting=talk)
    assert "we’ll remind you. If" in as_amina.get(path).content.decode()


def test_an_odd_channel_is_the_persons_own(as_amina: Client, talk: Meeting) -> None:
    assert as_amina.get(f"/followups/{talk.pk}/thank/?channel=pigeon").status_code == 200
    assert Message.objects.get(meeting=talk).channel == "email"


def test_drafted_anew_it_still_speaks_of_the_looking_back(as_amina: Client, talk: Meeting) -> None:
    page = f"/followups/{talk.pk}/thank/"
    as_amina.get(page)
    draft = Message.objects.get(meeting=talk, occasion="thanks")
    as_amina.post(f"/meetings/letters/{draft.pk}/", {"subject": "S", "body": "My own words", "revision": "0"})
    answer = as_amina.post(f"/meetings/letters/{draft.pk}/anew/", {"next": page})
    assert answer["Location"] == page
    draft.refresh_from_db()
    assert "winter census" in draft.body


def test_the_desk_of_the_conversation_drafts_the_same(as_amina: Client, talk: Meeting) -> None:
    as_amina.get(f"/meetings/{talk.pk}/write/thanks/")
    assert "winter census" in Message.objects.get(meeting=talk, occasion="thanks").body


def test_sent_it_leads_to_today_and_says_what_comes_next(as_amina: Client, talk: Meeting) -> None:
    page = as_amina.get(f"/followups/{talk.pk}/thank/").content.decode()
    assert '<input type="hidden" name="then" value="/">' in page
    draft = Message.objects.get(meeting=talk, occasion="thanks")
    words = {"subject": "Thank you", "body": "Thank you so much.", "then": "/"}
    answer = as_amina.post(f"/meetings/letters/{draft.pk}/send/", words)
    assert answer["Location"] == "/"
    assert "Marked as sent. Next for Dr. Osei: " in as_amina.get("/").content.decode()


def test_refused_it_keeps_the_words_and_the_way_back(as_amina: Client, talk: Meeting) -> None:
    page = f"/followups/{talk.pk}/thank/"
    as_amina.get(page)
    draft = Message.objects.get(meeting=talk, occasion="thanks")
    words = {"subject": "My subject", "body": "", "next": page, "then": "/"}
    answer = as_amina.post(f"/meetings/letters/{draft.pk}/send/", words)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "My subject" in text
    assert text.count(f'name="next" value="{page}"') == 1
    assert f'href="{page}?channel=linkedin"' in text
    assert 'name="then" value="/"' in text
