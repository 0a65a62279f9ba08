"""With a hundred thousand people of a thousand students the list is still found by its owner."""

from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from contacts.models import Contact
from contacts.models.questions import ContactQuerySet

STUDENTS, EACH = 1000, 100


@pytest.fixture
def crowd(cast: Any) -> User:
    """A thousand students with a hundred people each, written by the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_user (id, password, email, name, sort_name, role, time_zone, programme, phone,"
            " profile_link, is_active, joined_at, revision, edit_session)"
            " SELECT 1000000 + n, '', 'crowd' || n || '@example.edu', '', '', 'student', '', '', '', '', true, now(),"
            " 0, ''"
            " FROM generate_series(1, %s) n",
            [STUDENTS],
        )
        cursor.execute(
            "INSERT INTO contacts_contact (owner_id, name, sort_name, search_words, form_of_address, role,"
            " organisation, field, standing, known, known_words, email, phone, profile_link, preferred_channel,"
            " address_source, time_zone, warmth, tags, interest, added_at, last_touch_at, last_touch, next_act,"
            " revision, edit_session)"
            " SELECT 1000000 + 1 + n %% %s, 'P' || n, 'p' || n, 'p' || n, '', '', '', '', '', 'online', '', '', '', '',"
            " '', '', '', 'C', ARRAY['t' || n %% 50], '', now(), now(), 'Met', '', 0, ''"
            " FROM generate_series(1, %s) n",
            [STUDENTS, STUDENTS * EACH],
        )
        cursor.execute("ANALYZE contacts_contact")
    return User.objects.get(pk=1000500)


def found_by_owner(plan: str) -> bool:
    return any("Index Cond" in line and "owner_id = " in line for line in plan.splitlines())


def plan(people: ContactQuerySet) -> str:
    return str(people.explain())


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
    assert {way: plan for way, plan in plans.items() if "Seq Scan on contacts_contact" in plan} == {}
    assert {way: plan for way, plan in plans.items() if not found_by_owner(plan)} == {}
    assert "contact_by_name" in plans["all"]
