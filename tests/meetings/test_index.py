"""The list of all conversations."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from accounts.models import User
from contacts.models import Contact
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_goal, a_meeting
from tests.meetings.builders import answered, asked, fix

pytestmark = pytest.mark.django_db


def test_says_how_to_begin_when_empty(as_amina: Client) -> None:
    assert "No conversations yet" in as_amina.get(reverse("meetings:index")).content.decode()


def shown(client: Client, **query: str) -> dict[str, str]:
    """The groups of the page by their titles, each with its HTML."""
    page = client.get(reverse("meetings:index"), query).content.decode()
    return dict(re.findall(r'<h2 id="[\w-]+">([^<]+)</h2>(.*?)</section>', page, re.S))


def test_stands_in_groups_each_date_with_its_word(as_amina: Client, amina: User, bo: User) -> None:
    now = timezone.now()

    def somebody(name: str) -> dict[str, Contact]:
        return {"contact": a_contact(amina, name)}

    a_meeting(amina, now=now, **somebody("Ana Plan"))
    asked(amina, now=now, **somebody("Uli Wait"))
    answered(amina, now=now, **somebody("Yes Fix"))
    answered(amina, "later", now=now, **somebody("Later On"))
    answered(amina, "no", now=now, **somebody("No Thanks"))
    fix(asked(amina, now=now, **somebody("Second Time")), now + timedelta(days=3), now=now)
    fix(asked(amina, now=now, **somebody("First Time")), now + timedelta(days=2), now=now)
    over = fix(
        asked(amina, now=now - timedelta(days=4), **somebody("Over Now")),
        now - timedelta(days=1),
        now=now - timedelta(days=4),
    )
    a_meeting(bo, a_contact(bo, "Bo Only"))
    groups = shown(as_amina)
    assert list(groups) == ["Needs you", "Scheduled", "Waiting for a reply", "Getting ready", "Past"]
    assert {"Yes Fix", "Over Now"} <= set(re.findall(r"<bdi>([^<]+)</bdi>", groups["Needs you"]))
    assert "Next: Time and place" in groups["Needs you"]
    assert groups["Scheduled"].index("First Time") < groups["Scheduled"].index("Second Time")
    assert "Uli Wait" in groups["Waiting for a reply"]
    assert "Later On" in groups["Waiting for a reply"]
    assert "Asked " in groups["Waiting for a reply"]
    assert "Started " in groups["Getting ready"]
    assert "Said no " in groups["Past"]
    assert "Bo Only" not in "".join(groups.values())
    over.hold(now=now)
    over.thank(now=now)
    assert "Thanked " in shown(as_amina)["Past"]


def test_a_long_group_has_a_page_of_its_own(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    for _ in range(23):
        a_meeting(amina, contact)
    assert "and 3 more" in shown(as_amina)["Getting ready"]
    page = as_amina.get(reverse("meetings:index"), {"show": "preparing"}).content.decode()
    assert len(re.findall(r'href="/meetings/\d+/"', page)) == 23


def test_the_past_goes_on_without_the_groups(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    for _ in range(51):
        a_meeting(amina, contact).cancel(now=NOW)
    a_meeting(amina, contact)
    assert list(shown(as_amina)) == ["Getting ready", "Past"]
    assert list(shown(as_amina, page="2")) == ["Past"]


def test_two_conversations_with_one_person_have_links_of_two_names(as_amina: Client, amina: User) -> None:
    """WCAG 2.4.9: whoever hears only the links tells one from the other, on the list, the day and a goal's page."""
    efua, goal = a_contact(amina), a_goal(amina)
    for day, hour in ((0, 0), (3, 0), (3, 2)):
        begun = NOW + timedelta(days=day, hours=hour)
        Meeting.begin(by=amina, now=begun, contact=efua, minutes=20, goals=[goal])
    other = Meeting.begin(by=amina, now=NOW, contact=a_contact(amina, "Per Lund"), minutes=20, goals=[goal])
    other.ask(now=NOW, channel="email")
    for address in (reverse("meetings:index"), "/", goal.get_absolute_url()):
        page = as_amina.get(address).content.decode()
        links = [strip_tags(words) for words in re.findall(r'<a href="/meetings/\d+/">(.*?)</a>', page, re.S)]
        assert sorted(links) == [
            "Dr. Efua Osei, started 18 November 2026",
            "Dr. Efua Osei, started Saturday 21 November 2026, 10:00",
            "Dr. Efua Osei, started Saturday 21 November 2026, 12:00",
            "Per Lund",
        ]


@pytest.mark.parametrize("query", [{"show": "nonsense"}, {"page": "x"}, {"page": "99"}, {"show": "arranged"}])
def test_an_odd_address_still_answers(as_amina: Client, amina: User, query: dict[str, str]) -> None:
    a_meeting(amina)
    assert as_amina.get(reverse("meetings:index"), query).status_code == 200


def test_asks_the_database_the_same_for_one_and_a_hundred(
    as_amina: Client, amina: User, django_assert_max_num_queries: Any
) -> None:
    contact = a_contact(amina)
    Meeting.begin(by=amina, now=NOW, contact=contact, minutes=20, goals=[])
    as_amina.get(reverse("meetings:index"))
    with django_assert_max_num_queries(6) as one:
        as_amina.get(reverse("meetings:index"))
    for _ in range(99):
        Meeting.begin(by=amina, now=NOW, contact=contact, minutes=20, goals=[])
    as_amina.get(reverse("meetings:index"))
    with django_assert_max_num_queries(6) as hundred:
        as_amina.get(reverse("meetings:index"))
    assert len(one) == len(hundred)
