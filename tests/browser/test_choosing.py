"""Choosing a person, and a place, by keyboard on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Meeting
from tests.browser.agenda import focused, in_view, sign_in
from tests.cast import Cast, a_contact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_person_and_a_place_by_keyboard(phone: Page, cast: Cast, live_server: object) -> None:
    for number in range(1, 10):
        a_contact(cast.amina, f"Kofi {number}", email="")
    efua = a_contact(cast.amina, "Efua Osei", email="")
    sign_in(phone, cast.amina, live_server.url)  # type: ignore[attr-defined]
    phone.goto("/meetings/begin/")
    box, options, said = (
        phone.get_by_role("combobox", name="Person"),
        phone.get_by_role("option"),
        phone.locator("#said"),
    )
    expect(phone.locator("#id_contact")).to_be_hidden()

    box.focus()
    phone.keyboard.press("ArrowDown")
    expect(options).to_have_count(7)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(said).to_have_text("7 people. Keep typing to find others.")
    phone.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")

    phone.keyboard.type("kofi")
    expect(options).to_have_count(7)
    for _ in range(7):
        phone.keyboard.press("ArrowDown")
    active = phone.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(active).to_have_attribute("aria-selected", "true")
    expect(active).to_be_in_viewport()
    assert in_view(phone)
    phone.keyboard.press("ControlOrMeta+a")
    phone.keyboard.type("efua")
    expect(said).to_have_text("1 person.")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(box).to_have_value(re.compile("Efua Osei"))
    expect(box).to_have_attribute("aria-expanded", "false")
    assert focused(phone) == "id_contact_find"
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(r"/meetings/\d+/person/"))
    assert Meeting.objects.get().contact == efua

    phone.goto("/you/")
    place = phone.get_by_label("Time zone")
    expect(phone.locator(".place")).to_have_text(re.compile(r"Berlin, now \d+:\d\d"))
    place.fill("Birmingham")
    expect(said).to_have_text("There are several places called “Birmingham”. Which one?")
    place.focus()
    phone.keyboard.press("Tab")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(phone.locator("main")).to_contain_text("Profile saved.")
    expect(phone.locator(".place")).to_have_text(re.compile(r"Chicago, now \d+:\d\d"))
