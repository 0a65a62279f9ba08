"""Amina asks, somebody on the other side of the world counters, she accepts, moves, calls off: both calendars agree."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from meetings.models import Meeting
from tests.browser.test_calendar import email, file_behind
from tests.browser.walk import Walk, in_days
from tests.calendars import Item
from tests.cast import Cast, a_meeting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["email"]


@pytest.fixture
def contact(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A browser without a session, in Kathmandu."""
    context = chromium.new_context(base_url=live_server.url, timezone_id="Asia/Kathmandu", locale="en-GB")  # type: ignore[attr-defined]
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def make_a_link(walk: Walk, meeting: Meeting) -> str:
    """The path of the link in Amina's letter, with one time on offer; then she says that the letter went out."""
    walk.page.goto(f"/meetings/{meeting.pk}/ask/")
    walk.page.get_by_text("Offer times (optional)").click()
    walk.fill("Date 1", in_days(5))
    walk.fill("Time 1", "15:00")
    walk.press("Offer these times")
    walk.sees("Their page shows these times now, and your message mentions them.")
    letter = walk.page.get_by_label("Your message").input_value()
    walk.press("Yes, today")
    return "/r/" + letter.split("/r/")[1].split()[0]


def counter(contact: Page, link: str) -> None:
    """Another time, by phone, on a clock that is four and three quarter hours ahead of Amina's in winter."""
    contact.goto(link)
    expect(contact.locator("#times")).to_contain_text("Kathmandu")
    contact.get_by_role("radio", name="Suggest another time or place").check()
    contact.locator("#id_day").fill(in_days(9))
    contact.locator("#id_hour").fill("17:30")
    contact.get_by_role("radio", name="By phone").check()
    contact.get_by_label("Where, or which number to call").fill("+977 1 4200000")
    contact.get_by_role("button", name="Send my reply").click()
    expect(contact.get_by_role("heading", name="Thank you for suggesting a time")).to_be_visible()


def agreed(walk: Walk, contact: Page, link: str, *, off: bool = False) -> tuple[str, Item]:
    """Both files as they stand, which tell the same."""
    walk.overview()
    mine = file_behind(walk.page, "Remove from your calendar" if off else "Add to your calendar")
    contact.goto(link)
    theirs = file_behind(contact, "Remove from my calendar" if off else "Add to my calendar")
    both = [(method, item.uid, item.sequence, item.starts, item.ends) for method, item in (mine, theirs)]
    assert both[0] == both[1]
    return mine


@pytest.mark.slow
def test_ask_counter_accept_move_and_call_off(desk: Page, contact: Page, email: str, cast: Cast) -> None:
    meeting, walk = a_meeting(cast.amina), Walk(desk)
    walk.sign_in(email)
    link = make_a_link(walk, meeting)
    counter(contact, link)
    walk.go("Today")
    walk.sees("Dr. Osei")
    desk.get_by_role("button", name="Accept this time").click()
    walk.sees("You’re all set:")
    contact.goto(link)
    expect(contact.locator("main")).to_contain_text("17:30–17:50, Kathmandu time")
    versions = [agreed(walk, contact, link)]
    walk.step("Time and place")
    walk.page.get_by_label("Time", exact=True).fill("16:00")
    walk.press("Save time and place")
    versions.append(agreed(walk, contact, link))
    walk.overview()
    desk.get_by_role("link", name="Cancel the conversation").click()
    walk.press("Cancel the conversation")
    versions.append(agreed(walk, contact, link, off=True))
    assert [(method, item.sequence) for method, item in versions] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert len({item.uid for _method, item in versions}) == 1
    assert walk.faults == []
