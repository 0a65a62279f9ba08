"""Accepting an invitation."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation, User
from tests.accounts.builders import a_link, an_invitation
from tests.cast import Cast

WORDS = {"name": "Ngọc Ánh", "password": "four unrelated words"}


def test_makes_the_member_who_was_invited(cast: Cast, stranger: Client) -> None:
    path = f"/you/invitation/{a_link(cast.dara, role='adviser')}/"
    page = stranger.get(path).content.decode()
    assert "You sign in as" in page
    assert 'value="new@example.edu" autocomplete="username" readonly' in page
    assert not User.objects.filter(email="new@example.edu").exists()
    answer = stranger.post(path, {**WORDS, "role": "director", "email": "other@example.edu"})
    assert (answer.status_code, answer.url) == (302, "/")
    user = User.objects.get(email="new@example.edu")
    assert (user.name, user.role) == ("Ngọc Ánh", "adviser")
    assert user.check_password(WORDS["password"])
    address = user.emailaddress_set.get()
    assert (address.email, address.verified, address.primary) == ("new@example.edu", True, True)
    assert stranger.get("/you/").status_code == 200


def test_works_once(cast: Cast, stranger: Client) -> None:
    path = f"/you/invitation/{a_link(cast.dara)}/"
    stranger.post(path, WORDS)
    assert Client().post(path, WORDS).status_code == 404
    assert User.objects.filter(email="new@example.edu").count() == 1


def test_a_used_link_does_not_ask_a_member_who_is_signed_in_to_sign_in(cast: Cast, as_amina: Client) -> None:
    path = f"/you/invitation/{a_link(cast.dara)}/"
    Client().post(path, WORDS)
    page = as_amina.get(path).content.decode()
    assert "You’re signed in" in page
    assert f'class="button" href="{reverse("account_login")}"' not in page


def test_signs_in_the_new_member_in_place_of_another(cast: Cast, as_amina: Client) -> None:
    as_amina.post(f"/you/invitation/{a_link(cast.dara)}/", WORDS)
    assert as_amina.get("/you/").context["me"].email == "new@example.edu"


def test_every_wrong_link_is_answered_alike(cast: Cast, stranger: Client) -> None:
    expired, withdrawn, used = (a_link(cast.dara, f"{n}@example.edu") for n in range(3))
    Invitation.objects.filter(email="0@example.edu").update(expires_at=timezone.now() - timedelta(minutes=1))
    Invitation.objects.get(email="1@example.edu").withdraw(now=timezone.now())
    Client().post(f"/you/invitation/{used}/", WORDS)
    answers = [stranger.get(f"/you/invitation/{secret}/") for secret in (expired, withdrawn, used, "x", "x" * 5000)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({re.sub(r'"X-CSRFToken": "[^"]*"', "", answer.content.decode()) for answer in answers}) == 1
    assert "This invitation link no longer works" in answers[0].content.decode()
    posts = [stranger.post(f"/you/invitation/{secret}/", WORDS) for secret in (expired, withdrawn, used)]
    assert {answer.status_code for answer in posts} == {404}


def test_a_kept_hash_opens_nothing(cast: Cast, stranger: Client) -> None:
    row = an_invitation(cast.dara)
    assert stranger.get(f"/you/invitation/{row.token_hash}/").status_code == 404


@pytest.mark.parametrize(
    ("field", "words"),
    [("name", ""), ("name", "x" * 500), ("name", "\0"), ("password", "short"), ("password", "password1234")],
)
def test_refuses_at_the_field(cast: Cast, stranger: Client, field: str, words: str) -> None:
    path = f"/you/invitation/{a_link(cast.dara)}/"
    answer = stranger.post(path, {**WORDS, field: words})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert stranger.post(path, WORDS).status_code == 302


def test_refuses_a_password_that_is_the_address(cast: Cast, stranger: Client) -> None:
    path = f"/you/invitation/{a_link(cast.dara, 'ngocanhnguyen@example.edu')}/"
    assert stranger.post(path, {"name": "Ngọc", "password": "ngocanhnguyen"}).status_code == 422


def test_who_registered_meanwhile_signs_in_instead(cast: Cast, stranger: Client) -> None:
    secret = a_link(cast.dara)
    User.objects.create_user("new@example.edu")
    assert stranger.post(f"/you/invitation/{secret}/", WORDS).status_code == 404
    assert User.objects.filter(email="new@example.edu").count() == 1


def test_asks_for_csrf(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/you/invitation/{a_link(cast.dara)}/", WORDS).status_code == 403


def test_leaks_no_address_elsewhere(cast: Cast, stranger: Client) -> None:
    answer = stranger.get(f"/you/invitation/{a_link(cast.dara)}/")
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
