"""With a hundred thousand people of a thousand students the list is still found by its owner."""

from datetime import datetime

import pytest

from accounts.models import User
from contacts.models import Contact
from tests.cast import Cast
from tests.crowd import multiply, plan, scans

STUDENTS, EACH = 1000, 100


@pytest.fixture
def crowd(cast: Cast, now: datetime) -> User:
    """A thousand students with a hundred people each, copied by the database itself."""
    multiply(cast.bo, STUDENTS, id="1000000 + k", email="'crowd' || k || '@example.edu'")
    first = Contact.add(by=cast.amina, now=now, name="P0", email="p0@example.org", tags=["t0"], known="online")
    multiply(
        first,
        STUDENTS * EACH,
        owner_id=f"1000001 + k % {STUDENTS}",
        name="'P' || k",
        sort_name="'p' || k",
        search_words="'p' || k",
        email="'p' || k || '@example.org'",
        keys="ARRAY['email:p' || k || '@example.org']",
        tags="ARRAY['t' || k % 50]",
        asked_at="CASE WHEN k % 2 = 0 THEN now() END",
    )
    return User.objects.get(pk=1000500)


def found_by_owner(found: str) -> bool:
    return any("Index Cond" in line and "owner_id = " in line for line in found.splitlines())


def test_every_way_to_see_the_list_is_found_by_owner(crowd: User) -> None:
    mine = Contact.objects.visible_to(crowd)
    ways = {
        "all": mine.by_name()[:50],
        "search": mine.matching("p1 p2").by_name()[:50],
        "warmth": mine.filter(warmth="C").by_name()[:50],
        "known": mine.filter(known="online").by_name()[:50],
        "tag": mine.tagged("t7").by_name()[:50],
        "not asked": mine.not_asked_yet().by_name()[:50],
        "latest touch": mine.latest_touch_first()[:50],
        "next act": mine.next_act_first()[:50],
        "same person": mine.like(name="P500", email="p@example.org"),
    }
    assert mine.count() == EACH
    plans = {way: plan(people) for way, people in ways.items()}
    assert {way: found for way, found in plans.items() if scans(found)} == {}
    assert {way: found for way, found in plans.items() if not found_by_owner(found)} == {}
    assert "contact_by_name" in plans["all"]


def test_case_of_an_address_does_not_matter_and_costs_no_scan(crowd: User) -> None:
    found = Contact.objects.known_as(Contact(email="P77777@Example.ORG"))
    assert [person.name for person in found] == ["P77777"]
    assert "contact_by_keys" in plan(found)


def test_whoever_wants_to_be_left_alone_is_found_everywhere_without_a_scan(crowd: User, now: datetime) -> None:
    """S4: while the conversation is locked."""
    known = Contact.objects.get(name="P77777")
    everywhere = Contact.objects.known_as(known)
    assert list(everywhere) == [known]
    assert scans(plan(everywhere)) == []
