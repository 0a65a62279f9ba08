"""A letter in the student's own words names the times that are on offer, or says that it does not."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Template
from core import times
from meetings.link_line import LINE
from meetings.models import Meeting, Message, Reply
from meetings.times_line import exchanged, named, put_into, remembered, with_times
from tests.cast import a_meeting
from tests.meetings.builders import a_draft, asked, fix

pytestmark = pytest.mark.django_db
times_put = import_module("meetings.migrations.0012_times_put")
OURS = "For example, I'm free on"


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


def test_names_the_first_three_that_are_by_day_for_the_reader(meeting: Meeting) -> None:
    noon, at_night = in_days(3)[0], in_days(2)[0].replace(hour=3)
    Reply.offer(Meeting.objects.get(pk=meeting.pk), now=timezone.now(), times=[at_night, *in_days(3, 4, 5, 6)])
    body = edited(meeting).body
    assert f"{OURS} {times.say(noon, 'Africa/Accra', 'Europe/Berlin')}" in body
    assert times.say(at_night, "Africa/Accra", "Europe/Berlin") not in body
    assert in_words(6)[0] not in body
    Reply.offer(Meeting.objects.get(pk=meeting.pk), now=timezone.now(), times=[at_night])
    assert OURS not in a_draft(Meeting.objects.get(pk=meeting.pk), now=timezone.now()).body


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
    sentence = "Your message doesn’t mention the times you offer."
    assert sentence not in as_amina.get(desk).content.decode()
    offer(meeting, 3, 4)
    assert read(letter) == body
    assert sentence in as_amina.get(desk).content.decode()
    typed = body.replace("may I", "could I")
    page = as_amina.post(reverse("meetings:name_times", args=[letter.pk]), {"subject": "S", "body": typed}, follow=True)
    assert "Your message mentions the times now." in page.content.decode()
    assert sentence not in page.content.decode()
    assert read(letter) == typed.replace(f"\n\n{LINE}", f"\n\n{OURS} {' or '.join(in_words(3, 4))}.\n\n{LINE}")
    letter.unmend()
    assert read(letter) == typed


def test_the_sentence_is_known_whatever_the_zones_were(amina: User, meeting: Meeting) -> None:
    offer(meeting, 3)
    letter = edited(meeting)
    assert in_words(3)[0] in letter.body
    User.objects.filter(pk=amina.pk).update(time_zone="Asia/Tokyo")
    offer(meeting, 4, 5)
    new = [times.say(at, "Africa/Accra", "Asia/Tokyo") for at in in_days(4, 5)]
    assert read(letter).count(OURS) == 1
    assert f"{OURS} {' or '.join(new)}." in letter.body
    # It was put there before, and stands there again after a step back.
    letter.reword(seen=None, subject="S", body=letter.body.replace(" or ".join(new), in_words(3)[0]))
    offer(meeting, 6)
    assert f"{OURS} {times.say(in_days(6)[0], 'Africa/Accra', 'Asia/Tokyo')}." in read(letter)


def test_says_that_a_time_is_past_and_one_press_renews_the_sentence(as_amina: Client, meeting: Meeting) -> None:
    offer(meeting, 3)
    letter = edited(meeting)
    reply = offer(meeting, 3, 4)
    assert " or ".join(in_words(3, 4)) in read(letter)
    desk, remark = reverse("meetings:ask", args=[meeting.pk]), "The times in your message are out of date."
    assert remark not in as_amina.get(desk).content.decode()
    yesterday, [_gone, stays] = in_days(-1)[0], in_words(3, 4)
    reply.offers.filter(position=1).update(starts_at=yesterday)
    assert remark in as_amina.get(desk).content.decode()
    words = {"subject": "S", "body": letter.body}
    press = reverse("meetings:name_times", args=[letter.pk])
    assert remark not in as_amina.post(press, words, follow=True).content.decode()
    assert f"{OURS} {stays}." in read(letter)
    reply.offers.filter(position=2).update(starts_at=yesterday - timedelta(days=1))
    assert remark in as_amina.get(desk).content.decode()
    page = as_amina.post(press, {**words, "body": letter.body}, follow=True).content.decode()
    assert "so we took them out of your message" in page
    assert remark not in page
    assert OURS not in read(letter)


def test_says_that_a_time_in_their_own_words_is_past(as_amina: Client, meeting: Meeting) -> None:
    reply = offer(meeting, 3, 4)
    letter = edited(meeting)
    desk, remark = (
        reverse("meetings:ask", args=[meeting.pk]),
        "Your message mentions a time that has passed or is taken.",
    )
    reply.offers.filter(position=1).update(starts_at=in_days(-1)[0])
    letter.reword(seen=None, subject="S", body=f"Hi.\n- {in_words(-1)[0]}\n- {in_words(4)[0]}\n")
    page = as_amina.get(desk).content.decode()
    assert remark in page
    assert "Update the times" not in page
    letter.reword(seen=None, subject="S", body=f"Hi.\n- {in_words(4)[0]}\n")
    assert remark not in as_amina.get(desk).content.decode()


def test_the_sentence_of_a_centres_own_text_follows_too(meeting: Meeting) -> None:
    Template.objects.create(
        occasion="request",
        channel="email",
        subject="S",
        body="Dear {addressed},\n\nI am free on {windows}, Dr. Ito.\n\nBye",
    )
    offer(meeting, 3, 4, 5)
    # One of them is taken when the letter is drafted.
    fix(asked(meeting.owner, now=timezone.now()), in_days(4)[0], now=timezone.now())
    letter = edited(meeting)
    before = letter.body
    assert f"I am free on {' or '.join(in_words(3, 5))}, Dr. Ito." in before
    offer(meeting, 5)
    assert read(letter) == before.replace(" or ".join(in_words(3, 5)), in_words(5)[0])
    own = letter.body.replace("I am free", "I cannot come")
    letter.reword(seen=None, subject="S", body=own)
    offer(meeting, 6)
    assert read(letter) == own


@pytest.mark.parametrize(
    ("sentence", "then"),
    [("{} or {}", "If it helps, I could offer {}."), ("{}, or another time", f"{OURS} {{}}.")],
)
def test_a_letter_of_before_knows_our_sentence_too(meeting: Meeting, sentence: str, then: str) -> None:
    offer(meeting, 3, 4)
    letter = edited(meeting)
    before = f"If it helps, I could offer {sentence.format(*in_words(3, 4))}."
    letter.reword(seen=None, subject="S", body=f"Hi. {before} Bye, J. Doe.")
    Message.objects.update(times_put=[])
    with connection.cursor() as cursor:
        cursor.execute(times_put.FIND)
    offer(meeting, 5)
    assert read(letter) == f"Hi. {then.format(in_words(5)[0])} Bye, J. Doe."


A, B, C = "Monday 7 December, 10:00", "Tuesday 8 December, 11:00", "Friday 11 December, 9:30"


@pytest.mark.parametrize(
    ("body", "before", "after", "then"),
    [
        (f"Hi. {OURS} {A} or {B}. Bye.", (A, B), (C,), f"Hi. {OURS} {C}. Bye."),
        (f"{OURS} {A}. Bye.", (A, B, C), (C, B), f"{OURS} {C} or {B}. Bye."),
        (f"{OURS} {A} or {B}. Bye.", (A, B, C), (C, A), f"{OURS} {C} or {A}. Bye."),
        (f"Hi.\n\n{OURS} {A}.\n\nBye.", (A,), (), "Hi.\n\nBye."),
        (f"{OURS} {A}. Bye.", (A,), (), "Bye."),
        (f"My free hours: {A} or {B}, at yours.", (A, B), (C,), f"My free hours: {C}, at yours."),
        (f"My free hours are\n- {A}\nBye.", (A,), (), "My free hours are\nBye."),
        # What stands around it would lead nowhere.
        (f"My free hours:\n\n{A}\n\nBye.", (A,), (), f"My free hours:\n\n{A}\n\nBye."),
        ("Hi.", (), (A,), "Hi."),
        (f"I could visit Prof. Lee on {A}. Bye.", (A,), (), "Bye."),
        (f"Call me, e.g. on {A}, or write. Bye.", (A,), (), "Bye."),
    ],
)
def test_exchanges_what_was_put_in(body: str, before: list[str], after: list[str], then: str) -> None:
    assert exchanged(body, remembered([], put_into(body, before)), after)[0] == then
    assert named(then, after) is (any(time in then for time in after))


@pytest.mark.parametrize(
    ("drafted", "own"),
    [
        (f"{OURS} {A}.", f"I cannot come on {A}."),
        (f"I am free on {A}.", f"I cannot say that I am free on {A}."),
        (f"I am free:\n{A}\nBye", f"Not on {A}\nBye"),
        (f"{OURS} {A}.", f"{OURS} {A.replace('10:00', '10:30')}."),
    ],
)
def test_exchanges_no_sentence_of_their_own(drafted: str, own: str) -> None:
    assert exchanged(own, remembered([], put_into(drafted, [A])), [C]) == (own, None)


def test_names_them_however_they_stand_and_whole() -> None:
    assert named(f"- {A}\n- {B}", [A, B])
    assert named(f"{B} and {A} suit me.", [A, B])
    assert not named(f"- {A}", [A, B])
    assert not named("On Wednesday 12 December", ["2 December"])


def test_stands_above_the_signature_or_behind() -> None:
    assert with_times("Hi.\n\nKind regards,\nA", [A])[0] == f"Hi.\n\n{OURS} {A}.\n\nKind regards,\nA"
    assert with_times("Hi.\n", [A]) == (f"Hi.\n\n{OURS} {A}.", [f"{OURS} {A}.", A])


def test_a_letter_with_room_for_the_first_time_alone_is_not_out_of_date(as_amina: Client, meeting: Meeting) -> None:
    offer(meeting, 3, 4)
    letter = edited(meeting)
    both, [first, _second] = " or ".join(in_words(3, 4)), in_words(3, 4)
    Message.objects.filter(pk=letter.pk).update(
        body=letter.body.replace(both, first), times_put=[[f"{OURS} {first}.", first]]
    )
    desk = reverse("meetings:ask", args=[meeting.pk])
    assert "The times in your message are out of date." not in as_amina.get(desk).content.decode()
