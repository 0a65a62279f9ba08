"""How well the two know each other now, said when looking back."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from meetings.models import Meeting
from notes.models import Debrief
from tests.cast import a_contact
from tests.meetings.builders import held

pytestmark = pytest.mark.django_db
TYPING = {"HX-Request": "true", "X-Autosave": "1"}


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return held(amina, now=timezone.now())


def address(meeting: Meeting) -> str:
    return reverse("notes:debrief", args=[meeting.pk])


def test_is_asked_in_words_when_looking_back(as_amina: Client, meeting: Meeting) -> None:
    page = as_amina.get(address(meeting)).content.decode()
    assert "How well do you know each other now?" in page
    for words in ("Close", "Friendly", "New"):
        assert f"<strong>{words}</strong>" in page


def test_is_kept_as_it_is_chosen_with_the_words_beside_it(as_amina: Client, meeting: Meeting) -> None:
    answer = as_amina.post(address(meeting), {"know-warmth": "B", "know-revision": "0", "learned_one": "Ask early."})
    assert answer.headers["Location"] == address(meeting)
    assert Contact.objects.get(pk=meeting.contact_id).warmth == "B"
    assert Debrief.of(meeting).learned == ["Ask early."]


def test_refuses_what_is_none_of_the_three_and_keeps_the_words(as_amina: Client, meeting: Meeting) -> None:
    answer = as_amina.post(address(meeting), {"know-warmth": "Z", "learned_one": "Ask early."})
    assert answer.status_code == 422
    assert "Ask early." in answer.content.decode()
    assert Contact.objects.get(pk=meeting.contact_id).warmth == "C"


def test_no_letter_stands_where_warmth_is_shown(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina, warmth="A")
    for page in ("/people/", contact.get_absolute_url(), f"/people/{contact.pk}/revise/"):
        html = as_amina.get(page).content.decode()
        assert "Close" in html
        assert ">A<" not in html
        assert "A, close" not in html


def test_is_kept_while_somebody_types(as_amina: Client, meeting: Meeting) -> None:
    sent = {"know-warmth": "B", "know-revision": "0", "learned_one": "Ask early."}
    assert "Saved at" in as_amina.post(address(meeting), sent, headers=TYPING).content.decode()
    assert Contact.objects.get(pk=meeting.contact_id).warmth == "B"
    assert as_amina.post(address(meeting), {**sent, "know-warmth": "Z"}, headers=TYPING).status_code == 422
