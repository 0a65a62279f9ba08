"""What a student finds at the writing desk of a centre with texts of its own."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from centre.models import Template
from meetings.models import Message
from tests.cast import NOW, a_meeting
from tests.centre.builders import a_template
from tests.meetings.builders import a_draft, held

pytestmark = pytest.mark.django_db
BODY = "Dear {addressed},\n\nI am {student}. {why_them} Would you have {minutes} minutes?\n\n{phone}"


def test_begins_from_the_centres_text(as_amina: Client, amina: User) -> None:
    a_template(BODY, subject="{minutes} minutes for {student}?")
    meeting = a_meeting(amina)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk]), {"channel": "email"}).content.decode()
    message = Message.objects.get()
    assert message.subject == "20 minutes for Amina Yusuf?"
    words, link = message.body.split("\n\nYou can reply here in a minute, without an account:\n")
    assert (words, link) == (
        "Dear Dr. Osei,\n\nI am Amina Yusuf. [why them: one sentence] Would you have 20 minutes?",
        "[link]",
    )
    assert "I am Amina Yusuf. [why them: one sentence] Would you have 20 minutes?" in page


def test_without_a_subject_ours_stands_above_it(amina: User) -> None:
    a_template(BODY)
    assert a_draft(a_meeting(amina)).subject.startswith("Marine Biology student: informational interview")


def test_the_other_channels_and_occasions_stay_ours(amina: User) -> None:
    a_template(BODY)
    meeting = held(amina)
    for occasion, channel in (("request", "phone"), ("thanks", "email")):
        assert "I am Amina Yusuf. Would" not in a_draft(meeting, occasion, channel).body


def test_a_draft_that_nobody_edited_follows_the_text(amina: User) -> None:
    meeting = a_meeting(amina)
    ours = a_draft(meeting)
    assert "informational interview" in ours.body
    a_template(BODY)
    assert a_draft(meeting).body.endswith("Would you have 20 minutes?")
    Template.objects.get().drop()
    assert a_draft(meeting).body == ours.body


def test_a_draft_that_was_edited_stays_the_students(amina: User) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting).reword(seen=None, subject="Mine", body="My own words.")
    a_template(BODY)
    message = a_draft(meeting)
    assert (message.subject, message.body) == ("Mine", "My own words.")
    message.compose(now=NOW)
    assert message.body.startswith("Dear Dr. Osei,\n\nI am Amina Yusuf.")


def test_words_of_a_fact_are_no_slots(amina: User) -> None:
    a_template("{why_them} Would you have {minutes} minutes?")
    meeting = a_meeting(amina)
    meeting.why_them = "You wrote %s {student} {{ x }}"
    assert a_draft(meeting).body == "[why them: one sentence] Would you have 20 minutes?"


def test_a_draft_costs_no_query_for_it(amina: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting)
    with django_assert_num_queries(1):
        a_draft(meeting)
    a_template(BODY)
    a_draft(meeting)
    with django_assert_num_queries(1):
        a_draft(meeting)
