"""Taking a finding off the sheet."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Finding
from tests.cast import a_contact
from tests.contacts.builders import a_finding


def test_takes_it_off(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    where = reverse("contacts:drop_finding", args=[a_finding(osei).pk])
    assert as_amina.post(where).headers["Location"] == reverse("contacts:research", args=[osei.pk])
    assert not Finding.objects.exists()


def test_htmx_gets_the_sheet_without_it(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    a_finding(osei, "Stays")
    where = reverse("contacts:drop_finding", args=[a_finding(osei, "Goes").pk])
    part = as_amina.post(where, headers={"HX-Request": "true"}).content.decode()
    assert "Stays" in part
    assert "Removed: Goes" in part
    assert part.count('class="finding-kind"') == 1


def test_looking_changes_nothing(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)
    where = reverse("contacts:drop_finding", args=[a_finding(contact).pk])
    assert as_amina.get(where).headers["Location"] == reverse("contacts:research", args=[contact.pk])
    assert contact.findings.count() == 1
    assert Finding.objects.exists()
