"""On a calm day the one loud button of Today is the next act of the table in docs/ARCHITECTURE.md."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from followups.models import Followup
from meetings.models import Meeting
from tests.cast import a_contact, a_meeting
from tests.home.test_home import home
from tests.meetings.builders import answered, arranged, asked

pytestmark = pytest.mark.django_db

LOUD = re.compile(r'class="button(?: small)?" href="([^"]*)">\s*([^<]*?)\s*<')


def loud(client: Client) -> list[tuple[str, str]]:
    """Where the loud buttons of Today lead, and what they say."""
    return LOUD.findall(home(client).partition("<main")[2])


@pytest.mark.parametrize(
    ("make", "button", "page"),
    [
        (asked, "While you wait: Agenda", "agenda/"),
        (answered, "Next: Time and place", "time/"),
        (arranged, "Next: confirm the time", "write/confirm/"),
    ],
)
def test_what_is_underway_comes_before_somebody_new(
    as_amina: Client, amina: User, make: Callable[..., Meeting], button: str, page: str
) -> None:
    now = timezone.now()
    more = {"starts_at": now + timedelta(days=3)} if make is arranged else {}
    meeting = make(amina, now=now, **more)
    assert loud(as_amina) == [(f"{meeting.get_absolute_url()}{page}", button)]
    assert "Add a person" in home(as_amina)


def test_who_said_yes_comes_before_what_is_only_planned(as_amina: Client, amina: User) -> None:
    meeting = answered(amina, now=timezone.now())
    a_meeting(amina, a_contact(amina, "Tomás Herrera"), now=timezone.now())
    assert loud(as_amina) == [(f"{meeting.get_absolute_url()}time/", "Next: Time and place")]


def test_what_is_due_is_louder_than_what_is_next(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    asked(amina, now=now - timedelta(days=9))
    arranged(amina, now + timedelta(days=3), now=now)
    assert loud(as_amina) == []


@pytest.mark.parametrize("minutes", [-10, 10])
def test_at_its_time_the_talk_leads_whatever_is_due(as_amina: Client, amina: User, minutes: int) -> None:
    now = timezone.now()
    asked(amina, now=now - timedelta(days=9))
    meeting = arranged(amina, now - timedelta(minutes=minutes), now=now - timedelta(hours=2))
    assert loud(as_amina) == [(reverse("notes:meet", args=[meeting.pk]), "Open conversation mode")]
    page = home(as_amina)
    # The first of what is due is made loud by its place in this section (static/home/home.css).
    assert 'class="today"' not in page
    assert page.index("Your next conversation") < page.index("Follow up with")


def thanked(owner: User) -> Meeting:
    now = timezone.now()
    meeting = a_meeting(owner, now=now)
    meeting.hold_unplanned(at=now, now=now)
    meeting.thank(now=now)
    Followup.objects.filter(meeting=meeting).delete()
    return meeting


def test_after_the_thanks_whom_they_named_comes_next(as_amina: Client, amina: User) -> None:
    by = thanked(amina).contact
    kofi = Contact.objects.create(owner=amina, name="Kofi Mensah", referred_by=by, added_at=timezone.now())
    assert loud(as_amina) == [(f"/meetings/begin/?contact={kofi.pk}", "Plan a conversation with Kofi Mensah")]


def test_who_was_named_and_asked_is_not_suggested_again(as_amina: Client, amina: User) -> None:
    by, now = thanked(amina).contact, timezone.now()
    kofi = Contact.objects.create(owner=amina, name="Kofi Mensah", referred_by=by, added_at=now)
    meeting = a_meeting(amina, kofi, now=now)
    meeting.ask(now=now, channel="email")
    meeting.hear(now=now, answer="no")
    Followup.objects.filter(meeting=meeting).delete()
    assert loud(as_amina) == [("/people/add/", "Add a person")]


def test_whom_one_talked_with_is_not_suggested_at_once(as_amina: Client, amina: User) -> None:
    thanked(amina)
    assert loud(as_amina) == [("/people/add/", "Add a person")]
