"""The acts in a row: with htmx the row is swapped, without it the list comes back; refusals are sentences."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from followups.models import Followup
from tests.followups.builders import Kind, a_followup, a_promise, a_talk

HTMX = {"HX-Request": "true"}


@pytest.fixture
def row(amina: User) -> Followup:
    return a_followup(amina, Kind.CONFIRM, now=timezone.now())


def test_done_without_script_comes_back_to_today(as_amina: Client, row: Followup) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/done/")
    assert answer.headers["Location"] == "/"
    row.refresh_from_db()
    assert row.done_at


def test_done_without_script_comes_back_to_the_list_it_stood_in(as_amina: Client, row: Followup) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/done/", {"back": "list"})
    assert answer.headers["Location"] == "/followups/"


def test_the_way_back_is_one_of_ours(as_amina: Client, row: Followup) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/done/", {"back": "https://evil.example"})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("day", ["2026-12-22", "no day"])
def test_a_day_that_was_typed_does_not_matter_to_who_says_it_in_words(
    as_amina: Client, row: Followup, day: str
) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/postpone/", {"day": day, "to": "tomorrow"})
    assert answer.status_code == 302
    row.refresh_from_db()
    clock = ZoneInfo(row.owner.time_zone)
    assert timezone.localdate(row.due_at, clock) <= timezone.localdate(timezone=clock) + timedelta(days=1)


def test_done_with_htmx_swaps_the_row_and_offers_undo(as_amina: Client, row: Followup) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/done/", headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "You confirmed with Dr. Osei." in page
    assert "data-announce" in page
    assert "data-focus" in page
    assert f"/followups/{row.pk}/undo/" in page
    assert "<html" not in page


def test_undo_brings_the_row_back(as_amina: Client, row: Followup) -> None:
    as_amina.post(f"/followups/{row.pk}/done/", headers=HTMX)
    page = as_amina.post(f"/followups/{row.pk}/undo/", headers=HTMX).content.decode()
    assert "Confirm with Dr. Osei" in page
    assert "data-focus" in page
    row.refresh_from_db()
    assert row.is_open


@pytest.mark.parametrize("to", ["tomorrow", "three", "week"])
def test_put_off_in_words(as_amina: Client, row: Followup, to: str) -> None:
    page = as_amina.post(f"/followups/{row.pk}/postpone/", {"to": to}, headers=HTMX).content.decode()
    assert "We’ll remind you on" in page
    row.refresh_from_db()
    assert row.shows_at > timezone.now()


def test_put_off_to_a_day(as_amina: Client, row: Followup) -> None:
    day = (timezone.now() + timedelta(days=30)).date()
    assert as_amina.get(f"/followups/{row.pk}/postpone/").status_code == 200
    assert as_amina.post(f"/followups/{row.pk}/postpone/", {"day": day.isoformat()}).status_code == 302
    row.refresh_from_db()
    assert row.due_at.date() == day


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({}, "Choose a day."),
        ({"day": "2020-01-01"}, "Choose a day from tomorrow on."),
        ({"day": "2199-01-01"}, "in the next two years"),
        ({"day": "soon"}, "That doesn’t look like a date."),
        ({"day": "2026-02-31"}, "That doesn’t look like a date."),
        ({"to": "someday"}, "Choose a day."),
    ],
)
def test_refuses_a_day_with_a_sentence(as_amina: Client, row: Followup, words: dict[str, str], why: str) -> None:
    answer = as_amina.post(f"/followups/{row.pk}/postpone/", words)
    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_let_rest_can_be_undone(as_amina: Client, row: Followup) -> None:
    page = as_amina.post(f"/followups/{row.pk}/rest/", headers=HTMX).content.decode()
    assert "Skipped" in page
    assert "Undo" in page


def test_w2_the_day_stays_in_the_form_of_what_was_closed_meanwhile(as_amina: Client, row: Followup) -> None:
    row.let_rest(now=timezone.now())
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    answer = as_amina.post(f"/followups/{row.pk}/postpone/", {"day": day})
    assert answer.status_code == 422
    assert f'value="{day}"' in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_refuses_what_was_closed_meanwhile(
    as_amina: Client, amina: User, row: Followup, headers: dict[str, str]
) -> None:
    row.let_rest(now=timezone.now())
    for act, words in (("done", {}), ("postpone", {"to": "week"})):
        answer = as_amina.post(f"/followups/{row.pk}/{act}/", words, headers=headers)
        assert answer.status_code == 422
        assert "already" in answer.content.decode()


def test_refuses_to_undo_what_was_sent(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.THANK, now=timezone.now())
    row.done(now=timezone.now())
    answer = as_amina.post(f"/followups/{row.pk}/undo/", headers=HTMX)
    assert answer.status_code == 422
    assert "it can’t be undone" in answer.content.decode()


def test_done_twice_is_done_once(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.THANK, now=timezone.now(), meeting=a_talk(amina, now=timezone.now()))
    for _ in range(2):
        assert as_amina.post(f"/followups/{row.pk}/done/").status_code == 302
    assert Followup.objects.filter(kind=Kind.KEEP).count() == 1


def test_a_promise_of_ones_own_is_kept_by_its_one_button(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina, now=timezone.now(), due_on=timezone.now().date())
    page = as_amina.get("/followups/").content.decode()
    assert f'action="/followups/{promise.followup.pk}/done/"' in page
    as_amina.post(f"/followups/{promise.followup.pk}/done/", headers=HTMX)
    promise.refresh_from_db()
    assert promise.kept_at


@pytest.mark.parametrize("act", ["done", "rest", "undo"])
def test_nothing_happens_by_looking(as_amina: Client, row: Followup, act: str) -> None:
    assert as_amina.get(f"/followups/{row.pk}/{act}/").headers["Location"] == "/"
    assert row == Followup.objects.open().get()
