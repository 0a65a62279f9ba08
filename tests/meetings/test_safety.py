"""Staying safe: before a conversation, while it goes on and after it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from coach.differently import situations
from meetings.models import Meeting
from tests.meetings.builders import answered, arranged, held

pytestmark = pytest.mark.django_db
POINTS, REMINDER, TELL = "Meet on <campus>.\nTell a friend.", "You may stop.", "Ada Roth\n030 1234"
WHO = reverse("meetings:safety")


@pytest.fixture(autouse=True)
def wrote(centre: Centre) -> None:
    centre.revise(seen=None, safety_points=POINTS, safety_reminder=REMINDER, safety_tell=TELL, email="help@example.edu")


def page(student: Client, name: str, meeting: Meeting) -> str:
    return student.get(reverse(name, args=[meeting.pk])).content.decode()


def of_today(owner: User) -> Meeting:
    now = timezone.now()
    return arranged(owner, now + timedelta(minutes=1), now=now)


def test_stands_where_the_time_is_set(as_amina: Client, amina: User) -> None:
    html = page(as_amina, "meetings:time", answered(amina))
    assert "<li>Meet on &lt;campus&gt;.</li><li>Tell a friend.</li>" in html
    assert f'href="{WHO}"' in html


def test_one_line_of_it_goes_along_while_they_talk(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    for meeting in (of_today(amina), arranged(amina, now + timedelta(days=3), now=now)):
        assert REMINDER in page(as_amina, "notes:meet", meeting)


def test_says_afterwards_who_can_be_told(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    for name in ("meetings:show", "notes:debrief"):
        assert f'href="{WHO}"' in page(as_amina, name, meeting)
    html = as_amina.get(WHO).content.decode()
    assert TELL in html
    assert 'href="mailto:help@example.edu"' in html
    assert "Meet on &lt;campus&gt;." in html


@pytest.mark.parametrize("name", ["meetings:pack", "notes:meet"])
def test_tells_before_and_while_they_talk_what_to_say_when_it_goes_differently(
    as_amina: Client, amina: User, name: str
) -> None:
    html = page(as_amina, name, of_today(amina))
    for one in situations():
        assert f"<summary>{one.what}</summary>" in html
        for sentence in one.say:
            assert f"<q>{sentence}</q>" in html
    # One is open at a time, without script too.
    assert html.count('<details class="more" name="differently">') == len(situations())


def test_help_leads_a_student_there_and_to_people_to_ask(as_amina: Client, as_cleo: Client) -> None:
    for student, there in ((as_amina, True), (as_cleo, False)):
        html = student.get(reverse("home:help")).content.decode()
        assert (f'href="{WHO}"' in html, f'href="{reverse("contacts:ways")}"' in html) == (there, there)
