"""Closing an account, and opening it again."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.cast import Cast


def test_ends_an_open_session(cast: Cast, as_dara: Client, as_amina: Client) -> None:
    assert as_amina.get("/you/").status_code == 200
    path = f"/you/members/{cast.amina.pk}/deactivate/"
    assert "Deactivate Amina Yusuf’s account?" in as_dara.get(path).content.decode()
    assert as_amina.get("/you/").status_code == 200
    as_dara.post(path)
    ended = as_amina.get("/you/")
    assert (ended.status_code, ended.url) == (302, "/account/login/?next=/you/")
    cast.amina.refresh_from_db()
    assert cast.amina.deactivated_at


def test_reactivate_opens_it_again(cast: Cast, as_dara: Client) -> None:
    cast.amina.deactivate(by=cast.dara, now=timezone.now())
    assert "Reactivate account" in as_dara.get("/you/members/").content.decode()
    as_dara.post(f"/you/members/{cast.amina.pk}/reactivate/")
    cast.amina.refresh_from_db()
    assert cast.amina.is_active
    assert cast.amina.deactivated_at is None


def test_reactivate_is_an_act(cast: Cast, as_dara: Client) -> None:
    assert as_dara.get(f"/you/members/{cast.amina.pk}/reactivate/").headers["Location"] == "/you/members/"


def test_nobody_closes_their_own(cast: Cast, as_dara: Client) -> None:
    assert as_dara.post(f"/you/members/{cast.dara.pk}/deactivate/").status_code == 404
    with pytest.raises(User.Themselves):
        cast.dara.deactivate(by=cast.dara, now=timezone.now())
    cast.dara.refresh_from_db()
    assert cast.dara.is_active


def test_asks_for_csrf(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.dara)
    assert client.post(f"/you/members/{cast.amina.pk}/deactivate/").status_code == 403
