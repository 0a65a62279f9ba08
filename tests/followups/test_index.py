"""Everything open: due now and coming, filtered by words, as many queries for one as for a hundred."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from core.times import say_day, zone
from followups.models import Followup
from tests.cast import a_contact
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, yesterday

PAGE = "/followups/"


def many(owner: User, count: int) -> None:
    """Rows of several kinds, due and coming."""
    now = timezone.now()
    meeting = a_talk(owner, a_contact(owner, now=now), now=now)
    for number in range(count):
        due_on = (now + timedelta(days=number % 20 - 10)).date()
        a_promise(owner, now=now, meeting=meeting, due_on=due_on, text=f"Promise {number}")


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    # The centre is read anew every few seconds, whenever those happen to be over.
    return sum("centre_centre" not in query["sql"] for query in asked)


def test_due_and_coming_stand_apart(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    a_followup(amina, Kind.NUDGE, now=now, at=yesterday(amina, now))
    a_followup(amina, Kind.KEEP, now=now, at=now + timedelta(days=60))
    page = as_amina.get(PAGE).content.decode()
    assert page.index("Due now") < page.index("Follow up with Dr. Osei") < page.index("Coming up")
    assert "Due since yesterday" in page


@pytest.mark.parametrize(("late", "words"), [(False, "Due since"), (True, "Overdue since")])
def test_what_is_due_for_long_says_of_what_its_day_speaks(
    as_amina: Client, amina: User, late: bool, words: str
) -> None:
    now = timezone.now()
    at = now - timedelta(days=18)
    row = a_followup(amina, Kind.REPLY, now=now, at=at)
    Followup.objects.filter(pk=row.pk).update(late_at=at if late else None)
    page = as_amina.get(PAGE).content.decode()
    assert f">{words} {say_day(at.astimezone(zone(amina.zone)))}</span>" in page


def test_shows_one_kind(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    a_followup(amina, Kind.NUDGE, now=now)
    a_followup(amina, Kind.KEEP, now=now)
    page = as_amina.get(f"{PAGE}?kind=keep").content.decode()
    assert "Keep in touch with Dr. Osei" in page
    assert "Follow up with Dr. Osei" not in page


@pytest.mark.parametrize("query", ["?kind=nonsense", "?page=nonsense", "?page=99", "?kind=thank&kind=keep"])
def test_an_odd_address_is_a_page_all_the_same(as_amina: Client, amina: User, query: str) -> None:
    a_followup(amina, Kind.NUDGE, now=timezone.now())
    assert as_amina.get(PAGE + query).status_code == 200


def test_what_was_closed_just_now_can_be_undone(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.NUDGE, now=timezone.now())
    row.let_rest(now=timezone.now())
    page = as_amina.get(PAGE).content.decode()
    assert "Recently done" in page
    assert f"/followups/{row.pk}/undo/" in page


def test_says_how_it_begins(as_amina: Client) -> None:
    assert "Nothing to do yet" in as_amina.get(PAGE).content.decode()


def test_a_hundred_take_no_more_queries_than_one(as_amina: Client, amina: User) -> None:
    many(amina, 1)
    one = queries(as_amina, PAGE)
    many(amina, 99)
    assert Followup.objects.count() == 100
    assert queries(as_amina, PAGE) == one <= 9


def test_names_with_markup_are_words(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina, "<b>Bold</b>", form_of_address="<script>alert(1)</script>")
    a_followup(amina, Kind.NUDGE, now=timezone.now(), meeting=a_talk(amina, contact, now=timezone.now()))
    page = as_amina.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
