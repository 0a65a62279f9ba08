"""Words typed into forms, in a real browser: kept on the device, sent when they can be, and never said to be saved."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Dialog, Page, Route, expect

from accounts.models import User
from contacts.models import Contact
from goals.models import Goal
from meetings.models import Meeting
from notes.models import Debrief
from tests.browser.test_calendar import email
from tests.browser.walk import Walk
from tests.cast import Cast, a_meeting
from tests.sampling import one_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["email"]

AWAY = (
    "No connection. We’ve kept your words on this device. Leave this page open, and we’ll send them once you’re online."
)
OUT = "You were signed out. We’ve kept your words on this device."


def sign_in(page: Page, user: User, base: str) -> None:
    client = Client()
    client.force_login(user)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    page.context.add_cookies([{**cookie, "url": base}])


@pytest.fixture
def mine(desk: Page, cast: Cast, live_server: object) -> Iterator[Page]:
    """Amina's desk, signed in; no script of it fails."""
    wrong: list[str] = []
    desk.on("pageerror", lambda error: wrong.append(str(error)))
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    yield desk
    assert wrong == []


@pytest.fixture
def talk(cast: Cast) -> Meeting:
    return a_meeting(cast.amina)


@pytest.fixture
def held(talk: Meeting) -> Meeting:
    """A conversation that is over, to look back on."""
    began = timezone.now() - timedelta(hours=2)
    talk.arrange(now=began - timedelta(days=1), starts_at=began, minutes=20, mode="phone")
    talk.hold(now=timezone.now())
    return talk


def bar(page: Page, words: str) -> None:
    expect(page.locator(".draft p").filter(has_text=words)).to_be_visible()


def kept(page: Page) -> list[str]:
    return page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('halfhour:'))")


def no_post(route: Route) -> None:
    """A network that loses what is sent, while pages load."""
    route.abort() if route.request.method == "POST" else route.continue_()


def returns(page: Page) -> None:
    """The network is back, and the window is looked at."""
    page.context.set_offline(False)
    page.evaluate("() => { window.dispatchEvent(new Event('focus')); }")


@pytest.mark.slow
def test_w1_a_token_of_before_signing_in_again(mine: Page, held: Meeting, live_server: object) -> None:
    mine.goto(f"/meetings/{held.pk}/debrief/")
    box = mine.get_by_label("One thing I learned")
    box.fill("Ask early.")
    expect(mine.locator("#saved-debrief")).to_contain_text("Saved at")
    Session.objects.all().delete()
    mine.context.clear_cookies()
    box.fill("Ask early, and twice.")
    bar(mine, OUT)
    expect(mine.locator("#saved-debrief")).to_be_empty()
    sign_in(mine, held.owner, live_server.url)  # type: ignore[attr-defined]
    returns(mine)
    expect(mine.locator("#saved-debrief")).to_contain_text("Saved at")
    expect(mine.locator(".draft")).to_have_count(0)
    assert Debrief.objects.visible_to(held.owner).get().learned_one == "Ask early, and twice."
    assert kept(mine) == []


def test_w3_what_was_typed_after_the_first_save_made_the_row_outlives_the_page(mine: Page, held: Meeting) -> None:
    mine.goto(f"/meetings/{held.pk}/debrief/")
    box = mine.get_by_label("One thing I learned")
    box.fill("Ask early.")
    expect(mine.locator("#saved-debrief")).to_contain_text("Saved at")
    mine.route("**/debrief/", no_post)
    box.fill("Ask early, and twice.")
    bar(mine, AWAY)
    mine.reload()
    bar(mine, "Not saved yet")
    expect(box).to_have_value("Ask early, and twice.")


def test_w3_what_was_typed_without_a_network_is_sent_when_it_returns(mine: Page, talk: Meeting) -> None:
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.context.set_offline(True)
    mine.get_by_label("I’m writing to you because").fill("You moved from a bank to seagrass")
    bar(mine, AWAY)
    returns(mine)
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")
    assert Meeting.objects.visible_to(talk.owner).get(pk=talk.pk).why_them == "You moved from a bank to seagrass"


@pytest.mark.slow
def test_w3_a_look_at_the_window_begins_the_pauses_anew(mine: Page, talk: Meeting) -> None:
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.route("**/person/", no_post)
    mine.get_by_label("I’m writing to you because").fill("You moved to seagrass")
    bar(mine, AWAY)
    for _time in range(6):
        with mine.expect_event("requestfailed"):
            mine.evaluate("() => { window.dispatchEvent(new Event('focus')); }")
    mine.unroute("**/person/")
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")


def test_w4_pressed_without_a_network(mine: Page, talk: Meeting) -> None:
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.context.set_offline(True)
    mine.get_by_label("I’m writing to you because").fill("You moved to seagrass")
    mine.get_by_role("button", name="Save and continue").click()
    bar(mine, AWAY)
    expect(mine).to_have_url(re.compile("/person/$"))
    returns(mine)
    mine.wait_for_url(lambda url: not url.endswith("/person/"))
    assert Meeting.objects.visible_to(talk.owner).get(pk=talk.pk).why_them == "You moved to seagrass"
    assert kept(mine) == []


@pytest.mark.slow
def test_w4_the_button_does_not_move_under_a_finger_that_presses(mine: Page, talk: Meeting) -> None:
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.context.set_offline(True)
    mine.get_by_label("I’m writing to you because").fill("You moved to seagrass")
    button = mine.get_by_role("button", name="Save and continue")
    button.hover()
    with mine.expect_event("requestfailed"):
        # Leaving the field sets off a save of its own, which fails while the button is held.
        mine.mouse.down()
    mine.mouse.up()
    bar(mine, AWAY)
    returns(mine)
    mine.wait_for_url(lambda url: not url.endswith("/person/"))


def test_w4_what_arrived_without_an_answer_is_made_once_from_a_page_loaded_anew_too(mine: Page, cast: Cast) -> None:
    def lose_answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort()
        else:
            route.continue_()

    mine.route("**/people/add/", lose_answer)
    mine.goto("/people/add/")
    mine.locator("#id_name").fill("Dr. Efua Osei")
    mine.get_by_label("How do you know them?").select_option(label="Met at an event")
    mine.get_by_role("button", name="Add this person").click()
    bar(mine, AWAY)
    mine.goto("/people/add/")
    mine.unroute("**/people/add/")
    bar(mine, "Not saved yet")
    mine.get_by_role("button", name="Add this person").click()
    expect(mine.get_by_role("heading", name="Dr. Efua Osei")).to_be_visible()
    assert Contact.objects.visible_to(cast.amina).count() == 1


@pytest.mark.parametrize(
    "storage",
    one_in(
        2,
        [
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})",
            "localStorage.full = 'x'.repeat(5 * 1024 * 1024 - 'full'.length)",
        ],
    ),
    ids=["refused", "full"],
)
def test_w1_a_device_that_keeps_nothing_is_not_said_to_keep_it(mine: Page, held: Meeting, storage: str) -> None:
    mine.add_init_script(storage)
    mine.goto(f"/meetings/{held.pk}/debrief/")
    mine.route("**/debrief/", no_post)
    mine.get_by_label("One thing I learned").fill("Ask early.")
    bar(mine, "Not saved. Your words are only on this page, so keep it open. We’ll keep trying.")
    mine.unroute("**/debrief/")
    returns(mine)
    expect(mine.locator("#saved-debrief")).to_contain_text("Saved at")
    mine.goto(f"/meetings/{held.pk}/meet/")
    mine.get_by_label("Your notes").first.fill("She began at a desk.")
    expect(mine.locator("form[data-note] [data-line]").first).to_contain_text("Saved at")


@pytest.mark.slow
def test_w1_signed_out_in_another_tab(email: str, mine: Page, cast: Cast) -> None:
    mine.goto("/goals/aim/")
    mine.get_by_role("radio").first.check()
    mine.get_by_label("What’s it about?").fill("Marine conservation")
    mine.get_by_label("What do you want to learn").fill("I know a usual week.")
    other = mine.context.new_page()
    other.goto("/people/")
    other.locator("details.you summary").click()
    other.get_by_role("button", name="Sign out", exact=True).click()
    other.get_by_role("button", name="Sign out and delete them").click()
    other.wait_for_url("**/login/**")
    mine.get_by_role("button", name="Save the goal").click()
    bar(mine, OUT)
    mine.locator(".draft").get_by_role("link", name="Sign in").click()
    Walk(mine).fill("mail address", email)
    mine.locator("input[type=password]").fill("halfhour-demo")
    mine.locator("input[type=password]").press("Enter")
    mine.wait_for_url("**/goals/aim/")
    expect(mine.get_by_label("What’s it about?")).to_have_value("Marine conservation")


def test_w5_a_lapsed_session_comes_back_to_the_words(email: str, mine: Page, cast: Cast) -> None:
    mine.goto("/people/add/")
    mine.locator("#id_name").fill("Dr. Efua Osei")
    mine.get_by_label("I’m writing to you because").fill("You gave the talk on seagrass.")
    mine.get_by_label("How do you know them?").select_option(label="Met at an event")
    mine.context.clear_cookies()
    mine.get_by_role("button", name="Add this person").click()
    bar(mine, OUT)
    mine.locator(".draft").get_by_role("link", name="Sign in").click()
    Walk(mine).fill("mail address", email)
    mine.locator("input[type=password]").fill("halfhour-demo")
    mine.locator("input[type=password]").press("Enter")
    mine.wait_for_url("**/people/add/")
    bar(mine, "Not saved yet")
    expect(mine.get_by_label("I’m writing to you because")).to_have_value("You gave the talk on seagrass.")
    mine.get_by_role("button", name="Use these words", exact=True).click()
    mine.get_by_role("button", name="Add this person").click()
    expect(mine.get_by_role("heading", name="Dr. Efua Osei")).to_be_visible()
    assert Contact.objects.visible_to(cast.amina).get().known == "event"
    assert kept(mine) == []


def test_w6_a_draft_comes_back_and_can_be_thrown_away(mine: Page) -> None:
    for _time in range(2):
        mine.goto("/goals/aim/")
        mine.get_by_role("radio").first.check()
        mine.get_by_label("What’s it about?").fill("Marine conservation")
        mine.goto("/people/")
        mine.goto("/goals/aim/")
        bar(mine, "Not saved yet")
        expect(mine.get_by_label("What’s it about?")).to_have_value("Marine conservation")
        expect(mine.get_by_role("radio").first).to_be_checked()
        mine.get_by_role("button", name="Discard").click()
        expect(mine.get_by_label("What’s it about?")).to_have_value("")
        expect(mine.locator(".draft")).to_have_count(0)
    assert kept(mine) == []


@pytest.mark.slow
def test_w6_what_nobody_came_back_to_for_thirty_days_leaves_the_device(mine: Page, held: Meeting) -> None:
    older = """days => { for (const [key, was] of Object.entries(localStorage))
        localStorage[key] = JSON.stringify({...JSON.parse(was), "": JSON.parse(was)[""] - days * 864e5}); }"""
    mine.goto("/goals/aim/")
    mine.get_by_label("What’s it about?").fill("Marine conservation")
    mine.goto(f"/meetings/{held.pk}/meet/")
    mine.route("**/notes/**", no_post)
    mine.get_by_label("Your notes").first.fill("She began at a desk.")
    assert len(kept(mine)) == 2
    mine.goto("/people/")
    mine.evaluate(older, 29)
    mine.reload()
    assert len(kept(mine)) == 2
    mine.evaluate(older, 2)
    mine.reload()
    mine.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('halfhour:'))")


def test_w6_back_brings_the_words_and_says_that_they_are_not_saved(mine: Page, talk: Meeting) -> None:
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.route("**/person/", no_post)
    box = mine.get_by_label("I’m writing to you because")
    box.fill("You moved to seagrass")
    bar(mine, AWAY)
    mine.goto("/people/")
    mine.go_back()
    mine.unroute("**/person/")
    bar(mine, "Not saved yet")
    expect(box).to_have_value("You moved to seagrass")
    mine.get_by_role("button", name="Use these words", exact=True).click()
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")
    assert Meeting.objects.visible_to(talk.owner).get(pk=talk.pk).why_them == "You moved to seagrass"


def test_another_member_does_not_meet_the_draft(mine: Page, cast: Cast, live_server: object) -> None:
    mine.goto("/goals/aim/")
    mine.get_by_role("radio").first.check()
    mine.get_by_label("What’s it about?").fill("Only mine")
    mine.get_by_label("What do you want to learn").fill("What I alone know.")
    mine.context.clear_cookies()
    sign_in(mine, cast.bo, live_server.url)  # type: ignore[attr-defined]
    mine.get_by_role("button", name="Save the goal").click()
    bar(mine, OUT)
    mine.goto("/goals/aim/")
    expect(mine.get_by_label("What’s it about?")).to_have_value("")
    assert not Goal.objects.visible_to(cast.bo).exists()
    mine.locator("details.you summary").click()
    mine.get_by_role("button", name="Sign out").click()
    mine.wait_for_url("**/login/**")
    assert kept(mine) == []


def test_leaving_with_unsaved_words_asks_first(mine: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss() if len(asked) == 1 else dialog.accept()

    mine.on("dialog", answer)
    mine.goto("/goals/aim/")
    mine.get_by_label("What’s it about?").click()
    mine.keyboard.type("Marine")
    mine.get_by_role("link", name="People").first.click(no_wait_after=True)
    mine.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    expect(mine.get_by_label("What’s it about?")).to_have_value("Marine")
    mine.goto("/people/")
    assert asked == ["beforeunload", "beforeunload"]


def test_a_refused_form_stays_and_is_no_draft_of_before(mine: Page, cast: Cast) -> None:
    mine.goto("/goals/aim/")
    mine.get_by_role("radio").first.check()
    mine.get_by_label("What’s it about?").fill("Marine conservation")
    mine.get_by_label("What do you want to learn").fill("x" * 2_100)
    mine.get_by_role("button", name="Save the goal").click()
    expect(mine.locator(".field.wrong")).to_be_visible()
    expect(mine.get_by_label("What’s it about?")).to_have_value("Marine conservation")
    mine.get_by_label("What do you want to learn").fill("I know a usual week.")
    mine.get_by_role("button", name="Save the goal").click()
    expect(mine.locator("main").get_by_text("I know a usual week.")).to_be_visible()
    assert Goal.objects.visible_to(cast.amina).count() == 1
    assert kept(mine) == []


def test_w7_a_limit_is_told_and_nothing_is_cut(mine: Page) -> None:
    mine.goto("/people/add/")
    link = mine.get_by_label("Profile or web page")
    link.fill("https://example.org/" + "x" * 375)
    expect(mine.locator("main").get_by_text("95 characters over the limit of 300.")).to_be_visible()
    assert len(link.input_value()) == 395
    link.fill("https://example.org/" + "x" * 270)
    expect(mine.locator("main").get_by_text("290 of 300 characters")).to_be_visible()
    link.fill("https://example.org/x")
    expect(mine.locator(".told:visible")).to_have_count(0)


@pytest.mark.slow
def test_what_is_too_much_says_so_and_goes_through_once_it_is_shorter(mine: Page, talk: Meeting) -> None:
    def refuse(route: Route) -> None:
        if len(route.request.post_data or "") > 1_000:
            return route.fulfill(status=413, body="<h1>nginx</h1>")
        return route.continue_()

    mine.route("**/person/", refuse)
    mine.goto(f"/meetings/{talk.pk}/person/")
    box = mine.get_by_label("I’m writing to you because")
    box.fill("x" * 1_000)
    mine.get_by_role("button", name="Save and continue").click()
    bar(mine, "Not saved, because it’s too long.")
    expect(box).to_have_value("x" * 1_000)
    box.fill("You moved to seagrass")
    mine.wait_for_url(lambda url: not url.endswith("/person/"))
    assert Meeting.objects.visible_to(talk.owner).get(pk=talk.pk).why_them == "You moved to seagrass"
