"""Amina's own calendar: the file of a conversation that is arranged, moved and cancelled; her private address."""

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Page, expect

from tests.browser.walk import Walk, in_days
from tests.calendars import Item, own, read
from tests.cast import PASSWORD, Cast
from tests.meetings.builders import asked

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def email(cast: Cast) -> str:
    """Amina's address, with a password to sign in by."""
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    EmailAddress.objects.create(user=cast.amina, email=cast.amina.email, verified=True, primary=True)
    return cast.amina.email


def file_behind(page: Page, link: str) -> tuple[str, Item]:
    """The method and the one event of the calendar file that `link` downloads."""
    with page.expect_download() as coming:
        page.locator("main").get_by_role("link", name=link).click()
    assert coming.value.suggested_filename == "invite.ics"
    file = coming.value.path().read_bytes()
    found = read(file)
    assert found == own(file)
    return found.method, found.items[0]


def arrange(walk: Walk, days: int, hour: str, button: str) -> None:
    walk.fill("Date", in_days(days))
    walk.page.get_by_label("Time", exact=True).fill(hour)
    walk.fill("Place or phone number", "Café Kaimauer")
    walk.page.get_by_label("In person").check()
    walk.press(button)
    walk.sees("You’re all set:")


@pytest.mark.slow
def test_the_files_follow_the_conversation_without_javascript(plain_desk: Page, email: str, cast: Cast) -> None:
    meeting, walk = asked(cast.amina), Walk(plain_desk)
    walk.sign_in(email)
    time, letter = f"/meetings/{meeting.pk}/time/", f"/meetings/{meeting.pk}/write/"
    plain_desk.goto(time)
    arrange(walk, 9, "10:00", "Save time and place")
    files = [file_behind(plain_desk, "Add to your calendar")]
    plain_desk.goto(f"{letter}confirm/")
    theirs = [file_behind(plain_desk, "Download the file for their calendar")]
    plain_desk.goto(time)
    arrange(walk, 10, "16:45", "Save time and place")
    files.append(file_behind(plain_desk, "Add to your calendar"))
    plain_desk.goto(f"{letter}confirm/")
    theirs.append(file_behind(plain_desk, "Download the file for their calendar"))
    plain_desk.goto(f"/meetings/{meeting.pk}/")
    plain_desk.get_by_role("link", name="Cancel the conversation").click()
    walk.press("Cancel the conversation")
    files.append(file_behind(plain_desk, "Remove from your calendar"))
    plain_desk.goto(f"{letter}cancel/")
    theirs.append(file_behind(plain_desk, "Download the file that removes it from their calendar"))
    assert [(method, item.sequence) for method, item in files] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert [(method, item.sequence) for method, item in theirs] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert [item.starts for _method, item in files] == [item.starts for _method, item in theirs]
    assert len({item.uid for _method, item in (*files, *theirs)}) == 1


@pytest.mark.slow
def test_the_private_address_is_shown_once_and_read_by_a_calendar(phone: Page, email: str, cast: Cast) -> None:
    walk = Walk(phone)
    walk.sign_in(email)
    phone.locator("header summary").click()
    phone.get_by_role("link", name="Your calendar").click()
    walk.press("Make my calendar link")
    address = phone.get_by_label("The link to copy").input_value()
    path = address.partition("localhost:8000")[2]
    answer = phone.request.get(path)
    assert answer.ok
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert read(answer.body()).items == []
    expect(phone.get_by_role("button", name="Copy the link")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.set_viewport_size({"width": 320, "height": 700})
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.goto("/followups/calendar/")
    walk.sees("Your calendar last read it on")
    walk.follow("Turn off the link")
    walk.press("Turn off the link")
    walk.sees("Calendar link turned off.")
    assert phone.request.get(path).status == 404
    assert walk.faults == []
