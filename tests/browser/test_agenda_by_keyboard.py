"""The agenda built by keyboard alone: the focus stays on the button that was pressed, and each move is said."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from agendas.models import Agenda
from meetings.models import Meeting
from tests.cast import Cast, a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(cast: Cast, desk: Page, live_server: object) -> Meeting:
    """A conversation of Amina's, who is signed in at her desk."""
    client = Client()
    client.force_login(cast.amina)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    meeting = a_meeting(cast.amina)
    url: str = live_server.url  # type: ignore[attr-defined]
    desk.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": url}])
    return meeting


def phases(meeting: Meeting) -> str:
    return "".join(q.phase for q in Agenda.of(meeting).questions.planned().in_order())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def settled(page: Page) -> None:
    """Wait until nothing is swapped any more, so that the next key meets the page as a person would."""
    page.wait_for_load_state()
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def press(page: Page, name: str) -> None:
    """Reach the button or link called `name` by Tab from where the focus is, and press it."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.trim()") == name:
            page.keyboard.press("Enter")
            settled(page)
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_fill_move_change_and_remove(desk: Page, meeting: Meeting) -> None:
    announced = desk.locator("#said")
    desk.goto(reverse("agendas:agenda", args=[meeting.pk]))
    press(desk, "Fill a first agenda for me")
    expect(desk.locator(".asked-one")).to_have_count(7)
    assert phases(meeting) == "WWCSX"

    press(desk, "Down")  # the first question
    expect(announced).to_have_text("Moved to 2 of 5")
    button = focused(desk)
    assert button.startswith("down-")
    for place in (3, 4, 5):
        desk.keyboard.press("Enter")
        expect(announced).to_have_text(f"Moved to {place} of 5")
        assert focused(desk) == button
    assert phases(meeting) == "WCSXW"
    with desk.expect_response("**/move-down/"):
        desk.keyboard.press("Enter")  # at the end it stays, and so does the focus
    expect(desk.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    assert focused(desk) == button
    expect(desk.locator(f"#{button}")).to_have_attribute("aria-disabled", "true")

    row = button.removeprefix("down-")
    for _ in range(4):  # Change, Remove, Keep here, the list of places
        desk.keyboard.press("Tab")
    assert focused(desk) == f"place-{row}"
    desk.keyboard.press("1")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(announced).to_have_text("Moved to 1 of 5")
    assert focused(desk) == f"move-{row}"
    assert phases(meeting) == "WWCSX"

    desk.locator(f"#change-{row}").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(f"#question-{row}-body textarea")).to_be_focused()
    desk.keyboard.press("ControlOrMeta+a")
    desk.keyboard.type("What brought you here?")
    press(desk, "Save the question")
    expect(announced).to_have_text("The question says so now.")
    expect(desk.locator(f"#text-{row}")).to_contain_text("What brought you here?")
    assert focused(desk) == f"change-{row}"

    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(announced).to_contain_text("Removed: What brought you here?")
    expect(desk.locator(".asked-one")).to_have_count(6)
    assert phases(meeting) == "WCSX"
    # The focus is on "Undo", in the place of the question.
    desk.keyboard.press("Enter")
    expect(announced).to_contain_text("Back on your agenda: What brought you here?")
    assert focused(desk) == f"change-{row}"
    assert phases(meeting) == "WWCSX"


def test_write_in_place_and_leave_it(desk: Page, meeting: Meeting) -> None:
    desk.goto(reverse("agendas:agenda", args=[meeting.pk]))
    press(desk, "Write your own")
    expect(desk.locator("#agenda-new textarea")).to_be_focused()
    desk.keyboard.type(" ")  # the browser itself refuses an empty box
    press(desk, "Add the question")
    expect(desk.locator("#agenda-new .error")).to_have_text("Write the question first.")
    expect(desk.locator("#agenda-new textarea")).to_be_focused()
    desk.keyboard.type("Which door did you come in by?")
    press(desk, "Add the question")
    expect(desk.locator(".asked-one")).to_contain_text("Which door did you come in by?")
    assert phases(meeting) == "C"
    press(desk, "Write your own")
    expect(desk.locator("#agenda-new textarea")).to_be_focused()
    press(desk, "Leave it")
    expect(desk.locator("#agenda-new textarea")).to_have_count(0)
