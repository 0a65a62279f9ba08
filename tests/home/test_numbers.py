"""A student's own numbers."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from notes.models import NamedPerson
from tests.cast import NOW
from tests.meetings.builders import answered, asked, fix

pytestmark = pytest.mark.django_db


def numbers(client: Client) -> dict[str, str]:
    page = client.get("/numbers/").content.decode()
    return dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page))


def test_are_none_at_first(as_amina: Client) -> None:
    found = numbers(as_amina)
    assert set(found.values()) == {"0"}
    assert "Half of the replies came within" not in found


def test_count_what_was_asked_answered_held_and_thanked_for(as_amina: Client, amina: User, bo: User) -> None:
    asked(amina)
    slow = asked(amina, now=NOW - timedelta(days=30))
    slow.hear(now=NOW - timedelta(days=20), answer="no")
    for days, hours in ((3, 2), (6, 40)):
        talk = answered(amina, now=NOW - timedelta(days=days))
        fix(talk, NOW - timedelta(days=days, hours=-1), now=NOW - timedelta(days=days))
        talk.hold(now=NOW - timedelta(days=days, hours=-2))
        talk.thank(now=NOW - timedelta(days=days) + timedelta(hours=2 + hours))
        NamedPerson.add(talk, now=NOW, name="Jo Park", about="", may_use_name=True)
    asked(bo)
    assert numbers(as_amina) == {
        "Requests you sent": "4",
        "Replies you got": "3",
        "Conversations you had": "2",
        "Thank-yous within a day": "1",
        "People suggested to you": "2",
        "Half of the replies came within": "1 day",
    }


def test_cost_the_same_however_many(as_amina: Client, amina: User, django_assert_max_num_queries: Any) -> None:
    for _ in range(12):
        answered(amina)
    numbers(as_amina)
    with django_assert_max_num_queries(6):
        numbers(as_amina)
