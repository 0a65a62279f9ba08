"""Signing in, and what a wrong word, a closed account or a stranger's address brings."""

import pytest
from allauth.account.signals import password_reset
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from tests.cast import PASSWORD, Cast

LOGIN = "/account/login/"


@pytest.fixture
def known(cast: Cast) -> Cast:
    """The cast with passwords and confirmed addresses."""
    for user in (cast.amina, cast.dara):
        user.set_password(PASSWORD)
        user.save()
        user.confirm_address()
    return cast


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> object:
    return client.post(LOGIN, {"login": email, "password": password, **more})


def test_opens_home(known: Cast, stranger: Client) -> None:
    answer = sign_in(stranger, "AMINA@example.edu")
    assert (answer.status_code, answer.url) == (302, reverse("home:home"))
    assert stranger.get(reverse("accounts:profile")).status_code == 200


def test_tells_a_newcomer_what_it_is(centre: object, stranger: Client) -> None:
    page = stranger.get(LOGIN).content.decode()
    assert "Half an hour of someone’s time, well prepared." in page
    assert page.count("<h1") == 1
    assert 'lang="en' in page
    assert "Ask your careers team for an invitation" in page


def test_refuses_a_wrong_password_with_a_sentence(known: Cast, stranger: Client) -> None:
    answer = sign_in(stranger, "amina@example.edu", "wrong-password")
    assert answer.status_code == 422
    assert "password don’t match" in answer.content.decode()
    assert 'value="amina@example.edu"' in answer.content.decode()


def test_tells_nobody_which_addresses_are_known(known: Cast, stranger: Client) -> None:
    one = sign_in(stranger, "amina@example.edu", "wrong-password").content.decode()
    other = sign_in(stranger, "nobody@example.edu", "wrong-password").content.decode()
    assert ("password don’t match" in one) == ("password don’t match" in other) is True


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http://[", "//[::1"]
)
def test_leads_nowhere_outside(known: Cast, stranger: Client, to: str) -> None:
    assert stranger.get("/account/login/", {"next": to}).status_code == 200
    answer = sign_in(stranger, "amina@example.edu", next=to)
    assert answer.status_code == 302
    assert answer.url == reverse("home:home")


def test_returns_to_where_the_person_was(known: Cast, stranger: Client) -> None:
    here = stranger.get("/you/").url
    assert here == "/account/login/?next=/you/"
    assert 'value="/you/"' in stranger.get(here).content.decode()
    assert sign_in(stranger, "amina@example.edu", next="/you/").url == "/you/"


def test_asks_for_csrf(known: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client, "amina@example.edu").status_code == 403


def test_refuses_after_too_many_tries(known: Cast, stranger: Client) -> None:
    for _ in range(5):
        sign_in(stranger, "amina@example.edu", "wrong-password")
    answer = sign_in(stranger, "amina@example.edu")
    assert answer.status_code == 422
    assert "Too many tries" in answer.content.decode()


def test_the_account_stays_open_to_whoever_knows_the_password(known: Cast, stranger: Client) -> None:
    for _ in range(6):
        assert sign_in(stranger, "amina@example.edu").status_code == 302
        stranger.logout()


def test_a_right_password_between_wrong_ones_wipes_none_of_them_out(known: Cast, stranger: Client) -> None:
    for password in ["wrong", "wrong", "wrong", PASSWORD, "wrong", "wrong"]:
        sign_in(stranger, "Amina@example.edu", password)
        stranger.logout()
    assert sign_in(stranger, "amina@example.edu").status_code == 422
    assert sign_in(stranger, "dara@example.edu").status_code == 302


def test_a_new_password_by_mail_ends_the_wait(known: Cast, stranger: Client) -> None:
    for _ in range(6):
        sign_in(stranger, "amina@example.edu", "wrong-password")
    password_reset.send(sender=User, request=RequestFactory().get("/"), user=known.amina)
    assert sign_in(stranger, "amina@example.edu").status_code == 302


def test_asks_the_database_fewer_than_twenty_times(
    known: Cast, stranger: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """S6: it was 71, of which the shared cache had sixty."""
    stranger.get(LOGIN)
    with django_assert_max_num_queries(19) as asked:
        assert sign_in(stranger, "amina@example.edu").status_code == 302
    assert not [query for query in asked if "core_cache" in query["sql"]]


def test_a_closed_account_stays_out(known: Cast, stranger: Client, now: object) -> None:
    known.amina.deactivate(by=known.dara, now=now)
    answer = sign_in(stranger, "amina@example.edu")
    assert answer.url == reverse("account_inactive")
    assert "This account is deactivated" in stranger.get(answer.url).content.decode()
    assert stranger.get("/you/").status_code == 302


def test_refuses_nul_in_words(known: Cast, stranger: Client) -> None:
    assert sign_in(stranger, "amina\0@example.edu", "x\0y").status_code == 422


def test_sign_out_is_an_act(known: Cast, as_amina: Client) -> None:
    assert "Sign out?" in as_amina.get("/account/logout/").content.decode()
    assert as_amina.get("/you/").status_code == 200
    assert as_amina.post("/account/logout/").url == LOGIN
    assert as_amina.get("/you/").status_code == 302
