"""How well the two know each other now, said when looking back."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from tests.cast import a_contact
from tests.meetings.builders import held

pytestmark = pytest.mark.django_db


def know(contact: Contact) -> str:
    return f"/people/{contact.pk}/know/"


def test_is_asked_in_words_when_looking_back(as_amina: Client, amina: User) -> None:
    meeting = held(amina, now=timezone.now())
    page = as_amina.get(f"/meetings/{meeting.pk}/debrief/").content.decode()
    assert "How well do you know each other now?" in page
    assert f'action="{know(meeting.contact)}"' in page
    for words in ("Close", "Friendly", "New or distant"):
        assert f"<strong>{words}</strong>" in page


def test_is_kept_as_it_is_chosen(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    answer = as_amina.post(know(contact), {"warmth": "B", "revision": "0", "next": "/meetings/"})
    assert answer.headers["Location"] == "/meetings/"
    assert Contact.objects.get(pk=contact.pk).warmth == "B"


def test_leads_to_their_page_where_nothing_else_is_said(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    answer = as_amina.post(know(contact), {"warmth": "A"})
    assert answer.headers["Location"] == contact.get_absolute_url()
    assert Contact.objects.get(pk=contact.pk).warmth == "A"


def test_refuses_what_is_none_of_the_three(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    assert as_amina.post(know(contact), {"warmth": "Z"}).status_code == 422
    assert Contact.objects.get(pk=contact.pk).warmth == "C"


def test_no_letter_stands_where_warmth_is_shown(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina, warmth="A")
    for page in ("/people/", contact.get_absolute_url(), f"/people/{contact.pk}/revise/"):
        html = as_amina.get(page).content.decode()
        assert "Close" in html
        assert ">A<" not in html
        assert "A, close" not in html
