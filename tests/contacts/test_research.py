"""The research sheet."""

from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.finding_form import FindingForm
from contacts.models import Finding
from tests.cast import a_contact
from tests.contacts.builders import a_finding


def test_says_for_every_kind_what_to_look_for(as_amina: Client, amina: User) -> None:
    page = as_amina.get(reverse("contacts:research", args=[a_contact(amina).pk])).content.decode()
    assert page.count('type="radio"') == len(Finding.Kind)
    assert "Something they built or led" in page
    assert "No facts yet." in page


def test_strikes_out_what_a_website_answers(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    for kind in Finding.Kind:
        finding = a_finding(osei, f"About the {kind}", kind=kind)
        page = as_amina.get(reverse("contacts:research", args=[osei.pk])).content.decode()
        assert f"<s>{finding.strike_out}</s>" in page


def test_the_fragment_stands_on_a_page_of_another_room(amina: User) -> None:
    osei = a_contact(amina)
    form = FindingForm(contact=osei, back="/meetings/7/research/")
    context = {"contact": osei, "findings": [a_finding(osei)], "form": form, "next": form.back}
    part = render_to_string("contacts/_research.html", context)
    assert part.count('value="/meetings/7/research/"') == 2
    assert "?next=%2Fmeetings%2F7%2Fresearch%2F" in part
