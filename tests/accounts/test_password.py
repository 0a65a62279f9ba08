"""A forgotten password, a changed one."""

import contextlib
import re
import time

import pytest
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.test import Client

from accounts import passwords
from tests.cast import PASSWORD, Cast
from tests.post import delivered

NEW = "some quite other words"


@pytest.fixture
def known(cast: Cast) -> Cast:
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    cast.amina.confirm_address()
    return cast


def test_reset_goes_by_mail(known: Cast, stranger: Client) -> None:
    answer = stranger.post("/account/password/reset/", {"email": "amina@example.edu"})
    assert answer.url == "/account/password/reset/done/"
    assert "Check your email" in stranger.get(answer.url).content.decode()
    link = re.search(r"http://\S+?(/account/password/reset/key/\S+/)", delivered()[0].body)
    assert link
    form = stranger.get(link[1]).url
    page = stranger.get(form).content.decode()
    assert "Choose a new password" in page
    assert 'value="amina@example.edu" autocomplete="username"' in page
    assert page.count('autocomplete="new-password"') == 2
    assert stranger.post(form, {"password1": "short", "password2": "short"}).status_code == 422
    assert stranger.post(form, {"password1": NEW, "password2": NEW}).url == "/account/password/reset/key/done/"
    known.amina.refresh_from_db()
    assert known.amina.check_password(NEW)
    notice = delivered()[-1]
    assert (notice.to, notice.subject) == (["amina@example.edu"], "You chose a new password")
    assert "/account/password/reset/" in notice.body
    used = stranger.get(link[1], follow=True).content.decode()
    assert "This link no longer works" in used


def test_reset_tells_nobody_whether_an_address_is_known(known: Cast, stranger: Client) -> None:
    assert stranger.post("/account/password/reset/", {"email": "nobody@example.edu"}).url.endswith("/done/")
    assert "have an account with that address" in delivered()[0].body


def test_reset_is_not_for_a_closed_account(known: Cast, stranger: Client, now: object) -> None:
    known.amina.deactivate(by=known.dara, now=now)
    stranger.post("/account/password/reset/", {"email": "amina@example.edu"})
    assert not any("/password/reset/key/" in letter.body for letter in delivered())


def test_g9_a_link_that_is_under_way_ends_with_the_account(known: Cast, stranger: Client, now: object) -> None:
    stranger.post("/account/password/reset/", {"email": "amina@example.edu"})
    link = re.search(r"http://\S+?(/account/password/reset/key/\S+/)", delivered()[0].body)
    assert link
    form = stranger.get(link[1]).url
    known.amina.refresh_from_db()
    known.amina.deactivate(by=known.dara, now=now)
    assert "This link no longer works" in stranger.get(form).content.decode()
    assert "This link no longer works" in Client().get(link[1]).content.decode()
    assert "This link no longer works" in stranger.post(form, {"password1": NEW, "password2": NEW}).content.decode()
    known.amina.refresh_from_db()
    assert known.amina.check_password(PASSWORD)


def test_reset_ignores_the_host_of_the_request_where_it_is_foreign(known: Cast, stranger: Client) -> None:
    answer = stranger.post("/account/password/reset/", {"email": "amina@example.edu"}, headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert not delivered()


def test_reset_works_for_a_member_outside_our_domains(known: Cast, stranger: Client, centre: object) -> None:
    centre.revise(seen=None, registration="domains", domains="elsewhere.example")
    stranger.post("/account/password/reset/", {"email": "amina@example.edu"})
    assert delivered()[0].to == ["amina@example.edu"]


def test_change_wants_the_present_one(known: Cast, as_amina: Client) -> None:
    known_words = {"oldpassword": "not it at all", "password1": NEW, "password2": NEW}
    answer = as_amina.post("/account/password/change/", known_words)
    assert answer.status_code == 422
    assert "That isn’t your current password." in answer.content.decode()
    as_amina.post("/account/password/change/", {**known_words, "oldpassword": PASSWORD})
    known.amina.refresh_from_db()
    assert known.amina.check_password(NEW)
    notice = delivered()[-1]
    assert (notice.to, notice.subject) == (["amina@example.edu"], "Your password has changed")
    assert "/account/password/reset/" in notice.body


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("caf\u00e9 au lait bitte", "cafe\u0301 au lait bitte"),
        ("\uff4d\uff59 own words now", "my own words now"),
        ("my own\u00a0words now", "my own words now"),
    ],
)
def test_a_password_is_one_whatever_keyboard_writes_it(known: Cast, stranger: Client, chosen: str, typed: str) -> None:
    for one, other in ((chosen, typed), (typed, chosen)):
        known.amina.set_password(one)
        known.amina.save()
        answer = stranger.post("/account/login/", {"login": "amina@example.edu", "password": other})
        assert answer.status_code == 302
        stranger.post("/account/logout/")


def test_one_that_was_kept_as_it_was_typed_still_opens(known: Cast) -> None:
    known.amina.password = make_password("cafe\u0301 au lait")
    assert known.amina.check_password("cafe\u0301 au lait")
    assert not known.amina.check_password("tea au lait")


@pytest.mark.parametrize(
    "easy",
    ["qwertzuiop", "aaaaaaaaaaaa", "iloveyou2026", "p4ssw0rd!!", "Jennifer1998", "Amina Yusuf", "halfhour halfhour"],
)
def test_refuses_what_is_easy_to_guess_with_a_sentence(known: Cast, easy: str) -> None:
    with pytest.raises(ValidationError) as refused:
        passwords.check(easy, known.amina)
    assert "is easy to guess" in " ".join(refused.value.messages)


@pytest.mark.parametrize("hard", ["four unrelated words", NEW, "drei Worte ohne Sinn", "7Hq-vbT2-kkWm"])
def test_takes_what_is_hard_to_guess(known: Cast, hard: str) -> None:
    passwords.check(hard, known.amina)


def test_judges_no_password_for_long(known: Cast) -> None:
    began = time.process_time()
    for long in ("p4ssword " * 2000, "a" * 20_000, "-" * 20_000, "qwerty1 " * 2000):
        with contextlib.suppress(ValidationError):
            passwords.check(long, known.amina)
    assert time.process_time() - began < 4


def test_says_when_a_password_is_too_long_and_cuts_nothing(known: Cast, stranger: Client) -> None:
    page = stranger.get("/account/login/").content.decode()
    assert "maxlength" not in re.search(r'<input type="password"[^>]*>', page)[0]
    answer = stranger.post("/account/login/", {"login": "amina@example.edu", "password": "x" * 1001})
    assert answer.status_code == 422
    assert "1000" in answer.content.decode()
