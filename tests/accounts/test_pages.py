"""Every page around signing in is ours: named, in one language, each field labelled."""

import re

import pytest
from django.test import Client

from tests.accounts.builders import a_confirmation, a_link
from tests.cast import Cast

OPEN = ["login/", "signup/", "password/reset/", "password/reset/done/", "password/reset/key/done/", "inactive/"]
OPEN += ["confirm-email/", "confirm-email/wrong:key:here/", "password/reset/key/1-wrong/"]
SIGNED_IN = ["email/", "password/change/", "logout/", "reauthenticate/"]


def check(page: str) -> None:
    assert '<html lang="en' in page
    assert len(re.findall(r"<h1[ >]", page)) == 1
    assert re.search(r"<title>\s*\S", page)
    assert "placeholder=" not in page
    assert "allauth" not in page.lower()
    for field in re.findall(r"<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]*>", page):
        found = re.search(r'\bid="([^"]+)"', field)
        assert found, field
        assert f'for="{found[1]}"' in page


@pytest.mark.parametrize("path", OPEN)
def test_open_pages(path: str, centre: object, stranger: Client) -> None:
    centre.revise(seen=None, registration="open")
    check(stranger.get(f"/account/{path}").content.decode())


@pytest.mark.parametrize("path", SIGNED_IN)
def test_pages_of_a_member(path: str, cast: Cast, as_amina: Client) -> None:
    cast.amina.set_password("four unrelated words")
    cast.amina.save()
    as_amina.force_login(cast.amina)
    check(as_amina.get(f"/account/{path}").content.decode())


def test_pages_behind_links(cast: Cast, stranger: Client) -> None:
    check(stranger.get(f"/account/confirm-email/{a_confirmation(cast.amina)}/").content.decode())
    check(stranger.get(f"/you/invitation/{a_link(cast.dara)}/").content.decode())


def test_signup_closed(centre: object, stranger: Client) -> None:
    check(stranger.get("/account/signup/").content.decode())
