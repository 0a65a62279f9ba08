"""The list of people: searched, filtered, ordered."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, Touch
from tests.cast import NOW, a_contact

INDEX = reverse("contacts:index")


def names(client: Client, **asked: str) -> list[str]:
    """The names on the list, in order."""
    page = client.get(INDEX, asked, headers={"HX-Request": "true"})
    return [name for _pk, name, *_rest in page.context["page"]]


@pytest.fixture
def people(amina: User) -> dict[str, Contact]:
    ada = a_contact(
        amina, "Ada Çelik", organisation="Harbour Trust", field="Law", warmth="A", known="family", tags=["law"]
    )
    ben = a_contact(amina, "Ben Ødegård", organisation="Kelp & Co", field="Food", warmth="B", known="event")
    cai = a_contact(amina, "Cai Müller", organisation="Harbour Trust", field="Food", warmth="C", tags=["law", "food"])
    Touch.log(ben, Touch.Kind.ASKED, at=NOW, words="You asked by e-mail")
    Touch.log(cai, Touch.Kind.MET, at=NOW - timedelta(days=3), words="Met at the fair")
    Contact.set_next_act([ada], "Thank her", at=NOW + timedelta(days=9))
    Contact.set_next_act([cai], "Remind kindly", at=NOW + timedelta(days=1))
    return {"ada": ada, "ben": ben, "cai": cai}


def test_says_how_to_begin_when_there_is_nobody(as_amina: Client) -> None:
    page = as_amina.get(INDEX).content.decode()
    assert "Add people you could learn from" in page
    assert page.count('class="button"') == 1
    assert "Who to contact next" not in page


def test_shows_what_one_scans_for(as_amina: Client, people: dict[str, Contact]) -> None:
    page = as_amina.get(INDEX).content.decode()
    for words in ("Ben Ødegård", "Marine ecologist, Kelp &amp; Co", "You asked by e-mail", "Remind kindly", "law"):
        assert words in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Ada Çelik", "Ben Ødegård", "Cai Müller"]),
        ({"q": "celik"}, ["Ada Çelik"]),
        ({"q": "MULLER harbour"}, ["Cai Müller"]),
        ({"q": "food"}, ["Ben Ødegård", "Cai Müller"]),
        ({"q": "law"}, ["Ada Çelik", "Cai Müller"]),
        ({"q": "100%_"}, []),
        ({"q": "nobody"}, []),
        ({"warmth": "A"}, ["Ada Çelik"]),
        ({"known": "family"}, ["Ada Çelik"]),
        ({"tag": "food"}, ["Cai Müller"]),
        ({"tag": "law", "warmth": "C"}, ["Cai Müller"]),
        ({"not_asked": "on"}, ["Ada Çelik", "Cai Müller"]),
        ({"sort": "touch"}, ["Ben Ødegård", "Cai Müller", "Ada Çelik"]),
        ({"sort": "next"}, ["Cai Müller", "Ada Çelik", "Ben Ødegård"]),
        ({"warmth": "Z", "sort": "password", "known": "x"}, ["Ada Çelik", "Ben Ødegård", "Cai Müller"]),
    ],
)
def test_finds_filters_and_orders(
    as_amina: Client, people: dict[str, Contact], asked: dict[str, str], found: list[str]
) -> None:
    assert names(as_amina, **asked) == found


def test_the_page_keeps_what_was_asked_for(as_amina: Client, people: dict[str, Contact]) -> None:
    page = as_amina.get(INDEX, {"q": '"><b>', "warmth": "A"}).content.decode()
    assert 'value="&quot;&gt;&lt;b&gt;"' in page
    assert '<option value="A" selected>' in page
    assert "No one matches" in page


def test_htmx_gets_the_list_alone(as_amina: Client, people: dict[str, Contact]) -> None:
    part = as_amina.get(INDEX, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "3 people" in part


def test_shows_only_own_people_and_tags(as_bo: Client, people: dict[str, Contact], bo: User) -> None:
    a_contact(bo, "Bo's Friend")
    page = as_bo.get(INDEX).content.decode()
    assert "Çelik" not in page
    assert "law" not in page


def test_an_address_with_nul_is_a_bad_request(as_amina: Client) -> None:
    assert as_amina.get(f"{INDEX}?q=%00").status_code == 400


def test_asks_the_same_number_of_questions_for_one_person_as_for_a_hundred(as_amina: Client, amina: User) -> None:
    asked = {"sort": "touch", "warmth": "C", "not_asked": "on", "tag": "one", "q": "person"}
    a_contact(amina, "Person", tags=["one"])
    as_amina.get(INDEX)
    with CaptureQueriesContext(connection) as few:
        as_amina.get(INDEX)
        as_amina.get(INDEX, asked)
    for number in range(99):
        person = a_contact(amina, f"Person {number:02d}", tags=["one", f"t{number}"])
        Touch.log(person, Touch.Kind.MET, at=NOW, words="Met")
        Contact.set_next_act([person], "Write", at=NOW)
    with CaptureQueriesContext(connection) as many:
        as_amina.get(INDEX)
        answer = as_amina.get(INDEX, asked)
    assert "Page 1 of 2" in answer.content.decode()
    assert len(many) == len(few) <= 11
