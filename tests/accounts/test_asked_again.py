"""Whoever finds a session open cannot take the account away with it."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.builders import a_confirmation
from tests.cast import PASSWORD, Cast
from tests.post import delivered

PAGE, ASKED, CHANGE = "/account/email/", "/account/reauthenticate/", "/account/password/change/"
NEW = "amina@private.example"


@pytest.fixture
def amina(cast: Cast, settings: object) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    cast.amina.confirm_address()
    return cast.amina


@pytest.fixture
def open_session(amina: User) -> Client:
    client = Client()
    client.post("/account/login/", {"login": amina.email, "password": PASSWORD})
    return client


def addresses(user: User) -> set[str]:
    return set(user.emailaddress_set.values_list("email", flat=True))


@pytest.mark.parametrize(
    "act",
    [
        {"action_add": "", "email": NEW},
        {"action_primary": "", "email": "second@example.edu"},
        {"action_remove": "", "email": "second@example.edu"},
        {"action_send": "", "email": "second@example.edu"},
    ],
)
def test_g6_asks_for_the_password_at_the_first_step(amina: User, open_session: Client, act: dict[str, str]) -> None:
    amina.emailaddress_set.create(email="second@example.edu", verified=True)
    answer = open_session.post(PAGE, act)
    assert answer.url.startswith(ASKED)
    assert (addresses(amina), delivered()) == ({amina.email, "second@example.edu"}, [])
    assert User.objects.get(pk=amina.pk).email == amina.email


def test_g6_goes_on_with_what_was_typed_once_it_was_given(amina: User, open_session: Client) -> None:
    to = open_session.post(PAGE, {"action_add": "", "email": NEW}).url
    page = open_session.get(to).content.decode()
    assert f'value="{amina.email}" autocomplete="username"' in page
    wrong = open_session.post(to, {"password": "not it at all", "next": PAGE})
    assert wrong.status_code == 422
    assert "That isn’t your password." in wrong.content.decode()
    open_session.post(to, {"password": PASSWORD, "next": PAGE})
    assert NEW in addresses(amina)
    open_session.post(PAGE, {"action_remove": "", "email": NEW})
    assert NEW not in addresses(amina)


def test_g6_what_is_guessed_there_is_counted(amina: User, open_session: Client) -> None:
    to = open_session.post(PAGE, {"action_add": "", "email": NEW}).url
    pages = [open_session.post(to, {"password": "wrong", "next": PAGE}).content.decode() for _ in range(6)]
    assert ["Too many tries" in page for page in pages] == [False] * 5 + [True]


def test_g6_the_present_password_is_no_easier_to_guess(amina: User, open_session: Client) -> None:
    words = {"oldpassword": "wrong", "password1": "some quite other words", "password2": "some quite other words"}
    pages = [open_session.post(CHANGE, words).content.decode() for _ in range(6)]
    assert ["Too many tries" in page for page in pages] == [False] * 5 + [True]
    assert User.objects.get(pk=amina.pk).check_password(PASSWORD)


def test_g14_one_unproven_address_at_a_time(amina: User, as_amina: Client) -> None:
    amina.set_unusable_password()
    amina.save()
    as_amina.force_login(amina)
    as_amina.post(PAGE, {"action_add": "", "email": NEW})
    answer = as_amina.post(PAGE, {"action_add": "", "email": "stranger@example.org"})
    assert answer.status_code == 422
    assert f"Confirm {NEW} first" in answer.content.decode()
    assert 'value="stranger@example.org"' in answer.content.decode()
    assert [mail.to for mail in delivered()] == [[NEW]]


def test_g14_three_addresses_at_most(amina: User, as_amina: Client) -> None:
    amina.set_unusable_password()
    amina.save()
    as_amina.force_login(amina)
    for number in range(2):
        amina.emailaddress_set.create(email=f"amina{number}@example.edu", verified=True)
    answer = as_amina.post(PAGE, {"action_add": "", "email": NEW})
    assert answer.status_code == 422
    assert not delivered()
    assert "You can have up to three addresses" in as_amina.get(PAGE).content.decode()


def test_g14_few_strangers_get_a_mail_in_a_day(amina: User, as_amina: Client) -> None:
    amina.set_unusable_password()
    amina.save()
    as_amina.force_login(amina)
    for number in range(12):
        as_amina.post(PAGE, {"action_add": "", "email": f"stranger{number}@example.org"})
        as_amina.post(PAGE, {"action_remove": "", "email": f"stranger{number}@example.org"})
    asked = [mail for mail in delivered() if "stranger" in mail.to[0]]
    assert len(asked) <= 5


def test_g14_nobody_is_mailed_again_and_again_because_they_are_named(amina: User, stranger: Client) -> None:
    for _ in range(12):
        for email in ("nobody@example.org", amina.email):
            assert stranger.post("/account/password/reset/", {"email": email}).url.endswith("/done/")
    assert len(delivered()) <= 6


def test_g9_a_confirmation_of_a_closed_account_has_ended(cast: Cast, stranger: Client, now: object) -> None:
    key = a_confirmation(cast.amina)
    cast.amina.deactivate(by=cast.dara, now=now)
    stranger.post(f"/account/confirm-email/{key}/")
    assert not cast.amina.emailaddress_set.get(email="amina.private@example.org").verified
