"""A forgotten password, a changed one."""

import re

import pytest
from django.test import Client

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
    assert "Look into your mail" in stranger.get(answer.url).content.decode()
    link = re.search(r"http://\S+?(/account/password/reset/key/\S+/)", delivered()[0].body)
    assert link
    form = stranger.get(link[1]).url
    assert "Choose a new password" in stranger.get(form).content.decode()
    assert stranger.post(form, {"password1": "short", "password2": "short"}).status_code == 422
    assert stranger.post(form, {"password1": NEW, "password2": NEW}).url == "/account/password/reset/key/done/"
    known.amina.refresh_from_db()
    assert known.amina.check_password(NEW)
    notice = delivered()[-1]
    assert (notice.to, notice.subject) == (["amina@example.edu"], "Your password has changed")
    assert "/account/password/reset/" in notice.body
    used = stranger.get(link[1], follow=True).content.decode()
    assert "This link no longer works" in used


def test_reset_tells_nobody_whether_an_address_is_known(known: Cast, stranger: Client) -> None:
    assert stranger.post("/account/password/reset/", {"email": "nobody@example.edu"}).url.endswith("/done/")
    assert "no account with this address" in delivered()[0].body


def test_reset_is_not_for_a_closed_account(known: Cast, stranger: Client, now: object) -> None:
    known.amina.deactivate(by=known.dara, now=now)
    stranger.post("/account/password/reset/", {"email": "amina@example.edu"})
    assert not any("/password/reset/key/" in letter.body for letter in delivered())


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
    assert "This is not your present password." in answer.content.decode()
    as_amina.post("/account/password/change/", {**known_words, "oldpassword": PASSWORD})
    known.amina.refresh_from_db()
    assert known.amina.check_password(NEW)
    notice = delivered()[-1]
    assert (notice.to, notice.subject) == (["amina@example.edu"], "Your password has changed")
    assert "/account/password/reset/" in notice.body
