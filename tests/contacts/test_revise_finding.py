"""Wording a finding anew."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Finding
from tests.cast import a_contact
from tests.contacts.builders import FINDING, a_finding

HTMX = {"HX-Request": "true"}
ANEW = {**FINDING, "text": "Led the survey of 2025.", "revision": "0"}


def where(finding: Finding) -> str:
    return reverse("contacts:revise_finding", args=[finding.pk])


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_shows_what_stands(as_amina: Client, amina: User, headers: dict[str, str]) -> None:
    page = as_amina.get(where(a_finding(a_contact(amina))), headers=headers).content.decode()
    assert "Led the seagrass survey of 2024." in page
    assert ("<html" in page) is not bool(headers)


def test_says_it_anew(as_amina: Client, amina: User) -> None:
    finding = a_finding(a_contact(amina))
    to = "/meetings/7/research/"
    assert as_amina.post(where(finding), {**ANEW, "next": to}).headers["Location"] == to
    finding.refresh_from_db()
    assert finding.text == "Led the survey of 2025."


def test_htmx_gets_the_finding_alone(as_amina: Client, amina: User) -> None:
    part = as_amina.post(where(a_finding(a_contact(amina))), ANEW, headers=HTMX).content.decode()
    assert "Led the survey of 2025." in part
    assert 'type="radio"' not in part


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_stale_form_does_not_overwrite_the_newer_words(
    as_amina: Client, amina: User, headers: dict[str, str]
) -> None:
    finding = a_finding(a_contact(amina))
    as_amina.post(where(finding), {**ANEW, "text": "Newer", "edit_session": "a"})
    answer = as_amina.post(where(finding), {**ANEW, "text": "Older", "edit_session": "b"}, headers=headers)
    finding.refresh_from_db()
    assert (answer.status_code, finding.text) == (422, "Newer")
    assert "Older" in answer.content.decode()


def test_refuses_by_a_sentence(as_amina: Client, amina: User) -> None:
    finding = a_finding(a_contact(amina))
    answer = as_amina.post(where(finding), {**ANEW, "source_link": "javascript:alert(1)"})
    assert answer.status_code == 422
    assert "That doesn’t look like a web address." in answer.content.decode()
