"""The list of all conversations."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import asked

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_says_how_to_begin_when_empty(as_amina: Client) -> None:
    assert "No conversation yet" in as_amina.get(reverse("meetings:index")).content.decode()


def test_shows_the_stage_in_words_and_filters_by_it(as_amina: Client, amina: User, bo: User) -> None:
    a_meeting(amina, a_contact(amina, "Ana Plan"))
    asked(amina, contact=a_contact(amina, "Uli Wait"))
    a_meeting(bo, a_contact(bo, "Bo Only"))
    page = as_amina.get(reverse("meetings:index")).content.decode()
    assert "Ana Plan" in page
    assert "Planned" in page
    assert "Bo Only" not in page
    page = as_amina.get(reverse("meetings:index"), {"show": "waiting"}).content.decode()
    assert "Uli Wait" in page
    assert "Ana Plan" not in page


@pytest.mark.parametrize("query", [{"show": "nonsense"}, {"page": "x"}, {"page": "99"}, {"show": "ended"}])
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
