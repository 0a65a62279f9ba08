"""What a hand at the keyboard, a small window and a long name meet (WCAG 2.2: 2.4.3, 2.4.7, 2.4.11, 1.4.10)."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from meetings.models import Meeting
from tests.browser.conftest import open_context
from tests.cast import Cast, a_contact, a_goal, a_meeting
from tests.followups.builders import Kind, a_followup
from tests.meetings.builders import invited
from tests.sampling import one_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = [(390, 844), (640, 450), (320, 256)]
LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflegeun"
# What has the focus, and what lies above its middle, its first and its last letters.
COVERED = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  if (here === document.body || !box.width) return "";
  const middle = (box.top + box.bottom) / 2, left = box.left + Math.min(box.width, innerWidth) / 2;
  const above = document.elementFromPoint(Math.min(Math.max(left, 1), innerWidth - 1), middle);
  if (above && (here.contains(above) || above.contains(here) || above.closest("label")?.control === here)) return "";
  return `${here.tagName} ${here.textContent.trim().slice(0, 30)} at ${Math.round(middle)} of ${innerHeight}`;
}"""


# Collects in `heard` what the one announcer says.
LISTEN = """() => {
  const said = document.getElementById("said");
  window.heard = [];
  const listen = new MutationObserver(() => { if (said.textContent) heard.push(said.textContent); });
  listen.observe(said, { childList: true });
}"""


def signed_in(
    browser: Browser, base: str, user: User, *, width: int, height: int = 900, workers: str = "block"
) -> Page:
    client = Client()
    client.force_login(user)
    context = open_context(browser, base, width=width, workers=workers)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}])
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    return page


@pytest.fixture
def at(chromium: Browser, live_server: object, cast: Cast) -> Iterator[object]:
    """Opens Amina's pages in a window of a size."""
    pages: list[Page] = []

    def opened(width: int, height: int) -> Page:
        pages.append(signed_in(chromium, live_server.url, cast.amina, width=width, height=height))  # type: ignore[attr-defined]
        return pages[-1]

    yield opened
    for page in pages:
        page.context.close()


def paths(amina: User) -> list[str]:
    a_goal(amina)
    a_followup(amina, Kind.NUDGE, now=timezone.now())
    meeting = Meeting.objects.latest("pk")
    names = ("meetings:show", "meetings:person", "meetings:time")
    return [
        "/",
        reverse("contacts:index"),
        reverse("contacts:add"),
        meeting.contact.get_absolute_url(),
        *(reverse(name, args=[meeting.pk]) for name in names),
    ]


@pytest.mark.parametrize(("width", "height"), one_in(3, SIZES))
def test_a3_nothing_covers_what_has_the_focus(at: object, cast: Cast, width: int, height: int) -> None:
    page = at(width, height)  # type: ignore[operator]
    covered = {}
    for path in paths(cast.amina):
        page.goto(path)
        for _stop in range(90):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            if found := page.evaluate(COVERED):
                covered[path, found] = True
    assert list(covered) == []


def test_a6_a_menu_closes_when_the_focus_leaves_it_and_on_escape(at: object, cast: Cast) -> None:
    a_followup(cast.amina, Kind.NUDGE, now=timezone.now())
    page = at(1280, 900)  # type: ignore[operator]
    page.goto("/")
    for menu in ("details.you", "details.not-now"):
        opened = page.locator(f"{menu}[open]")
        page.locator(f"{menu} > summary").first.focus()
        page.keyboard.press("Enter")
        expect(opened).to_have_count(1)
        page.keyboard.press("Escape")
        expect(opened).to_have_count(0)
        expect(page.locator(f"{menu} > summary").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(opened).to_have_count(1)
        page.keyboard.press("Shift+Tab")
        expect(opened).to_have_count(0)


def test_a9_the_rail_has_no_stop_that_does_nothing(at: object, cast: Cast) -> None:
    meeting = a_meeting(cast.amina)
    page = at(1280, 900)  # type: ignore[operator]
    page.goto(reverse("meetings:person", args=[meeting.pk]))
    expect(page.locator(".rail > details > summary")).to_be_hidden()
    expect(page.locator(".rail-head")).to_be_visible()


@pytest.mark.parametrize("width", one_in(3, [320, 390, 1280]))
def test_a12_a_name_without_a_blank_wraps(at: object, cast: Cast, width: int) -> None:
    contact = a_contact(cast.amina, LONG, organisation=LONG)
    meeting = a_meeting(cast.amina, contact)
    meeting.ask(now=timezone.now(), channel="email")
    page = at(width, 844)  # type: ignore[operator]
    wide = {}
    for path in ("/", "/people/", contact.get_absolute_url(), "/meetings/", meeting.get_absolute_url()):
        page.goto(path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[path] = over
    assert wide == {}


@pytest.mark.slow
def test_a1_the_zone_that_is_shown_is_announced(at: object, cast: Cast) -> None:
    reply = invited(cast.amina, now=timezone.now())
    page = at(390, 844)  # type: ignore[operator]
    page.goto(f"/r/{reply.make_link(now=timezone.now())}/")
    page.wait_for_load_state("networkidle")
    page.evaluate(LISTEN)
    page.get_by_text("Show another time zone").click()
    for typed, news in (
        ("Osaka", "Times shown for Tokyo."),
        ("Kathmandu", "Times shown for Kathmandu."),
        ("BST", "There are several places called “BST”. Which one?"),
    ):
        page.get_by_label("City of your time zone").fill(typed)
        page.wait_for_function("() => heard.length")
        page.wait_for_timeout(300)
        assert page.evaluate("heard.splice(0)") == [news]
        expect(page.locator("main")).to_contain_text(news)
    page.get_by_role("radio", name="Dhaka, now").check()
    page.wait_for_function("() => heard.length")
    assert page.evaluate("heard.splice(0)") == ["Times shown for Dhaka."]
    expect(page.get_by_role("radio", name="Dhaka, now")).to_be_focused()


def test_a5_saved_is_said_once(at: object, cast: Cast) -> None:
    meeting = a_meeting(cast.amina)
    page = at(390, 844)  # type: ignore[operator]
    page.goto(reverse("meetings:person", args=[meeting.pk]))
    page.evaluate(LISTEN)
    page.get_by_label("I’m writing to you because").fill("You moved to seagrass.")
    page.wait_for_function("() => heard.length")
    page.wait_for_timeout(300)
    (words,) = page.evaluate("heard")
    assert words.count("Saved at") == 1


@pytest.mark.parametrize("path", ["/", "/followups/"])
def test_a_to_do_that_is_back_says_so_beside_its_focus(at: object, cast: Cast, path: str) -> None:
    a_followup(cast.amina, Kind.NUDGE, now=timezone.now())
    page = at(1280, 900)  # type: ignore[operator]
    page.goto(path)
    page.locator("details.not-now > summary").first.press("Enter")
    page.get_by_role("button", name="Tomorrow").first.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.wait_for_timeout(100)
    page.evaluate(LISTEN)
    page.keyboard.press("Enter")
    expect(page.locator("[data-focus]")).to_be_focused()
    page.wait_for_function("() => heard.length")
    assert page.evaluate("heard") == ["Back on your list"]


def test_a8_a_refused_page_says_so_first(at: object, cast: Cast) -> None:
    meeting = a_meeting(cast.amina)
    page = at(390, 844)  # type: ignore[operator]
    page.goto(reverse("meetings:time", args=[meeting.pk]))
    page.get_by_label("Date").fill("2020-01-01")
    page.get_by_label("Time", exact=True).fill("10:00")
    page.get_by_role("button", name="Save time and place").click()
    expect(page).to_have_title(re.compile("^Please check: "))
    # The focus follows the title in a moment.
    page.wait_for_function("document.activeElement.matches('.wrong :is(input, select, textarea), .notice.wrong')")


def test_the_drawing_is_walked_by_keyboard_and_scrolls_in_its_own_box(at: object, cast: Cast) -> None:
    first = a_contact(cast.amina, LONG)
    second = a_contact(cast.amina, "Wei Chen", email="", referred_by=first)
    a_contact(cast.amina, "Kofi Mensah", email="", referred_by=second)
    page = at(320, 600)  # type: ignore[operator]
    page.goto(reverse("contacts:tree"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    drawing = page.get_by_role("region", name="Diagram of who suggested who")
    drawing.focus()
    for name in (LONG, "Wei Chen", "Kofi Mensah"):
        page.keyboard.press("Tab")
        link = drawing.get_by_role("link", name=name)
        expect(link).to_be_focused()
        expect(link.locator("rect")).to_be_in_viewport()
        assert page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kofi Mensah", level=1)).to_be_visible()


@pytest.mark.slow
def test_help_is_in_one_place_on_every_page(at: object, cast: Cast) -> None:
    reply = invited(cast.amina, now=timezone.now())
    page = at(1280, 900)  # type: ignore[operator]
    for path in (*paths(cast.amina), f"/r/{reply.make_link(now=timezone.now())}/", reverse("account_login")):
        page.goto(path)
        expect(page.locator("footer.foot").get_by_role("link", name="Help")).to_be_visible()
