"""Letting a person go."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, Finding, Touch
from tests.cast import NOW, a_contact, a_meeting
from tests.contacts.builders import a_finding


def where(contact: Contact) -> str:
    return reverse("contacts:delete", args=[contact.pk])


def test_asks_once_more(as_amina: Client, amina: User) -> None:
    page = as_amina.get(where(a_contact(amina))).content.decode()
    assert "Delete Dr. Efua Osei?" in page
    assert Contact.objects.exists()


def test_forgets_them_with_research_and_timeline_and_keeps_whom_they_named(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    chen = a_contact(amina, "Wei Chen", referred_by=osei)
    a_finding(osei)
    Touch.log(osei, Touch.Kind.NOTE, at=NOW, words="Met")
    answer = as_amina.post(where(osei), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("contacts:index")
    assert (Contact.objects.get(), Finding.objects.count(), Touch.objects.count()) == (chen, 0, 0)


def test_refuses_while_a_conversation_needs_them(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    a_meeting(amina, osei)
    with pytest.raises(Contact.InConversation):
        osei.delete()
    answer = as_amina.post(where(osei), {"once": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert "You can’t delete them" in answer.content.decode()
    assert Contact.objects.filter(pk=osei.pk).exists()
