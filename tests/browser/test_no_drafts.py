"""Words that no device keeps: of what was removed meanwhile, and where several people use the device."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_drafts import kept, mine
from tests.cast import Cast, a_contact

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["mine"]


def test_what_was_removed_meanwhile_gives_the_words_back(mine: Page, cast: Cast) -> None:
    contact = a_contact(cast.amina)
    mine.goto(f"/people/{contact.pk}/revise/")
    mine.get_by_label("In your words").fill("Met her at the harbour fair.")
    contact.delete()
    mine.get_by_role("button", name="Save").first.click()
    expect(mine.get_by_role("heading", name="Your words")).to_be_visible()
    expect(mine.locator("main")).to_contain_text("Met her at the harbour fair.")
    assert kept(mine) == []


def test_a_shared_device_keeps_no_words(mine: Page) -> None:
    mine.goto("/device/")
    mine.get_by_role("button", name="Save nothing on this device").click()
    mine.goto("/people/add/")
    mine.get_by_text("Add more").click()
    mine.get_by_label("In your words").fill("Met her at the harbour fair.")
    assert kept(mine) == []
