"""A member's e-mail addresses."""

from django.test import Client

from tests.cast import Cast
from tests.post import delivered

PAGE = "/account/email/"


def test_another_one_is_added_confirmed_and_made_the_main_one(cast: Cast, as_amina: Client) -> None:
    cast.amina.confirm_address()
    as_amina.post(PAGE, {"action_add": "", "email": "amina@private.example"})
    assert delivered()[0].to == ["amina@private.example"]
    page = as_amina.get(PAGE).content.decode()
    assert "not confirmed yet" in page
    address = cast.amina.emailaddress_set.get(email="amina@private.example")
    address.verified = True
    address.save()
    as_amina.post(PAGE, {"action_primary": "", "email": "amina@private.example"})
    cast.amina.refresh_from_db()
    assert cast.amina.email == "amina@private.example"


def test_refuses_a_broken_one(cast: Cast, as_amina: Client) -> None:
    answer = as_amina.post(PAGE, {"action_add": "", "email": "amina@private.example\r\nBcc: x@example.org"})
    assert answer.status_code == 422
    assert not delivered()


def test_the_main_one_cannot_be_removed(cast: Cast, as_amina: Client) -> None:
    cast.amina.confirm_address()
    as_amina.post(PAGE, {"action_remove": "", "email": "amina@example.edu"})
    assert cast.amina.emailaddress_set.count() == 1
