"""A contact in another time zone answers on their own page: on a phone, by keyboard, without script or account."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accounts.models import User
from core import times
from meetings.models import Meeting, Reply
from tests.browser.test_axe import AXE, WCAG, faults
from tests.meetings.builders import anew, asked

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
THERE = "America/New_York"


@pytest.fixture
def reply(amina: User) -> Reply:
    now = timezone.now()
    noon = (now + timedelta(days=3)).replace(hour=16, minute=0, second=0, microsecond=0)
    offered = [noon, noon + timedelta(days=1, hours=2)]
    return Reply.offer(asked(amina, now=now), now=now, times=offered)


@pytest.fixture
def link(reply: Reply) -> str:
    return f"/r/{reply.make_link(now=timezone.now())}/"


def a_context(chromium: Browser, base: str, *, width: int = 320, script: bool = True) -> BrowserContext:
    """A browser without a session in New York."""
    context = chromium.new_context(
        base_url=base,
        viewport={"width": width, "height": 640},
        java_script_enabled=script,
        timezone_id=THERE,
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def phone(chromium: Browser, live_server: object) -> Iterator[Page]:
    context = a_context(chromium, live_server.url)  # type: ignore[attr-defined]
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(chromium: Browser, live_server: object) -> Iterator[Page]:
    context = a_context(chromium, live_server.url, script=False)  # type: ignore[attr-defined]
    yield context.new_page()
    context.close()


def label(reply: Reply, nth: int = 1, zone: str = THERE) -> str:
    starts_at = reply.offers.get(position=nth).starts_at
    return times.say(starts_at, zone, until=starts_at + reply.meeting.duration)


def wrong(page: Page) -> list[str]:
    """What keeps somebody out of the page as it stands, by day and by night; and whether it is too wide."""
    page.emulate_media(color_scheme="light")
    found = faults(page, WCAG)
    page.emulate_media(color_scheme="dark")
    found += faults(page, ["color-contrast"])
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["too wide"] if wide else [])]


def test_chooses_a_time_on_their_own_clock_by_keyboard(phone: Page, reply: Reply, link: str) -> None:
    phone.goto(link)
    first = phone.get_by_role("radio", name=label(reply))
    expect(first).to_be_visible()
    assert wrong(phone) == []
    first.focus()
    phone.keyboard.press("Space")
    expect(phone.get_by_role("radio", name="By phone")).to_be_visible()
    assert wrong(phone) == []
    phone.get_by_role("radio", name="Online").focus()
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("Tab")
    phone.keyboard.type("+1 212 555 0100")
    phone.get_by_role("button", name="Send my reply").press("Enter")
    expect(phone.get_by_role("heading", name="You’ll talk with Amina Yusuf")).to_be_visible()
    starts_at = reply.offers.get(position=1).starts_at
    clocks = Meeting.objects.get().in_words(THERE, "Europe/Berlin")
    expect(phone.locator("main")).to_contain_text(f"{clocks.mine} {clocks.theirs}")
    assert wrong(phone) == []
    meeting = Meeting.objects.get()
    assert (meeting.starts_at, meeting.mode, meeting.place) == (starts_at, "phone", "+1 212 555 0100")
    assert meeting.contact_zone == THERE


@pytest.mark.slow
def test_a_choice_survives_another_zone(phone: Page, reply: Reply, link: str) -> None:
    phone.goto(link)
    phone.get_by_role("radio", name=label(reply, 2)).check()
    phone.get_by_text("Show another time zone").click()
    phone.get_by_label("City of your time zone").fill("Nepal")
    expect(phone.get_by_text("Nepal, now")).to_be_visible()
    expect(phone.get_by_role("radio", name=label(reply, 2, "Asia/Kathmandu"))).to_be_checked()


def test_w2_a_choice_made_while_other_times_are_on_their_way_stays(phone: Page, reply: Reply, link: str) -> None:
    second = "document.querySelectorAll('[name=answer]')[1]"
    phone.add_init_script(f"addEventListener('htmx:beforeSend', () => {{ {second}.checked = true; }})")
    with phone.expect_response(lambda response: "HX-Request" in response.request.headers or "zone=" in response.url):
        phone.goto(link)
    expect(phone.get_by_role("radio", name=label(reply, 2))).to_be_checked()


@pytest.mark.slow
def test_only_what_belongs_to_the_answer_is_asked(phone: Page, link: str) -> None:
    phone.goto(link)
    expect(phone.get_by_label("Their name")).to_be_hidden()
    expect(phone.get_by_label("Message (optional)")).to_be_hidden()
    for answer, field in (
        ("Suggest another time or place", "Or a part of the day"),
        ("Not now, maybe later", "Not before"),
        ("I know someone who could help more", "Their name"),
    ):
        phone.get_by_role("radio", name=answer).check()
        expect(phone.get_by_label(field)).to_be_visible()
        assert wrong(phone) == []


@pytest.mark.slow
def test_an_hour_of_their_own_is_read_on_the_clock_of_their_device(phone: Page, reply: Reply, link: str) -> None:
    Reply.offer(reply.meeting, now=timezone.now(), times=[])
    phone.goto(link)
    phone.get_by_role("radio", name="Yes, and I’ll suggest a time").check()
    expect(phone.get_by_label("City of your time zone")).to_have_value(THERE)
    assert wrong(phone) == []
    phone.get_by_label(re.compile("^Date")).fill((timezone.now() + timedelta(days=9)).date().isoformat())
    phone.get_by_label("Time, in your time zone").fill("12:30")
    phone.get_by_role("button", name="Send my reply").click()
    expect(phone.locator("main")).to_contain_text("12:30–12:50, New York time")


def test_answers_without_script(plain: Page, reply: Reply, link: str) -> None:
    plain.goto(link)
    expect(plain.get_by_role("radio", name=label(reply, zone="Africa/Accra"))).to_be_visible()
    plain.get_by_text("Show another time zone").click()
    plain.get_by_role("radio", name="Suggest another time or place").check()
    plain.get_by_label("Message (optional)").fill("Any day but Monday.")
    plain.get_by_label("City of your time zone").fill("Boston")
    plain.get_by_role("button", name="Show the times there").click()
    expect(plain.get_by_role("radio", name=label(reply))).to_be_visible()
    expect(plain.get_by_text("Boston, United States, now")).to_be_visible()
    expect(plain.get_by_label("Message (optional)")).to_have_value("Any day but Monday.")
    day = (timezone.now() + timedelta(days=9)).date()
    plain.get_by_label(re.compile("^Date")).fill(day.isoformat())
    plain.get_by_label("Time, in your time zone").fill("12:30")
    plain.get_by_role("button", name="Send my reply").click()
    expect(plain.get_by_role("heading", name="Thank you for suggesting a time")).to_be_visible()
    both = re.compile(r"12:30–12:50, New York time\s+\d+:30–\d+:50, Berlin time")
    expect(plain.locator("main")).to_contain_text(both)
    assert anew(reply).waits


def test_changes_calls_off_and_erases(phone: Page, reply: Reply, link: str) -> None:
    phone.goto(link)
    phone.get_by_role("radio", name=label(reply, 2)).check()
    phone.get_by_role("button", name="Send my reply").click()
    phone.get_by_role("link", name="Change or cancel").click()
    phone.get_by_role("radio", name="I can’t make it").check()
    assert wrong(phone) == []
    phone.get_by_role("button", name="Send my reply").click()
    expect(phone.get_by_role("heading", name="It’s cancelled")).to_be_visible()
    phone.get_by_role("link", name="What Amina has saved about you").click()
    expect(phone.get_by_role("button", name="Delete my details")).to_be_visible()
    assert wrong(phone) == []
    phone.get_by_role("button", name="Delete my details").click()
    expect(phone.get_by_role("heading", name="Your details are deleted")).to_be_visible()
    phone.goto(link)
    expect(phone.get_by_role("heading", name="This link doesn’t work")).to_be_visible()
    assert wrong(phone) == []
