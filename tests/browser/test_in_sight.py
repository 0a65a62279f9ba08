"""What was typed and is not saved comes back where it is seen, and what is said of it is true on every device."""

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from meetings.models import Meeting
from tests.accounts.builders import a_pitch
from tests.browser.test_drafts import bar, mine, talk

__all__ = ["mine", "talk"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_w6_a_draft_comes_back_in_sight_where_its_form_is_folded_away(mine: Page, talk: Meeting) -> None:
    a_pitch(talk.owner)
    mine.goto(f"/meetings/{talk.pk}/pitch/")
    mine.locator("details.block summary").click()
    box = mine.locator("details.block textarea").first
    box.fill("I study marine biology.")
    mine.once("dialog", lambda asked: asked.accept())
    mine.goto("/people/")
    mine.goto(f"/meetings/{talk.pk}/pitch/")
    expect(box).to_be_visible()
    expect(box).to_have_value("I study marine biology.")
    expect(mine.locator("details.block .draft")).to_be_visible()


def test_w5_a_lapsed_session_is_said_where_the_device_keeps_nothing(mine: Page) -> None:
    mine.goto("/device/")
    mine.get_by_role("button", name="Save nothing on this device").click()
    mine.goto("/people/add/")
    mine.locator("#id_name").fill("Dr. Efua Osei")
    mine.get_by_label("How do you know them?").select_option(label="Met at an event")
    mine.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    mine.get_by_role("button", name="Add this person").click()
    bar(mine, "You were signed out. Your words are only on this page, so keep it open. Sign in in a new tab.")
    link = mine.locator(".draft").get_by_role("link", name="Sign in")
    with mine.context.expect_page() as other:
        link.click()
    expect(other.value.locator("input[type=password]")).to_be_visible()
    expect(mine.locator("#id_name")).to_have_value("Dr. Efua Osei")
