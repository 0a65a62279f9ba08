"""The letter leaves the page as it stands there: nothing that is pressed beside it goes astray, saved or not."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from meetings.models import Meeting
from tests.browser.agenda import sign_in
from tests.browser.test_ask import SECRET
from tests.cast import Cast, a_meeting
from tests.sampling import one_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Longer than an answer takes, as somebody presses who is not in a hurry.
HELD = 700


@pytest.fixture
def meeting(cast: Cast, desk: Page, live_server: object) -> Meeting:
    """A conversation of Amina's, who is signed in at her desk."""
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    return a_meeting(cast.amina)


def hold(button: Locator) -> None:
    button.hover()
    button.page.mouse.down()
    button.page.wait_for_timeout(HELD)
    button.page.mouse.up()


def test_w4_a_line_of_the_letter_is_put_in_by_a_slow_press(desk: Page, meeting: Meeting) -> None:
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    letter = desk.get_by_label("Your message")
    letter.fill("Dear Dr. Osei, may I ask you for 20 minutes?")
    button = desk.get_by_role("button", name="Add the link")
    expect(button).to_be_visible()
    letter.press_sequentially(" Thank you.")
    hold(button)
    expect(letter).to_have_value(SECRET)


def test_w16_an_email_opened_before_the_words_are_saved_has_them(desk: Page, meeting: Meeting) -> None:
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    desk.route("**/letters/**", lambda route: route.abort())
    desk.get_by_label("Subject").fill("20 minutes & seagrass?")
    letter = desk.get_by_label("Your message")
    letter.fill("Dear Dr. Osei,\nmay I ask you for 20 minutes?")
    opened = desk.get_by_role("link", name="Open in my email app")
    opened.click()
    there = urlsplit(opened.get_attribute("href") or "")
    assert there.path == "efua.osei@example.org"
    assert parse_qs(there.query) == {
        "subject": ["20 minutes & seagrass?"],
        "body": ["Dear Dr. Osei,\r\nmay I ask you for 20 minutes?"],
    }


@pytest.mark.parametrize(
    "clipboard", one_in(2, ["undefined", "{writeText: () => Promise.reject(new Error('refused'))}"])
)
def test_w17_copying_says_when_it_failed(clipboard: str, desk: Page, meeting: Meeting) -> None:
    desk.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{value: {clipboard}}})")
    desk.goto(f"/meetings/{meeting.pk}/ask/?channel=email")
    box = desk.locator("#id_body")
    box.fill(box.input_value() + "\n" + "More words. " * 200)
    expect(desk.locator("#way-out")).to_contain_text("too long to open in your email app")
    # Leaving the field saves once more, and draws anew what stands around the button; the sentence stays.
    with desk.expect_response("**/letters/**"):
        desk.get_by_role("button", name="Copy message").first.click()
    desk.wait_for_timeout(200)
    expect(desk.locator("#way-out + .told")).to_contain_text("Your browser didn’t copy it.")
    assert desk.evaluate(
        "() => { const e = document.getElementById('id_body');"
        " return e.selectionEnd - e.selectionStart === e.value.length && e.value.length > 100; }"
    )
