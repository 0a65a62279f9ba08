"""The links of the contact's page: right ones work, all others answer alike, and nothing lets one be rebuilt."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core import links
from core.models import Bucket
from meetings.models import Link, Message, Reply
from tests.cast import a_meeting
from tests.meetings.builders import a_draft, invited

pytestmark = pytest.mark.django_db


def a_link(reply: Reply) -> str:
    return reply.make_link(now=timezone.now())


@pytest.fixture
def reply(amina: User) -> Reply:
    return invited(amina, now=timezone.now())


def leads_nowhere(amina: User) -> dict[str, str]:
    """A secret of every kind that must lead nowhere."""
    at = timezone.now()
    withdrawn, expired, replaced = (invited(amina, now=at) for _ in range(3))
    found = {"wrong": links.mint(), "withdrawn": a_link(withdrawn), "expired": a_link(expired)}
    found |= {"replaced": a_link(replaced), "hash": links.hashed("x")[:43]}
    a_link(replaced)
    withdrawn.withdraw(now=at)
    Reply.objects.filter(pk=expired.pk).update(made_at=at - timedelta(days=61), expires_at=at)
    return found


def test_wrong_ended_and_foreign_links_answer_alike_to_the_letter(amina: User) -> None:
    answers = {}
    for name, secret in leads_nowhere(amina).items():
        for tail in ("", "answer/", "about/", "erase/", "invite.ics"):
            for method in ("get", "post"):
                answer = getattr(Client(), method)(f"/r/{secret}/{tail}")
                headed = sorted(answer.headers.items())
                answers[f"{name} {tail} {method}"] = (answer.status_code, answer.content, headed)
                assert not answer.cookies, name
        Bucket.objects.all().delete()
    assert {status for status, *_ in answers.values()} == {404}
    assert len({str(answer) for answer in answers.values()}) == 1


def test_a_link_leads_to_its_own_request_only(stranger: Client, amina: User, bo: User) -> None:
    mine, other = invited(amina, now=timezone.now()), invited(bo, now=timezone.now())
    page = stranger.get(f"/r/{a_link(mine)}/").content.decode()
    assert "Amina Yusuf" in page
    assert "Bo Lindqvist" not in page
    foreign = f"offer-{other.offers.all()[0].pk}"
    answer = stranger.post(f"/r/{a_link(mine)}/answer/", {"answer": foreign})
    assert answer.status_code == 422
    other.refresh_from_db()
    assert other.answer == ""


def test_a_new_link_ends_those_before(stranger: Client, reply: Reply) -> None:
    first = a_link(reply)
    # As a mail carried them once, each its own.
    carried = Link.make(reply, now=timezone.now()).secret
    assert [stranger.get(f"/r/{secret}/").status_code for secret in (first, carried)] == [200, 200]
    second = a_link(reply)
    assert [stranger.get(f"/r/{secret}/").status_code for secret in (first, carried, second)] == [404, 404, 200]


def test_a_closed_account_ends_its_links(stranger: Client, amina: User, reply: Reply) -> None:
    secret = a_link(reply)
    User.objects.filter(pk=amina.pk).update(is_active=False, deactivated_at=timezone.now())
    assert stranger.get(f"/r/{secret}/").status_code == 404


def test_a_hundred_guesses_are_slowed_down_and_the_right_link_is_not(stranger: Client, reply: Reply) -> None:
    secret = a_link(reply)
    met = [stranger.get(f"/r/{links.mint()}/").status_code for _ in range(100)]
    assert met[:20] == [404] * 20
    assert met.count(429) >= 75
    slow = stranger.get(f"/r/{links.mint()}/")
    assert "Please wait a minute" in slow.content.decode()
    assert slow.headers["Cache-Control"] == "no-store"
    assert stranger.get(f"/r/{secret}/").status_code == 200


def test_pages_are_kept_by_nobody_and_named_to_nobody(stranger: Client, reply: Reply) -> None:
    answer = stranger.get(f"/r/{a_link(reply)}/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("origin", ["null", "https://testserver", "https://mail.example.org"])
def test_g8_the_page_works_without_cookies(reply: Reply, origin: str) -> None:
    secret = a_link(reply)
    page = Client(enforce_csrf_checks=True).get(f"/r/{secret}/")
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    answer = Client(enforce_csrf_checks=True).post(
        f"/r/{secret}/answer/", {"answer": "declined", "line": "Too much on."}, headers={"origin": origin}
    )
    assert (answer.status_code, answer.url) == (302, f"/r/{secret}/")
    reply.refresh_from_db()
    assert (reply.answer, reply.line) == ("declined", "Too much on.")


def test_g8_a_refused_answer_keeps_its_words_without_cookies(reply: Reply) -> None:
    words = {"answer": "named", "line": "She knows more."}
    answer = Client(enforce_csrf_checks=True).post(f"/r/{a_link(reply)}/answer/", words)
    assert answer.status_code == 422
    assert "She knows more." in answer.content.decode()


def test_g8_what_is_kept_is_erased_without_cookies(reply: Reply) -> None:
    secret = a_link(reply)
    about = Client(enforce_csrf_checks=True).get(f"/r/{secret}/about/")
    assert not about.cookies
    assert "Your details are deleted" in Client(enforce_csrf_checks=True).post(f"/r/{secret}/erase/").content.decode()


def test_g8_other_pages_still_ask_for_their_token(reply: Reply) -> None:
    careful = Client(enforce_csrf_checks=True)
    assert careful.post("/account/login/", {"login": "a"}, headers={"origin": "null"}).status_code == 403


def test_no_table_holds_a_link_even_where_it_was_pasted(as_amina: Client, stranger: Client, amina: User) -> None:
    reply = Reply.offer(a_meeting(amina), now=timezone.now(), times=[])
    secret = a_link(reply)
    draft = a_draft(reply.meeting)
    words = f"Please answer here: https://halfhour.example.edu/r/{secret}/ Thank you. /r/{secret}"
    as_amina.post(f"/meetings/letters/{draft.pk}/", {"subject": f"/r/{secret}", "body": words})
    assert Message.objects.get().body == "Please answer here: [link] Thank you. [link]"
    stranger.get(f"/r/{secret}/")
    stranger.post(f"/r/{secret}/answer/", {"answer": "declined", "line": f"From /r/{secret}/"})
    assert holding(secret) == []
    assert Link.objects.get().hash == links.hashed(secret)


def test_no_line_of_the_log_holds_a_link(stranger: Client, reply: Reply, caplog: pytest.LogCaptureFixture) -> None:
    secret = a_link(reply)
    reply.withdraw(now=timezone.now())
    with caplog.at_level(logging.DEBUG):
        stranger.get(f"/r/{secret}/")
    line = links.LineFormatter("%(message)s")
    assert any("/r/" in line.format(record) for record in caplog.records)
    assert not any(secret in line.format(record) for record in caplog.records)


def holding(words: str) -> list[str]:
    """Every table and column that holds `words`."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}"::text LIKE %s', [f"%{words}%"])
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found
