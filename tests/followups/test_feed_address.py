"""The private address of a calendar: shown once, kept as a hash, ended at will, slow to guess."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date, parse_http_date

from accounts.models import User
from core.links import hidden, mint
from followups.models import Feed
from tests.followups.builders import a_followup
from tests.meetings.builders import arranged

pytestmark = pytest.mark.django_db


def path(secret: str) -> str:
    return reverse("feeds:feed", args=[secret])


def opened(user: User) -> str:
    return Feed.open(by=user, now=timezone.now())


def test_is_read_without_a_session_and_leaves_no_cookie(amina: User, stranger: Client) -> None:
    arranged(amina, timezone.now() + timedelta(days=1), now=timezone.now())
    answer = stranger.get(path(opened(amina)))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"Conversation with Efua" in answer.content
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_says_not_modified_as_long_as_nothing_changed(amina: User, stranger: Client) -> None:
    address = path(opened(amina))
    first = stranger.get(address)
    assert first.headers["ETag"].startswith('"')
    for asked in ({"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}):
        again = stranger.get(address, headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == "private, no-cache"
    a_followup(amina, now=timezone.now())
    for asked in ({"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}):
        assert stranger.get(address, headers=asked).status_code == 200


def test_the_tag_speaks_before_the_date(amina: User, stranger: Client) -> None:
    address = path(opened(amina))
    stranger.get(address)
    both = {"If-None-Match": '"something else"', "If-Modified-Since": http_date(timezone.now().timestamp() + 60)}
    assert stranger.get(address, headers=both).status_code == 200


def test_two_changes_within_a_second_have_two_dates(amina: User, stranger: Client) -> None:
    address, seen = path(opened(amina)), []
    for _ in range(3):
        seen.append(parse_http_date(stranger.get(address).headers["Last-Modified"]))
        a_followup(amina, now=timezone.now())
    assert len(set(seen)) == 3


def test_what_was_chosen_otherwise_is_news(amina: User, stranger: Client) -> None:
    a_followup(amina, now=timezone.now())
    address = path(opened(amina))
    tag = stranger.get(address).headers["ETag"]
    Feed.choose(by=amina, talks=True, followups="days", names="whole", details=False)
    assert stranger.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_a_new_address_ends_the_old_one(amina: User, stranger: Client) -> None:
    old, new = path(opened(amina)), path(opened(amina))
    assert (stranger.get(old).status_code, stranger.get(new).status_code) == (404, 200)


def test_wrong_ended_and_closed_addresses_all_answer_alike(amina: User, bo: User, cast: Any) -> None:
    ended = opened(amina)
    opened(amina)
    closed = opened(bo)
    Feed.close(by=bo)
    gone = opened(cast.cleo)
    cast.cleo.deactivate(by=cast.dara, now=timezone.now())
    pages = set()
    for wrong in (path(mint()), path(ended), path(closed), path(gone), "/r/calendar/short.ics", "/r/calendar/"):
        answer = Client().get(wrong)
        assert answer.status_code == 404
        page = answer.content.decode()
        pages.add(page.replace(str(answer.context["csrf_token"]), ""))
    assert len(pages) == 1
    assert "This link doesn’t work" in pages.pop()


def test_who_guesses_is_slowed_down_and_who_knows_is_not(amina: User, stranger: Client) -> None:
    right = path(opened(amina))
    met = [stranger.get(path(mint())).status_code for _ in range(100)]
    assert met.count(404) <= 21
    assert met[-1] == 429
    assert stranger.get(right).status_code == 200


def test_a_calendar_that_comes_too_often_is_asked_to_wait(amina: User, bo: User, stranger: Client) -> None:
    address = path(opened(amina))
    met = [stranger.get(address) for _ in range(40)]
    assert [answer.status_code for answer in met[:30]] == [200] * 30
    refused = [answer for answer in met if answer.status_code == 429]
    assert refused
    assert refused[0].headers["Retry-After"] == "120"
    assert stranger.get(path(opened(bo))).status_code == 200


def test_only_reads(amina: User, stranger: Client) -> None:
    address = path(opened(amina))
    assert stranger.head(address).status_code == 200
    for method in (stranger.post, stranger.put, stranger.delete):
        assert method(address).status_code == 405


def test_nothing_that_is_kept_or_logged_rebuilds_it(as_amina: Client, amina: User, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        page = as_amina.post(reverse("followups:open_feed"))
        secret = page.context["address"].rsplit("/", 1)[1].removesuffix(".ics")
        Client().get(path(secret))
        Client().get(path(mint()))
    assert secret not in caplog.text
    # Where somebody else's line names the address, the log's own form takes the secret out.
    assert hidden(f"Too Many Requests: {path(secret)}") == "Too Many Requests: /r/calendar/…"
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" AS t WHERE t::text LIKE %s', [f"%{secret}%"])
            assert cursor.fetchone() == (0,), table


def test_is_shown_once(as_amina: Client) -> None:
    page = as_amina.post(reverse("followups:open_feed"))
    address = page.context["address"]
    assert address.startswith("http://localhost:8000/r/calendar/")
    assert f'value="{address}"' in page.content.decode()
    assert page.headers["Cache-Control"] == "private, no-store"
    again = as_amina.get(reverse("followups:calendar")).content.decode()
    assert "/r/calendar/" not in again
    assert "Make a new link" in again


def test_can_be_turned_off_and_keeps_what_was_chosen(as_amina: Client, amina: User, stranger: Client) -> None:
    Feed.choose(by=amina, talks=False, followups="tasks", names="whole", details=True)
    address = as_amina.post(reverse("followups:open_feed")).context["address"]
    as_amina.post(reverse("followups:close_feed"))
    assert stranger.get(address).status_code == 404
    feed = Feed.of(amina)
    assert (feed.talks, feed.followups, feed.names, feed.details) == (False, "tasks", "whole", True)


def test_turning_off_what_was_never_on_changes_nothing(as_bo: Client, amina: User) -> None:
    secret = opened(amina)
    as_bo.post(reverse("followups:close_feed"))
    assert Feed.find(secret) is not None


def test_says_when_a_calendar_last_came_by(as_amina: Client, amina: User, stranger: Client) -> None:
    secret = opened(amina)
    page = reverse("followups:calendar")
    assert "No calendar has read it yet." in as_amina.get(page).content.decode()
    stranger.get(path(secret))
    assert "Your calendar last read it on" in as_amina.get(page).content.decode()


def test_choosing_is_kept(as_amina: Client, amina: User) -> None:
    answer = as_amina.post(reverse("followups:calendar"), {"followups": "tasks", "names": "whole", "details": "on"})
    assert answer.status_code == 302
    feed = Feed.of(amina)
    assert (feed.talks, feed.followups, feed.names, feed.details) == (False, "tasks", "whole", True)
    assert feed.token_hash == ""


def test_a_choice_that_is_none_is_refused(as_amina: Client, amina: User) -> None:
    answer = as_amina.post(reverse("followups:calendar"), {"followups": "everything", "names": "whole"})
    assert answer.status_code == 422
    assert Feed.of(amina).pk is None


def test_staff_have_none(as_cleo: Client, as_dara: Client) -> None:
    for client in (as_cleo, as_dara):
        assert client.get(reverse("followups:calendar")).status_code == 404
        assert client.post(reverse("followups:open_feed")).status_code == 404
