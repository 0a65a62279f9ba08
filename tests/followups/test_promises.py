"""The page of promises: add, revise, keep, release, open again; bad input is answered with a sentence."""

import uuid
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from followups.models import Promise
from meetings.models import Meeting
from tests.followups.builders import a_promise, a_talk

WORDS = {"whose": "mine", "text": "Send the article on kelp", "due_on": ""}


@pytest.fixture
def talk(amina: User) -> Meeting:
    return a_talk(amina, now=timezone.now())


def page(talk: Meeting) -> str:
    return f"/followups/{talk.pk}/promises/"


def test_says_how_to_begin(as_amina: Client, talk: Meeting) -> None:
    assert "Add a promise" in as_amina.get(page(talk)).content.decode()


def test_adds_one_and_says_when_it_comes_back(as_amina: Client, talk: Meeting) -> None:
    day = (timezone.now() + timedelta(days=7)).date()
    answer = as_amina.post(page(talk), {**WORDS, "due_on": day.isoformat()}, follow=True)
    assert "Promise saved. We’ll remind you on" in answer.content.decode()
    assert Promise.objects.get(meeting=talk).followup.due_at.date() == day


def test_a_double_submit_adds_one(as_amina: Client, talk: Meeting) -> None:
    sent = {**WORDS, "once": str(uuid.uuid4())}
    for _ in range(2):
        assert as_amina.post(page(talk), sent).status_code == 302
    assert Promise.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [
        {"text": ""},
        {"text": "x" * 500},
        {"text": "Send\x00it"},
        {"whose": "nobody"},
        {"due_on": "soon"},
        {"due_on": "2026-02-30"},
        {"due_on": "9999-12-31"},
        {"due_on": "0001-01-01"},
        {"text": "x" * 2_000_000},
    ],
)
def test_refuses_bad_input_and_keeps_the_words(as_amina: Client, talk: Meeting, words: dict[str, str]) -> None:
    answer = as_amina.post(page(talk), {**WORDS, **words})
    assert answer.status_code == 422
    assert not Promise.objects.exists()


def test_markup_is_words(as_amina: Client, talk: Meeting) -> None:
    as_amina.post(page(talk), {**WORDS, "text": "<script>alert(1)</script>"})
    assert "<script>alert" not in as_amina.get(page(talk)).content.decode()


def test_revises(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina)
    path = f"/followups/promises/{promise.pk}/revise/"
    assert "Send the article on kelp" in as_amina.get(path).content.decode()
    as_amina.post(path, {**WORDS, "text": "Send both"})
    promise.refresh_from_db()
    assert promise.text == "Send both"


def test_its_day_stands_in_the_form_as_a_date_input_reads_it(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina, due_on=date(2026, 12, 5))
    assert 'value="2026-12-05"' in as_amina.get(f"/followups/promises/{promise.pk}/revise/").content.decode()


def test_a_stale_form_keeps_both_words(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina)
    path = f"/followups/promises/{promise.pk}/revise/"
    as_amina.post(path, {**WORDS, "text": "Newer words", "revision": "0", "edit_session": "one"})
    answer = as_amina.post(path, {**WORDS, "text": "Older words", "revision": "0", "edit_session": "two"})
    assert answer.status_code == 422
    assert "Newer words" in answer.content.decode()
    assert "Older words" in answer.content.decode()


def test_refuses_to_revise_what_was_kept(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina)
    promise.keep(now=timezone.now())
    answer = as_amina.post(f"/followups/promises/{promise.pk}/revise/", WORDS)
    assert answer.status_code == 422


def test_keeps_releases_and_opens_again(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina)
    for act, field in (("keep", "kept_at"), ("reopen", None), ("release", "released_at")):
        assert as_amina.post(f"/followups/promises/{promise.pk}/{act}/").status_code == 302
        promise.refresh_from_db()
        assert promise.is_open if field is None else getattr(promise, field)


def test_refuses_to_keep_what_was_released(as_amina: Client, amina: User) -> None:
    promise = a_promise(amina)
    promise.release(now=timezone.now())
    answer = as_amina.post(f"/followups/promises/{promise.pk}/keep/")
    assert answer.status_code == 422
    assert "already marked this as no longer needed" in answer.content.decode()


def test_the_debrief_shows_what_was_promised(as_amina: Client, amina: User) -> None:
    made = a_promise(amina)
    html = as_amina.get(f"/meetings/{made.meeting_id}/debrief/").content.decode()
    assert made.text in html.partition('id="promised-title"')[2].partition("</section>")[0]
