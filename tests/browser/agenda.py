"""An agenda in a browser, as its tests see and touch it."""

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from agendas.models import Agenda
from meetings.models import Meeting

# Whether what has the focus can be seen: within the window, and nothing fixed above it.
IN_VIEW = """() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
    return e !== document.body && box.top >= 0 && box.top < innerHeight && e.contains(document.elementFromPoint(x, y));
}"""


def sign_in(page: Page, user: User, base: str) -> None:
    """Let `page` be one of `user`, who is signed in."""
    client = Client()
    client.force_login(user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": base}])


def open_agenda(page: Page, meeting: Meeting) -> None:
    page.goto(reverse("agendas:agenda", args=[meeting.pk]))


def phases(meeting: Meeting) -> str:
    return "".join(question.phase for question in Agenda.of(meeting).questions.planned().in_order())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def settled(page: Page) -> None:
    """Wait until nothing is swapped any more, so that the next key meets the page as a person would."""
    page.wait_for_load_state()
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def in_view(page: Page) -> bool:
    """Whether the focus is in the page, and can be seen."""
    return bool(page.evaluate(IN_VIEW))


def tab_to(page: Page, name: str) -> int:
    """Reach the control called `name`, of whatever, by Tab from where the focus is. Gives how often it was pressed."""
    for pressed in range(1, 201):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim().split(': ')[0]") == name:
            return pressed
    raise AssertionError(f"Tab never reached {name!r}")


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")
    settled(page)
