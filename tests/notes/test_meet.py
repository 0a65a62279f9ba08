"""The meeting view: the time, the questions, the notes, in one page of few queries."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Pitch, User
from coach import bank
from meetings.models import Meeting
from tests.cast import a_contact, a_meeting
from tests.notes.builders import a_note, a_question

pytestmark = pytest.mark.django_db


def arranged(owner: User, *, mode: str = "online", starts_in: int = -5) -> Meeting:
    """A conversation whose time stands, `starts_in` minutes from now."""
    meeting = a_meeting(owner)
    starts_at = timezone.now() + timedelta(minutes=starts_in)
    meeting.arrange(now=starts_at - timedelta(days=2), starts_at=starts_at, minutes=20, mode=mode)
    return meeting


def page(client: Client, meeting: Meeting, query: str = "") -> str:
    return client.get(reverse("notes:meet", args=[meeting.pk]) + query).content.decode()


def current(html: str) -> str:
    return html.split('class="card current" id="q')[1].split('"')[0]


def test_counts_the_arranged_time_in_words(as_amina: Client, amina: User) -> None:
    html = page(as_amina, arranged(amina))
    assert "15 minutes left" in html
    assert "until " in html


def test_says_that_it_has_not_begun_and_that_the_time_is_up(as_amina: Client, amina: User) -> None:
    assert "Not started yet" in page(as_amina, arranged(amina, starts_in=60))
    assert "Time’s up" in page(as_amina, arranged(amina, starts_in=-60))


def test_of_a_time_long_past_it_says_no_more_than_that(as_amina: Client, amina: User) -> None:
    html = page(as_amina, arranged(amina, mode="phone", starts_in=-200))
    assert "This time has passed" in html
    assert not re.search(r"data-left>[^<]*Time’s up|data-(starts|ends)=", html)
    assert "Is now still a good time, until" not in html


def test_what_is_settled_has_no_clock(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, mode="phone", starts_in=-30)
    meeting.hold(now=timezone.now())
    html = page(as_amina, meeting)
    assert "You’ve had this conversation." in html
    for words in (
        "Time’s up",
        "Is now still a good time",
        "Start the timer",
        "End the conversation",
        "at any time",
        "clock.js",
    ):
        assert words not in html
    assert loud(html) == ["Write down what you learned"]
    assert html.count("Write down what you learned") == 1
    other = a_meeting(amina, a_contact(amina, "Tomás Herrera"))
    other.cancel(now=timezone.now())
    assert "This conversation is cancelled." in page(as_amina, other)


def loud(html: str) -> list[str]:
    """What the loud buttons say, in their order; who is signed out is told so by the script."""
    buttons = re.findall(r'<(?:a|button) class="button(?: small)?"[^>]*>([^<]*)<', html.partition("<main")[2])
    return [words.strip() for words in buttons if words != "Sign in again"]


@pytest.mark.parametrize(
    ("starts_in", "label"),
    [
        (10, "Start the timer"),
        (-5, "Next question"),
        (-30, "End the conversation"),
        (-300, "End the conversation"),
    ],
)
def test_one_act_is_loud_at_a_time(as_amina: Client, amina: User, starts_in: int, label: str) -> None:
    meeting = arranged(amina, starts_in=starts_in)
    for text in ("One?", "Two?"):
        a_question(meeting, text)
    assert loud(page(as_amina, meeting)) == [label]


def test_when_all_is_asked_the_end_is_loud(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_question(meeting).mark_asked(now=timezone.now())
    assert loud(page(as_amina, meeting)) == ["End the conversation"]


def test_calls_each_field_by_its_question(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_question(meeting, "Why <you>?")
    html = page(as_amina, meeting)
    assert 'Your notes<span class="visually-hidden">: Why &lt;you&gt;?</span>' in html
    assert html.count("Your notes<span") == 1


def test_asks_the_first_question_that_was_not_asked(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    first, second = a_question(meeting, "One?"), a_question(meeting, "Two?")
    assert current(page(as_amina, meeting)) == str(first.pk)
    first.mark_asked(now=timezone.now())
    assert current(page(as_amina, meeting)) == str(second.pk)
    assert current(page(as_amina, meeting, f"?question={first.pk}")) == str(first.pk)
    assert current(page(as_amina, meeting, "?question=" + "9" * 5000)) == str(second.pk)


def test_asks_spare_questions_last(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_question(meeting, "Spare?", spare=True)
    planned = a_question(meeting, "Planned?")
    html = page(as_amina, meeting)
    assert current(html) == str(planned.pk)
    assert "Question 1 of 1" in html


def test_shows_how_to_begin_by_phone_and_online(as_amina: Client, amina: User) -> None:
    assert "Can you hear me well?" in page(as_amina, arranged(amina, mode="phone"))
    assert "Can you hear me well?" not in page(as_amina, arranged(amina, mode="in_person", starts_in=120))


def test_shows_the_probes_of_the_bank_or_those_that_suit_any_answer(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_question(meeting, "My own?")
    assert "Can you give me an example?" in page(as_amina, meeting)


@pytest.mark.parametrize("id", [*sorted(bank.retired()), "never-there"])
def test_a_question_that_left_the_bank_keeps_its_words_and_gets_the_probes_for_any(
    as_amina: Client, amina: User, id: str
) -> None:
    meeting = arranged(amina)
    a_question(meeting, "As it was asked then?", bank_id=id)
    html = page(as_amina, meeting)
    assert "As it was asked then?" in html
    assert "Can you give me an example?" in html


def test_shows_the_chosen_introduction(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    meeting.choose_pitch(Pitch.begin(by=amina, name="Short", shape="points", text="- Seagrass\n- Policy"))
    assert "<li>Seagrass</li>" in page(as_amina, meeting)


def test_shows_what_was_noted_and_escapes_it(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_note(meeting, a_question(meeting, "<b>Bold?</b>"), "</textarea><script>alert(1)</script>")
    html = page(as_amina, meeting)
    assert "<script>alert" not in html
    assert "<b>Bold" not in html


def test_keeps_in_sight_what_was_said_to_a_question_that_left_the_agenda(
    as_amina: Client, amina: User, now: datetime
) -> None:
    meeting = arranged(amina)
    question = a_question(meeting, "Gone?")
    a_note(meeting, question, "Still said.")
    question.drop(now=now)
    assert "Still said." in page(as_amina, meeting)


def test_asks_the_database_as_often_for_one_question_as_for_many(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    a_note(meeting, a_question(meeting))
    address = reverse("notes:meet", args=[meeting.pk])
    as_amina.get(address)
    with CaptureQueriesContext(connection) as few:
        as_amina.get(address)
    for number in range(39):
        a_note(meeting, a_question(meeting, f"Question {number}?"))
    with CaptureQueriesContext(connection) as many:
        as_amina.get(address)
    assert len(few) == len(many) <= 9


def test_shows_a_conversation_without_an_agenda(as_amina: Client, amina: User) -> None:
    html = page(as_amina, a_meeting(amina, a_contact(amina)))
    assert "Your agenda has no questions yet." in html
    assert "20 minutes" in html


def test_without_script_the_minutes_left_say_when_that_was(as_amina: Client, amina: User) -> None:
    html = page(as_amina, arranged(amina))
    assert re.search(r'by-script" data-left>15 minutes left<', html)
    assert re.search(r'without-script">At \d+:\d\d: 15 minutes left<', html)
