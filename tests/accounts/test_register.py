"""Registering: open to everybody, to our domains, or to nobody."""

import re

import pytest
from django.test import Client

from accounts.models import User
from centre.models import Centre
from tests.post import delivered

SIGNUP = "/account/signup/"
WORDS = {
    "name": "Ngọc Ánh",
    "email": "Ngoc@example.edu",
    "password1": "four unrelated words",
    "password2": "four unrelated words",
}


@pytest.fixture
def by_domain(centre: Centre) -> Centre:
    centre.revise(seen=None, registration=Centre.Registration.DOMAINS, domains="example.edu\nother.example")
    return centre


@pytest.fixture
def everybody(centre: Centre) -> Centre:
    centre.revise(seen=None, registration=Centre.Registration.OPEN)
    return centre


def test_is_closed_where_people_are_invited(centre: Centre, stranger: Client) -> None:
    assert "You need an invitation to join" in stranger.get(SIGNUP).content.decode()
    stranger.post(SIGNUP, WORDS)
    assert not User.objects.exists()


def test_makes_a_student_who_confirms_by_mail(everybody: Centre, stranger: Client) -> None:
    answer = stranger.post(SIGNUP, WORDS)
    assert (answer.status_code, answer.url) == (302, "/account/confirm-email/")
    assert "Check your email" in stranger.get(answer.url).content.decode()
    user = User.objects.get()
    assert (user.name, user.email, user.role, user.sort_name) == ("Ngọc Ánh", "ngoc@example.edu", "student", "ngoc anh")
    letter = delivered()[0]
    assert letter.to == ["ngoc@example.edu"]
    assert everybody.name in letter.subject
    assert "<" not in letter.body
    link = re.search(r"http://\S+(/account/confirm-email/\S+/)", letter.body)
    assert link
    # Mail scanners open every link: nothing happens until the person says yes.
    assert "Is this address yours?" in stranger.get(link[1]).content.decode()
    assert not user.emailaddress_set.get().verified
    stranger.post(link[1])
    assert user.emailaddress_set.get().verified


def test_lets_in_our_domains_only(by_domain: Centre, stranger: Client) -> None:
    refused = stranger.post(SIGNUP, {**WORDS, "email": "ngoc@gmail.example"})
    assert refused.status_code == 422
    assert "Use an email address at example.edu, other.example" in refused.content.decode()
    assert 'value="Ngọc Ánh"' in refused.content.decode()
    assert stranger.post(SIGNUP, {**WORDS, "email": "ngoc@students.example.edu"}).status_code == 422
    assert stranger.post(SIGNUP, WORDS).status_code == 302


def test_does_not_tell_that_an_address_is_known(everybody: Centre, stranger: Client) -> None:
    User.objects.create_user("ngoc@example.edu", name="Ngọc").confirm_address()
    answer = stranger.post(SIGNUP, WORDS)
    assert answer.url == "/account/confirm-email/"
    assert User.objects.count() == 1
    assert "It already has one" in delivered()[0].body


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("name", "x" * 500),
        ("name", ""),
        ("email", "ngoc@example.edu\r\nBcc: all@example.edu"),
        ("email", "no address"),
        ("password1", "short"),
        ("password1", "password123"),
        ("password2", "something else"),
    ],
)
def test_refuses_at_the_field(everybody: Centre, stranger: Client, field: str, words: str) -> None:
    answer = stranger.post(SIGNUP, {**WORDS, field: words})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not User.objects.exists()
    assert not delivered()


def test_shows_markup_in_a_name_as_typed(everybody: Centre, stranger: Client) -> None:
    page = stranger.post(SIGNUP, {**WORDS, "name": "<b>Ngọc</b>", "email": ""}).content.decode()
    assert "&lt;b&gt;Ngọc&lt;/b&gt;" in page
    assert "<b>Ngọc" not in page
