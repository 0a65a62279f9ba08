"""Putting a finding on the sheet."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, Finding
from contacts.models.finding import MOST
from tests.cast import a_contact
from tests.contacts.builders import FINDING, a_finding

HTMX = {"HX-Request": "true"}


def where(contact: Contact) -> str:
    return reverse("contacts:find", args=[contact.pk])


def test_stands_on_the_sheet(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    answer = as_amina.post(where(osei), FINDING)
    assert answer.headers["Location"] == reverse("contacts:research", args=[osei.pk])
    finding = Finding.objects.get()
    assert {name: getattr(finding, name) for name in FINDING} == FINDING


def test_htmx_gets_the_sheet_with_an_empty_form(as_amina: Client, amina: User) -> None:
    part = as_amina.post(where(a_contact(amina)), FINDING, headers=HTMX).content.decode()
    assert "<html" not in part
    assert "Led the seagrass survey" in part
    assert "data-announce" in part
    assert "checked" not in part


@pytest.mark.parametrize(
    ("to", "location"),
    [
        ("/meetings/7/research/", "/meetings/7/research/"),
        ("https://evil.example/", ""),
        ("//evil.example/", ""),
        ("javascript:alert(1)", ""),
        ("\\\\evil.example", ""),
    ],
)
def test_returns_only_to_a_page_of_this_site(as_amina: Client, amina: User, to: str, location: str) -> None:
    osei = a_contact(amina)
    answer = as_amina.post(where(osei), {**FINDING, "next": to})
    assert answer.headers["Location"] == (location or reverse("contacts:research", args=[osei.pk]))


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Choose what it’s about"),
        ("kind", "gossip", "gossip is not one of"),
        ("text", "", "Write what you found"),
        ("text", "x" * 1_000_000, "at most 600 characters"),
        ("text", "a\0b", "we can’t save"),
        ("source_link", "javascript:alert(1)", "That doesn’t look like a web address."),
        ("source_link", "https://example.org/" + "x" * 500, "at most 500 characters"),
    ],
)
def test_refuses_by_a_sentence_and_keeps_the_words(
    as_amina: Client, amina: User, headers: dict[str, str], field: str, value: str, sentence: str
) -> None:
    answer = as_amina.post(where(a_contact(amina)), {**FINDING, field: value}, headers=headers)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    kept = "source_link" if field == "text" else "text"
    assert FINDING[kept] in answer.content.decode()
    assert not Finding.objects.exists()


def test_a_double_submit_has_one_result(as_amina: Client, amina: User) -> None:
    osei, token = a_contact(amina), str(uuid.uuid4())
    for headers in ({}, HTMX):
        as_amina.post(where(osei), {**FINDING, "once": token}, headers=headers)
    assert Finding.objects.count() == 1


def test_refuses_when_the_sheet_is_full(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    for number in range(MOST):
        a_finding(osei, f"Fact {number}")
    answer = as_amina.post(where(osei), FINDING)
    assert answer.status_code == 422
    assert "Your research on this person is full." in answer.content.decode()


def test_w14_a_pasted_list_is_offered_as_several_findings(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    pasted = {**FINDING, "text": "1. Led the survey.\n2. Wrote on kelp."}
    answer = as_amina.post(where(osei), pasted)
    assert (answer.status_code, osei.findings.count()) == (422, 0)
    assert "Two facts?" in answer.content.decode()
    as_amina.post(where(osei), {**pasted, "several": "all"})
    assert set(osei.findings.values_list("text", flat=True)) == {"Led the survey.", "Wrote on kelp."}
