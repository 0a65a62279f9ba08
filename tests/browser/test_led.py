"""Where somebody is led: what is asked when it matters, nothing that jumps, and a notice that is heard."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from contacts.models import Contact
from tests.browser.agenda import sign_in
from tests.cast import Cast, a_meeting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["phone", "plain_desk"])
def either(request: pytest.FixtureRequest, cast: Cast, live_server: object) -> Page:
    """Amina's phone, and her desk without script."""
    page: Page = request.getfixturevalue(request.param)
    sign_in(page, cast.amina, live_server.url)  # type: ignore[attr-defined]
    return page


@pytest.fixture
def screen(desk: Page, cast: Cast, live_server: object) -> Page:
    """Amina's desk."""
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    return desk


def test_asks_at_which_event_and_who_suggested_them_once_it_matters(either: Page, cast: Cast) -> None:
    Contact.add(by=cast.amina, now=timezone.now(), name="Per Lund", known="teacher")
    either.goto(reverse("contacts:add"))
    words, suggested = either.get_by_label("In your words"), either.get_by_text("Who suggested them?")
    expect(words).to_be_hidden()
    expect(suggested).to_be_hidden()
    either.get_by_label("How do you know them?").select_option("event")
    expect(words).to_be_visible()
    expect(suggested).to_be_hidden()
    either.get_by_label("How do you know them?").select_option("referral")
    expect(words).to_be_hidden()
    expect(suggested).to_be_visible()
    either.get_by_text("Add more").click()
    expect(words).to_be_visible()


def test_asks_for_the_earliest_date_of_a_later_alone(either: Page, cast: Cast) -> None:
    meeting = a_meeting(cast.amina, now=timezone.now())
    meeting.ask(now=timezone.now(), channel="email")
    either.goto(meeting.get_absolute_url())
    date = either.get_by_label("If later, not before which date?")
    expect(date).to_be_hidden()
    either.locator("#answer [value=later]").check()
    expect(date).to_be_visible()
    either.locator("#answer [value=yes]").check()
    expect(date).to_be_hidden()


def test_nothing_moves_when_the_sentence_comes(screen: Page) -> None:
    screen.set_viewport_size({"width": 390, "height": 844})
    screen.goto(reverse("contacts:add"))
    save = screen.get_by_role("button", name="Add this person")
    before = save.evaluate("e => e.getBoundingClientRect().top + scrollY")
    screen.get_by_label("I’m writing to you because …").fill("You moved from lab work to teaching.")
    expect(screen.locator("[data-completed]")).to_contain_text("In your message")
    assert save.evaluate("e => e.getBoundingClientRect().top + scrollY") == before


def test_a_notice_that_is_there_when_the_page_comes_has_the_focus(screen: Page) -> None:
    screen.goto(reverse("contacts:add"))
    screen.get_by_label("Name", exact=True).fill("Efua Osei")
    screen.get_by_label("How do you know them?").select_option("event")
    screen.get_by_role("button", name="Add this person").click()
    expect(screen.get_by_text("Added to your people.")).to_be_focused()


def test_what_is_still_empty_is_called_wrong_by_no_browser(screen: Page) -> None:
    screen.goto(reverse("contacts:add"))
    session = screen.context.new_cdp_session(screen)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    names = [
        node["name"]["value"]
        for node in nodes
        for fact in node.get("properties", [])
        if fact["name"] == "invalid" and fact["value"]["value"] != "false"
    ]
    assert names == []
    screen.get_by_role("button", name="Add this person").click()
    expect(screen.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")


def test_the_bank_beside_the_sheet_closes_by_escape_and_says_the_page_at_its_top(screen: Page, cast: Cast) -> None:
    meeting = a_meeting(cast.amina, now=timezone.now() - timedelta(days=1))
    screen.goto(reverse("agendas:agenda", args=[meeting.pk]))
    screen.locator("#add").click()
    bank = screen.locator("#bank")
    expect(bank).to_be_visible()
    bank.get_by_role("link", name="Next page").click()
    expect(bank.locator("#found > [data-focus]")).to_be_focused()
    bank.get_by_role("button", name="Add to the agenda").first.click()
    expect(screen.locator("#said")).to_contain_text("It’s question 1 on your agenda")
    # All other keys do what they do anywhere.
    search = bank.get_by_label("Search")
    search.press_sequentially("why")
    expect(search).to_have_value("why")
    search.press("Tab")
    expect(search).not_to_be_focused()
    screen.keyboard.press("Escape")
    expect(bank).to_be_hidden()
    expect(screen.locator("#add")).to_be_focused()
