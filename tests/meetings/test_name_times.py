"""A letter in the student's own words names the times that are on offer, or says that it does not."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core import times
from meetings.link_line import LINE
from meetings.models import Meeting, Message, Reply
from meetings.times_line import exchanged, named, with_times
from tests.cast import a_meeting
from tests.meetings.builders import a_draft

pytestmark = pytest.mark.django_db
OURS = "If it helps, I could offer"


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


def in_days(*days: int) -> list[datetime]:
    noon = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    return [noon + timedelta(days=day) for day in days]


def offer(meeting: Meeting, *days: int) -> Reply:
    return Reply.offer(Meeting.objects.get(pk=meeting.pk), now=timezone.now(), times=in_days(*days))


def in_words(*days: int) -> list[str]:
    return [times.say(at, "Africa/Accra", "Europe/Berlin") for at in in_days(*days)]


def edited(meeting: Meeting) -> Message:
    """The draft of the request with a word of its student's in front and behind."""
    draft = a_draft(Meeting.objects.get(pk=meeting.pk), now=timezone.now())
    draft.reword(seen=None, subject="Mine", body=f"{draft.body}\nP.S. My own words.")
    return draft


def read(message: Message) -> str:
    message.refresh_from_db()
    return message.body


def test_our_sentence_follows_the_times_among_the_students_words(meeting: Meeting) -> None:
    offer(meeting, 3)
    letter = edited(meeting)
    before = letter.body
    assert f"{OURS} {in_words(3)[0]}." in before
    reply = offer(meeting, 4, 5)
    assert read(letter) == before.replace(in_words(3)[0], " or ".join(in_words(4, 5)))
    Reply.objects.get(pk=reply.pk).unoffer(now=timezone.now())
    assert read(letter) == before
    offer(meeting)
    assert read(letter) == before.replace(f" {OURS} {in_words(3)[0]}.", "")


def test_what_was_mended_can_still_be_taken_back(meeting: Meeting) -> None:
    offer(meeting, 3)
    letter = edited(meeting)
    before = letter.body
    letter.mend(field="body", start=0, end=4, was="Dear", words="Good")
    offer(meeting, 4)
    letter.refresh_from_db()
    letter.unmend()
    assert read(letter) == before.replace(in_words(3)[0], in_words(4)[0])


def test_says_that_it_names_none_and_one_press_puts_them_in(as_amina: Client, meeting: Meeting) -> None:
    body = f"Dear Dr. Osei, may I ask?\n\n{LINE}\n[link]\n\nKind regards,\nAmina"
    letter = a_draft(meeting, now=timezone.now())
    letter.reword(seen=None, subject="S", body=body)
    desk = reverse("meetings:ask", args=[meeting.pk])
    sentence = "The times you offer are not named in your letter."
    assert sentence not in as_amina.get(desk).content.decode()
    offer(meeting, 3, 4)
    assert read(letter) == body
    assert sentence in as_amina.get(desk).content.decode()
    typed = body.replace("may I", "could I")
    page = as_amina.post(reverse("meetings:name_times", args=[letter.pk]), {"subject": "S", "body": typed}, follow=True)
    assert "Your letter names the times now." in page.content.decode()
    assert sentence not in page.content.decode()
    assert read(letter) == typed.replace(f"\n\n{LINE}", f"\n\n{OURS} {' or '.join(in_words(3, 4))}.\n\n{LINE}")
    letter.unmend()
    assert read(letter) == typed


A, B, C = "Monday 7 December, 10:00", "Tuesday 8 December, 11:00", "Friday 11 December, 9:30"


@pytest.mark.parametrize(
    ("body", "before", "after", "then"),
    [
        (f"Hi. {OURS} {A} or {B}. Bye.", (A, B), (C,), f"Hi. {OURS} {C}. Bye."),
        # One of them was taken by something else when the letter was drafted.
        (f"Hi. {OURS} {A} or {C}.", (A, B, C), (B,), f"Hi. {OURS} {B}."),
        (f"{OURS} {A}, or another time. Bye.", (A, B), (C, B), f"{OURS} {C}, or another time. Bye."),
        (f"Hi.\n\n{OURS} {A}.\n\nBye.", (A,), (), "Hi.\n\nBye."),
        (f"{OURS} {A}. Bye.", (A,), (), "Bye."),
        (f"My free hours: {A} or {B}, at yours.", (A, B), (C,), f"My free hours: {C}, at yours."),
        (f"Not {A}, sorry.", (A, B), (C,), f"Not {A}, sorry."),
        ("Hi.", (), (A,), "Hi."),
    ],
)
def test_exchanges_nothing_but_what_is_ours(body: str, before: list[str], after: list[str], then: str) -> None:
    assert exchanged(body, before, after) == then
    assert named(then, after) is (any(time in then for time in after))


def test_stands_above_the_signature_or_behind() -> None:
    assert with_times("Hi.\n\nKind regards,\nA", [A]) == f"Hi.\n\n{OURS} {A}.\n\nKind regards,\nA"
    assert with_times("Hi.\n", [A]) == f"Hi.\n\n{OURS} {A}."
