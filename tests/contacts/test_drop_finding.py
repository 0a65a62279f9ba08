"""Taking a finding off the sheet."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Finding
from tests.cast import a_contact, a_meeting
from tests.contacts.builders import a_finding
from tests.forms import forms_of


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


@pytest.mark.parametrize("act", ["drop", "restore"])
@pytest.mark.parametrize("words", ["Led the survey of 2024.", "海" * 1000], ids=["short", "long"])
def test_without_script_what_is_typed_beside_it_stays_in_its_form(
    as_amina: Client, amina: User, act: str, words: str
) -> None:
    finding = a_finding(a_contact(amina))
    contact, address = finding.contact, reverse("contacts:drop_finding", args=[finding.pk])
    if act == "restore":
        address = reverse("contacts:restore_finding", args=[contact.pk, finding.drop(now=timezone.now()).pk])
    sheet = as_amina.get(reverse("contacts:research", args=[contact.pk])).content.decode()
    assert f'form="finding" formaction="{address}" formnovalidate' in sheet
    typed = {"kind": "project", "text": words, "source_link": "example.org/kelp"}
    answer = as_amina.post(address, typed, follow=True)
    assert bool(answer.redirect_chain) is (len(words) < 1000)
    page = answer.content.decode()
    assert "What you’re writing below isn’t added yet." in page
    [form] = [form for form in forms_of(page) if form.attrs.get("id") == "finding"]
    kept = {one.name: one.value for one in form.fields if one.is_typed or one.checked}
    assert {name: value.strip() for name, value in kept.items()} == typed
    assert Finding.objects.filter(contact=contact).exists() is (act == "restore")


def test_without_script_it_leads_back_to_the_step_of_the_conversation(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    finding, there = a_finding(meeting.contact), reverse("meetings:research", args=[meeting.pk])
    typed = {"kind": "project", "text": "Led the survey of 2024.", "next": there}
    answer = as_amina.post(reverse("contacts:drop_finding", args=[finding.pk]), typed, follow=True)
    assert answer.redirect_chain[0][0].startswith(f"{there}?")
    assert "Led the survey of 2024." in answer.content.decode()
