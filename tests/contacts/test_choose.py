"""S9: whoever knows two thousand people chooses one without a page of two thousand."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.choosing import MOST_OFFERED
from contacts.models import Contact, Touch
from meetings.models import Meeting
from tests.cast import a_contact
from tests.crowd import multiply, plan, scans

BEGIN, ADD, CHOOSE = reverse("meetings:begin"), reverse("contacts:add"), reverse("contacts:choose")


@pytest.fixture
def crowd(amina: User, now: datetime) -> Contact:
    """Two thousand people, and one whom nothing was heard of."""
    Touch.log(a_contact(amina), "note", at=now, words="Met")
    known = Contact.objects.get()
    multiply(known, 2000, name="'P' || k", sort_name="'p' || k", search_words="'p' || k", email="''")
    return a_contact(amina, "Zuzana Far", email="zuzana@example.org")


@pytest.mark.parametrize("path", [BEGIN, ADD])
def test_offers_the_people_of_lately_and_a_search(crowd: Contact, as_amina: Client, path: str) -> None:
    page = as_amina.get(path).content.decode()
    assert len(re.findall(r'<option value="\d+">P\d+', page)) in {MOST_OFFERED - 1, MOST_OFFERED}
    assert f'hx-get="{CHOOSE}"' in page
    assert "Zuzana" not in page


def test_everybody_stands_there_where_there_are_few(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    page = as_amina.get(BEGIN).content.decode()
    assert "Efua Osei" in page
    assert "find-person" not in page


def test_whom_the_address_names_is_offered_all_the_same(crowd: Contact, as_amina: Client) -> None:
    for path in (f"{BEGIN}?contact={crowd.pk}", f"{ADD}?referred_by={crowd.pk}"):
        assert f'<option value="{crowd.pk}" selected>Zuzana Far' in as_amina.get(path).content.decode()


def test_finds_by_a_part_of_their_words(crowd: Contact, as_amina: Client) -> None:
    page = as_amina.get(CHOOSE, {"find": "zUZ"}).content.decode()
    assert f'<option value="{crowd.pk}">Zuzana Far' in page
    assert page.count("<option") == 2
    assert "Found: Zuzana Far" in page
    assert "Type on" in as_amina.get(CHOOSE, {"find": "p"}).content.decode()
    assert "Nobody is called that" in as_amina.get(CHOOSE, {"find": "qqq"}).content.decode()


def test_a_search_chooses_nobody_and_keeps_who_was_chosen(crowd: Contact, as_amina: Client) -> None:
    first = Contact.objects.exclude(pk=crowd.pk).earliest("pk")
    for find in ("zuz", "", "qqq"):
        page = as_amina.get(CHOOSE, {"find": find, "referred_by_id": ""}).content.decode()
        assert page.startswith('<option value="">Nobody, or somebody')
        assert "selected" not in page
        page = as_amina.get(CHOOSE, {"find": find, "contact": first.pk}).content.decode()
        assert page.startswith('<option value="">Choose a person</option>')
        assert f'<option value="{first.pk}" selected>' in page


def test_nobody_elses_person_is_kept(crowd: Contact, as_bo: Client) -> None:
    page = as_bo.get(CHOOSE, {"find": "", "contact": crowd.pk}).content.decode()
    assert "Zuzana" not in page
    assert "selected" not in page


def test_offers_and_finds_and_accepts_only_own(crowd: Contact, as_bo: Client) -> None:
    for path in (BEGIN, ADD, f"{CHOOSE}?find=zuz"):
        assert "Zuzana" not in as_bo.get(path).content.decode()
    assert as_bo.post(BEGIN, {"contact": crowd.pk, "minutes": 20}).status_code == 404
    assert not Meeting.objects.exists()


def test_whoever_was_found_is_accepted(crowd: Contact, as_amina: Client) -> None:
    assert as_amina.post(BEGIN, {"contact": crowd.pk, "minutes": 20, "find": "zuz"}).status_code == 302
    assert Meeting.objects.get().contact == crowd


def test_the_people_of_lately_are_found_by_an_index_in_their_order(crowd: Contact, amina: User) -> None:
    found = plan(Contact.objects.visible_to(amina).latest_touch_first()[:MOST_OFFERED])
    assert "contact_by_touch" in found
    assert scans(found) == []
    assert "Sort" not in found
