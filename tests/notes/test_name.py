"""People named: kept, made contacts of, linked, removed."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.once import new_token
from meetings.models import Meeting
from notes.models import NamedPerson
from tests.cast import NOW, a_contact, a_meeting
from tests.notes.builders import contacts_of, somebody_named

pytestmark = pytest.mark.django_db


def held(owner: User) -> Meeting:
    meeting = a_meeting(owner)
    meeting.arrange(now=NOW, starts_at=NOW + timedelta(hours=1), minutes=20, mode="phone")
    meeting.hold(now=NOW + timedelta(hours=2))
    return meeting


def test_keeps_a_name_once(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    form = {"name": "Jo <b>Park</b>", "may_use_name": "on", "once": new_token()}
    for words in ("Added: ", ""):
        answer = as_amina.post(reverse("notes:name", args=[meeting.pk]), form, follow=True)
        # Back to the names, not to the top of the page.
        assert answer.redirect_chain[-1][0].endswith("#named")
        assert words in answer.content.decode()
    assert NamedPerson.objects.visible_to(amina).count() == 1
    assert "Jo &lt;b&gt;Park" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "x" * 500, "Jo\0"])
def test_refuses_with_a_sentence(as_amina: Client, amina: User, name: str) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("notes:name", args=[meeting.pk]), {"name": name})
    assert answer.status_code == 422
    assert 'id="named-name_error"' in answer.content.decode()


def test_makes_a_contact_at_once_where_nobody_has_the_name(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("notes:become", args=[somebody_named(meeting).pk]))
    assert answer.status_code == 302
    assert contacts_of(meeting) == ["Dr. Efua Osei", "Jo Park"]


def test_asks_first_where_somebody_of_the_name_is_known(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    known = a_contact(amina, "JO PARK")
    person = somebody_named(meeting)
    address = reverse("notes:become", args=[person.pk])
    assert "Is it the same person?" in as_amina.post(address).content.decode()
    as_amina.post(address, {"contact": known.pk})
    person.refresh_from_db()
    assert person.contact == known


def test_adds_a_namesake_when_told_so(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    a_contact(amina, "Jo Park")
    as_amina.post(reverse("notes:become", args=[somebody_named(meeting).pk]), {"anew": "1"})
    assert contacts_of(meeting) == ["Dr. Efua Osei", "Jo Park", "Jo Park"]


def test_offers_and_accepts_only_own_people(as_amina: Client, amina: User, bo: User) -> None:
    foreign = a_contact(bo, "Jo Park")
    address = reverse("notes:become", args=[somebody_named(a_meeting(amina)).pk])
    assert "Is it the same person?" not in as_amina.get(address).content.decode()
    assert as_amina.post(address, {"contact": foreign.pk}).status_code == 404
    assert as_amina.post(address, {"contact": "x"}).status_code == 404


def test_removes_the_name_and_leaves_the_contact(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    person = somebody_named(meeting)
    person.become_contact(by=amina, now=now)
    as_amina.post(reverse("notes:remove", args=[person.pk]))
    assert not NamedPerson.objects.visible_to(amina).exists()
    assert contacts_of(meeting) == ["Dr. Efua Osei", "Jo Park"]


def test_adding_a_name_saves_the_words_of_the_debrief_too(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    form = {"name": "Jo Park", "learned_one": "Ask the net menders first.", "once": new_token()}
    answer = as_amina.post(reverse("notes:name", args=[meeting.pk]), form, follow=True)
    assert "Ask the net menders first." in answer.content.decode()
    assert "Jo Park" in answer.content.decode()


def test_keeps_the_name_when_the_words_beside_it_are_refused(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    answer = as_amina.post(reverse("notes:name", args=[meeting.pk]), {"name": "Jo Park", "learned_one": "x" * 600})
    assert answer.status_code == 422
    assert 'value="Jo Park"' in answer.content.decode()
    assert not NamedPerson.objects.visible_to(amina).exists()
