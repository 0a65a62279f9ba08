"""S9: whoever knows two thousand people chooses one without a page of two thousand."""

import re
import time
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.choosing import MOST_FOUND, MOST_OFFERED
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
    assert f'hx-get="{CHOOSE}?list=' in page
    # Without script the box stands beside the select only where that does not hold everybody.
    assert "of-many" in page
    assert "Zuzana" not in page


@pytest.mark.parametrize("path", [BEGIN, ADD])
def test_g2_what_is_far_too_long_for_a_name_is_measured_and_not_read(as_amina: Client, path: str) -> None:
    begun = time.process_time()
    answer = as_amina.post(path, {"find": "ﷺ" * 200_000})
    assert answer.status_code == 422
    assert time.process_time() - begun < 1


def test_everybody_stands_there_where_there_are_few(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    page = as_amina.get(BEGIN).content.decode()
    assert "Efua Osei" in page
    assert "of-many" not in page


def test_whom_the_address_names_is_offered_all_the_same(crowd: Contact, as_amina: Client) -> None:
    for path in (f"{BEGIN}?contact={crowd.pk}", f"{ADD}?referred_by={crowd.pk}"):
        page = as_amina.get(path).content.decode()
        assert f'<option value="{crowd.pk}" selected>Zuzana Far' in page
        assert 'value="Zuzana Far' in page


def test_finds_by_a_part_of_their_words(crowd: Contact, as_amina: Client) -> None:
    page = as_amina.get(CHOOSE, {"find": "zUZ", "list": "here"}).content.decode()
    assert f'id="here-{crowd.pk}" data-pk="{crowd.pk}" aria-selected="false">Zuzana Far' in page
    assert page.count("<li") == 1
    assert 'data-announce="1 person."' in page
    many = as_amina.get(CHOOSE, {"find": "p"}).content.decode()
    assert many.count("<li") == MOST_FOUND
    assert f'data-announce="{MOST_FOUND} people. Keep typing to find others."' in many
    assert "No one found" in as_amina.get(CHOOSE, {"find": "qqq"}).content.decode()


def test_offers_and_finds_and_accepts_only_own(crowd: Contact, as_bo: Client) -> None:
    for path in (BEGIN, ADD, f"{CHOOSE}?find=zuz"):
        assert "Zuzana" not in as_bo.get(path).content.decode()
    assert as_bo.post(BEGIN, {"contact": crowd.pk, "minutes": 20}).status_code == 404
    assert as_bo.post(BEGIN, {"contact": "", "find": "Zuzana", "minutes": 20}).status_code == 422
    assert not Meeting.objects.exists()


def test_whoever_was_found_is_accepted(crowd: Contact, as_amina: Client) -> None:
    assert as_amina.post(BEGIN, {"contact": crowd.pk, "minutes": 20, "find": "zuz"}).status_code == 302
    assert Meeting.objects.get().contact == crowd


def test_what_was_typed_is_understood_where_it_means_one_person(crowd: Contact, as_amina: Client) -> None:
    assert as_amina.post(BEGIN, {"contact": "", "minutes": 20, "find": "zuzana"}).status_code == 302
    assert Meeting.objects.get().contact == crowd
    # P7 is a name of its own, and the beginning of many others.
    words = {"name": "Somebody New", "known": "referral", "warmth": "C", "referred_by_id": "", "find": "P7"}
    as_amina.post(ADD, words)
    assert Contact.objects.get(name="Somebody New").referred_by == Contact.objects.get(name="P7")


@pytest.mark.parametrize("typed", ["qqq", "p", "."])
def test_what_means_nobody_or_several_is_asked_about_and_stays(crowd: Contact, as_amina: Client, typed: str) -> None:
    forms = ((BEGIN, "contact", {"minutes": 20}), (ADD, "referred_by_id", {"name": "New"}))
    for path, field, words in forms:
        answer = as_amina.post(path, {**words, field: "", "find": typed})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "No one on your list matches, or more than one person does." in page
        assert f'name="find" id="id_{field}_find" value="{typed}"' in page
        assert len(re.findall(r'<option value="\d+">P\d+', page)) in {MOST_OFFERED - 1, MOST_OFFERED}
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("typed", ["zuz", "ana"])
def test_a_part_of_a_word_is_too_little_to_choose_somebody(crowd: Contact, as_amina: Client, typed: str) -> None:
    answer = as_amina.post(BEGIN, {"contact": "", "minutes": 20, "find": typed})
    assert answer.status_code == 422
    assert f'<option value="{crowd.pk}">Zuzana Far' in answer.content.decode()


def test_whoever_was_chosen_can_be_taken_off_without_script(as_amina: Client, amina: User) -> None:
    person, by = a_contact(amina, "Kofi Mensah"), a_contact(amina, "Joanna Smith")
    Contact.objects.filter(pk=person.pk).update(referred_by=by)
    path = reverse("contacts:revise", args=[person.pk])
    shown = re.search(r'name="find-shown" value="([^"]+)"', as_amina.get(path).content.decode())
    assert shown
    words = {"name": "Kofi Mensah", "known": "referral", "warmth": "C", "referred_by_id": ""}
    assert as_amina.post(path, {**words, "find": "Joanna", "find-shown": shown[1]}).status_code == 302
    assert Contact.objects.get(pk=person.pk).referred_by == by
    assert as_amina.post(path, {**words, "find": shown[1], "find-shown": shown[1]}).status_code == 302
    assert Contact.objects.get(pk=person.pk).referred_by is None


def test_the_people_of_lately_are_found_by_an_index_in_their_order(crowd: Contact, amina: User) -> None:
    found = plan(Contact.objects.visible_to(amina).latest_touch_first()[:MOST_OFFERED])
    assert "contact_by_touch" in found
    assert scans(found) == []
    assert "Sort" not in found
