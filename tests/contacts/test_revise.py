"""Writing anew what is known about a person."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from core.models import Version
from tests.cast import a_contact
from tests.contacts.builders import WORDS


def where(contact: Contact) -> str:
    return reverse("contacts:revise", args=[contact.pk])


def test_says_it_anew_and_can_be_found_by_it(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    as_amina.post(where(osei), {**WORDS, "name": "Efua Østergård", "tags": "Kelp", "revision": "0"})
    osei.refresh_from_db()
    assert (osei.name, osei.sort_name, osei.tags) == ("Efua Østergård", "efua ostergard", ["Kelp"])
    assert list(Contact.objects.visible_to(amina).matching("kelp ostergard")) == [osei]


def test_shows_what_stands(as_amina: Client, amina: User) -> None:
    page = as_amina.get(where(a_contact(amina, tags=["a", "b"]))).content.decode()
    for words in ('value="Dr. Efua Osei"', 'value="a, b"', 'value="Accra"'):
        assert words in page


def test_a_stale_form_does_not_overwrite_the_newer_words(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    as_amina.post(where(osei), {**WORDS, "interest": "Newer", "revision": "0", "edit_session": "a"})
    answer = as_amina.post(where(osei), {**WORDS, "interest": "Older", "revision": "0", "edit_session": "b"})
    osei.refresh_from_db()
    assert (answer.status_code, osei.interest) == (422, "Newer")
    assert 'value="Older"' in answer.content.decode()


def test_offers_and_accepts_only_own_people_as_referrer(as_amina: Client, amina: User, bo: User) -> None:
    osei, foreign = a_contact(amina), a_contact(bo, "Foreign Person")
    page = as_amina.get(where(osei)).content.decode()
    assert "Foreign Person" not in page
    assert f'<option value="{osei.pk}"' not in page
    assert as_amina.post(where(osei), {**WORDS, "referred_by_id": foreign.pk}).status_code == 404


def test_refuses_a_circle_of_referrals(as_amina: Client, amina: User) -> None:
    first = a_contact(amina, "First")
    second = a_contact(amina, "Second", referred_by=first)
    third = a_contact(amina, "Third", referred_by=second)
    for referrer in (first, second, third):
        answer = as_amina.post(where(first), {**WORDS, "name": "First", "referred_by_id": referrer.pk})
        assert answer.status_code == 422
        assert "were suggested by this person" in answer.content.decode()
    with pytest.raises(Contact.Circle):
        first.revise(seen=Version(0, ""), name="First", referred_by_id=third.pk)
    first.refresh_from_db()
    assert first.referred_by is None


def test_takes_the_referrer_away(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina, referred_by=a_contact(amina, "Per Lund"))
    as_amina.post(where(osei), {**WORDS, "referred_by_id": ""})
    osei.refresh_from_db()
    assert osei.referred_by is None
