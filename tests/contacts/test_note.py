"""Writing a touch by hand."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Touch
from tests.cast import NOW, a_contact

HTMX = {"HX-Request": "true"}


def where(contact: Contact) -> str:
    return reverse("contacts:note", args=[contact.pk])


def words(**more: str) -> dict[str, str]:
    return {"kind": "met", "on": timezone.localdate().isoformat(), "sentence": "Met her at the fair.", **more}


def test_stands_on_the_timeline_and_in_the_list(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    answer = as_amina.post(where(osei), words(), follow=True)
    assert "Met her at the fair." in answer.content.decode()
    osei.refresh_from_db()
    assert osei.last_touch == "Met her at the fair."


def test_htmx_gets_the_timeline_alone(as_amina: Client, amina: User) -> None:
    answer = as_amina.post(where(a_contact(amina)), words(), headers=HTMX)
    part = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in part
    assert "Met her at the fair." in part


def test_a_touch_of_another_day_stands_at_noon_of_that_day(amina: User) -> None:
    osei = a_contact(amina)
    with timezone.override("Europe/Berlin"):
        Touch.log_by_hand(osei, kind="met", on=NOW.date() - timedelta(days=9), words="Met", now=NOW)
        Touch.log_by_hand(osei, kind="note", on=NOW.date(), words="Today", now=NOW)
    times = list(Touch.objects.visible_to(amina).latest_first().values_list("at", flat=True))
    assert times == [NOW, datetime(2026, 11, 9, 11, tzinfo=UTC)]


def test_an_older_touch_does_not_hide_the_latest_in_the_list(amina: User) -> None:
    osei = a_contact(amina)
    Touch.log_by_hand(osei, kind="note", on=NOW.date(), words="Today", now=NOW)
    Touch.log_by_hand(osei, kind="met", on=NOW.date() - timedelta(days=9), words="Long ago", now=NOW)
    osei.refresh_from_db()
    assert osei.last_touch == "Today"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("on", "2999-01-01", "That day is in the future."),
        ("on", "0001-01-01", "before 1950"),
        ("on", "31 February", "That doesn’t look like a date."),
        ("on", "", "Choose a date."),
        ("sentence", "", "Write one sentence"),
        ("sentence", "x" * 1_000_000, "at most 300 characters"),
        ("sentence", "a\0b", "we can’t save"),
        ("kind", "held", "held is not one of"),
    ],
)
def test_refuses_by_a_sentence(
    as_amina: Client, amina: User, headers: dict[str, str], field: str, value: str, sentence: str
) -> None:
    answer = as_amina.post(where(a_contact(amina)), words(**{field: value}), headers=headers)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Touch.objects.exists()


def test_a_double_submit_has_one_result(as_amina: Client, amina: User) -> None:
    osei, token = a_contact(amina), str(uuid.uuid4())
    for headers in ({}, HTMX):
        as_amina.post(where(osei), words(once=token), headers=headers)
    assert Touch.objects.count() == 1


def test_looking_leads_back_to_the_person(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    assert as_amina.get(where(osei)).headers["Location"] == osei.get_absolute_url()
