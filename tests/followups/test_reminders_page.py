"""Each student says which reminders they want, and at which hour."""

import pytest
from django.test import Client

from accounts.models import User
from followups.models import Reminding

pytestmark = pytest.mark.django_db
PAGE = "/followups/reminders/"


def test_shows_what_holds_until_one_chooses(as_amina: Client) -> None:
    page = as_amina.get(PAGE).content.decode()
    assert page.count("checked") == 4
    assert '<option value="8" selected>8:00</option>' in page
    assert "Berlin" in page
    assert not Reminding.objects.exists()


def test_keeps_what_was_chosen(as_amina: Client, amina: User) -> None:
    answer = as_amina.post(PAGE, {"digest": "on", "hour": "18", "thanks": "on"}, follow=True)
    assert "We’ll email you at 18:00 (Berlin time) on days when something’s due." in answer.content.decode()
    mine = Reminding.of(amina)
    assert (mine.hour, mine.digest, mine.day_before, mine.thanks) == (18, True, False, True)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({}, "We won’t send you reminders."),
        ({"thanks": "on"}, "Saved. We’ll only email you about your conversations."),
        ({"news": "on"}, "Saved. We’ll only email you about your conversations."),
    ],
)
def test_all_of_them_can_be_off(as_amina: Client, chosen: dict[str, str], sentence: str) -> None:
    assert sentence in as_amina.post(PAGE, {"hour": "8", **chosen}, follow=True).content.decode()


@pytest.mark.parametrize("hour", ["24", "-1", "", "noon"])
def test_refuses_an_hour_that_no_day_has(as_amina: Client, hour: str) -> None:
    answer = as_amina.post(PAGE, {"digest": "on", "hour": hour})
    assert answer.status_code == 422
    assert not Reminding.objects.exists()


def test_a_form_that_was_opened_before_is_noticed(as_amina: Client, amina: User) -> None:
    Reminding.settle(by=amina, seen=None, hour=9)
    assert as_amina.post(PAGE, {"hour": "18", "revision": "0", "edit_session": "another"}).status_code == 422
    assert Reminding.of(amina).hour == 9


def test_is_ones_own(as_bo: Client, amina: User) -> None:
    as_bo.post(PAGE, {"hour": "18"})
    assert not Reminding.objects.filter(owner=amina).exists()


def test_is_found_in_ones_menu(as_amina: Client) -> None:
    assert f'href="{PAGE}"' in as_amina.get("/").content.decode()
