"""How many presses it takes beside typing: from the invitation to the first request, and to a contact's answer."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect

from core.models import Mail
from meetings.models import Meeting
from tests.accounts.builders import a_link
from tests.browser.conftest import open_context
from tests.cast import Cast
from tests.meetings.builders import invited

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
STUDENT_MOST, CONTACT_MOST = 14, 3


class Hand:
    """Somebody's finger on one page; it counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, on: Locator) -> None:
        on.click()
        self.presses += 1
        self.page.wait_for_load_state()

    def button(self, name: str) -> None:
        self.press(self.page.locator("main").get_by_role("button", name=name, exact=True).first)

    def link(self, name: str) -> None:
        self.press(self.page.locator("main").get_by_role("link", name=name).first)

    def choose(self, label: str, option: str) -> None:
        """A list is opened by one press and chosen from by another."""
        self.page.get_by_label(label).first.select_option(label=option)
        self.presses += 2

    def type(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)


@pytest.fixture
def hand(chromium: Browser, live_server: object) -> Iterator[Hand]:
    context = open_context(chromium, live_server.url, width=390)  # type: ignore[attr-defined]
    yield Hand(context.new_page())
    context.close()


def test_a_new_student_sends_the_first_request(hand: Hand, cast: Cast) -> None:
    hand.page.goto(f"/you/invitation/{a_link(cast.dara, role='student')}/")
    hand.type("Your name", "Nia Okoye")
    hand.page.locator("input[type=password]").fill("four unrelated words")
    hand.button("Create my account")
    hand.link("Set your first goal")
    hand.press(hand.page.get_by_role("radio").first)
    hand.type("What’s it about?", "Marine conservation")
    hand.type("What do you want to learn from your conversations?", "I can describe a usual week.")
    hand.button("Save the goal")
    hand.link("See who to contact")
    hand.link("Add a person")
    hand.type("Name", "Dr. Efua Osei")
    hand.type("Email", "efua.osei@example.org")
    hand.choose("How do you know them?", "Met at an event")
    hand.button("Add this person")
    hand.link("Plan a conversation")
    hand.button("Start preparing")
    hand.type("I’m writing to you because", "You moved from a bank to seagrass.")
    hand.button("Save and continue")
    expect(hand.page.get_by_label("Your message")).to_have_value(re.compile("informational interview"))
    hand.button("Yes, today")
    expect(hand.page.locator("main")).to_contain_text("Marked as sent")
    assert Meeting.objects.get(owner__email="new@example.edu").asked_at is not None
    assert hand.presses <= STUDENT_MOST


def test_a_contact_answers_and_both_have_it_by_mail(hand: Hand, cast: Cast) -> None:
    now = timezone.now()
    reply = invited(cast.amina, now + timedelta(days=3), now=now)
    hand.page.goto(f"/r/{reply.make_link(now=now)}/")
    hand.press(hand.page.get_by_role("radio").first)
    hand.button("Send my reply")
    expect(hand.page.get_by_role("heading", name="You’ll talk with Amina Yusuf")).to_be_visible()
    assert hand.presses <= CONTACT_MOST
    hand.type("Your email address", "efua@private.test")
    hand.button("Send it to me")
    expect(hand.page.locator("main")).to_contain_text("We send it to the address you left")
    expect(hand.page.locator("#mailed")).to_be_focused()
    assert set(Mail.objects.values_list("to", flat=True)) == {cast.amina.email, "efua@private.test"}
