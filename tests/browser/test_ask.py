"""Amina offers a time, sees the link in her letter, sends it, and says on which day it went."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings.models import Meeting, Reply
from meetings.models.offer import Offer
from tests.browser.test_access import LISTEN
from tests.browser.test_calendar import email
from tests.browser.walk import Walk, in_days
from tests.cast import Cast, a_meeting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["email"]
SECRET = re.compile(r"/r/[A-Za-z0-9_-]{43}/")


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return a_meeting(cast.amina, now=timezone.now() - timedelta(days=3))


@pytest.fixture(params=["phone", pytest.param("desk", marks=pytest.mark.slow), "plain_desk"])
def walk(request: pytest.FixtureRequest, email: str) -> Iterator[Walk]:
    walk = Walk(request.getfixturevalue(request.param))
    walk.sign_in(email)
    yield walk
    assert walk.faults == []


def offer_a_time(walk: Walk, meeting: Meeting) -> None:
    walk.page.goto(reverse("meetings:ask", args=[meeting.pk]))
    heads = walk.page.locator("main h2").all_inner_texts()
    assert [head for head in heads if head[:1].isdigit()] == ["1 Times to offer", "2 Your message", "3 Send"]
    walk.page.get_by_text("Offer times (optional)").click()
    walk.fill("Date 1", in_days(5))
    # Half past one at night in Accra.
    walk.fill("Time 1", "02:30" if timezone.localtime().utcoffset() else "01:30")
    # A letter names what is by day for its reader.
    walk.fill("Date 2", in_days(6))
    walk.fill("Time 2", "12:00")
    walk.press("Offer these times")
    walk.sees("Their page shows these times now, and your message mentions some of them.")
    walk.sees("for them. Another time may be better.")


def test_offer_a_time_see_the_link_send_and_say_when_it_went(walk: Walk, meeting: Meeting) -> None:
    offer_a_time(walk, meeting)
    letter = walk.page.get_by_label("Your message")
    expect(letter).to_have_value(SECRET)
    expect(letter).to_have_value(re.compile("For example, I'm free on"))
    mail = walk.page.get_by_role("link", name="Open in my email app").get_attribute("href") or ""
    assert f"%2Fr%2F{Reply.objects.get().secret}%2F" in mail
    walk.page.get_by_text("Yes, on an earlier day").click()
    yesterday = timezone.localdate() - timedelta(days=1)
    walk.fill("Which day was that?", yesterday.isoformat())
    walk.press("Mark as sent on this day")
    walk.sees("Your link works until")
    sent = Meeting.objects.get().asked_at
    assert sent is not None
    assert timezone.localdate(sent) == yesterday


def test_the_day_it_went_saves_no_letter_and_says_nothing(desk: Page, email: str, meeting: Meeting) -> None:
    Walk(desk).sign_in(email)
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    sent, line = list[str](), desk.locator("#saved-letter")
    desk.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    desk.evaluate(LISTEN)
    desk.get_by_text("Yes, on an earlier day").click()
    desk.get_by_label("Which day was that?").press_sequentially("11112026")
    expect(desk.get_by_label("Which day was that?")).to_have_value("2026-11-11")
    # Longer than what saves itself waits.
    desk.wait_for_timeout(1_500)
    assert (sent, desk.evaluate("heard")) == ([], [])
    expect(line).to_be_empty()
    # Nor does the device keep it; a word of the letter still saves itself.
    assert desk.evaluate("localStorage.length") == 0
    desk.get_by_label("Your message").press_sequentially("x")
    expect(line).to_contain_text("Saved at")
    assert len(sent) == 1


def test_the_device_keeps_the_words_without_the_secret(desk: Page, email: str, meeting: Meeting) -> None:
    Walk(desk).sign_in(email)
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    letter = desk.get_by_label("Your message")
    expect(letter).to_have_value(SECRET)
    desk.route("**/letters/**", lambda route: route.abort())
    words = letter.input_value().replace("Thank you", "Thank you very much")
    letter.fill(words)
    kept = desk.evaluate("() => JSON.stringify(localStorage)")
    assert "Thank you very much" in kept
    assert "[link]" in kept
    assert not SECRET.search(kept)
    desk.unroute("**/letters/**")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    expect(letter).to_have_value(words)


@pytest.mark.slow
def test_a_letter_without_its_line_says_so_and_gets_it_back(desk: Page, email: str, meeting: Meeting) -> None:
    walk = Walk(desk)
    walk.sign_in(email)
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    letter = desk.get_by_label("Your message")
    letter.fill("Dear Dr. Osei, may I ask you for 20 minutes?")
    expect(desk.locator("#letter-state")).to_contain_text("Your message has no link")
    walk.press("Add the link")
    expect(letter).to_have_value(SECRET)
    expect(desk.locator("#letter-state")).to_contain_text("Your message includes a link")
    assert walk.faults == []


@pytest.mark.slow
def test_the_focus_stays_beside_the_letter_while_it_is_saved(desk: Page, email: str, meeting: Meeting) -> None:
    walk = Walk(desk)
    walk.sign_in(email)
    offer_a_time(walk, meeting)
    letter = desk.get_by_label("Your message")
    for control in ("Show the link", "Add the times"):
        words = "Dear Dr. Osei, may I ask you for 20 minutes?\n" if control == "Add the times" else ""
        letter.fill(f"{words}{letter.input_value().split('For example')[0] if words else letter.input_value()} ")
        expect(desk.locator("#saved-letter")).to_contain_text("Saved at")
        here = desk.get_by_text(control, exact=True)
        letter.press("End")
        with desk.expect_response("**/letters/**"):
            letter.press("x")
            here.focus()
        expect(desk.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
        expect(here).to_be_focused()


@pytest.mark.slow
def test_times_that_are_not_offered_are_asked_about_when_the_letter_went(
    desk: Page, email: str, meeting: Meeting
) -> None:
    asked: list[str] = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    Walk(desk).sign_in(email)
    desk.goto(reverse("meetings:ask", args=[meeting.pk]))
    desk.get_by_text("Offer times (optional)").click()
    desk.get_by_label("Date 1").fill(in_days(5))
    desk.get_by_role("button", name="Yes, today").click(no_wait_after=True)
    desk.wait_for_function("() => document.querySelector('form.letter').ariaBusy === null", timeout=5_000)
    assert asked == ["beforeunload"]
    expect(desk.get_by_label("Date 1")).to_have_value(in_days(5))


def test_without_script_words_and_times_go_along_together(plain_desk: Page, email: str, meeting: Meeting) -> None:
    page, walk = plain_desk, Walk(plain_desk)
    walk.sign_in(email)
    page.goto(reverse("meetings:ask", args=[meeting.pk]))
    letter = page.get_by_label("Your message")
    letter.fill(letter.input_value().replace("Thank you", "Truly, thank you"))
    page.get_by_text("Offer times (optional)").click()
    walk.fill("Date 1", in_days(5))
    walk.fill("Time 1", "15:00")
    # Enter in the letter saves, and offers nothing.
    page.get_by_label("Subject").press("Enter")
    walk.sees("You haven’t offered the times below yet.")
    expect(letter).to_have_value(re.compile("Truly, thank you"))
    assert not Offer.objects.exists()
    letter.fill(letter.input_value().replace("Truly", "Once more"))
    walk.press("Offer these times")
    expect(letter).to_have_value(re.compile("Once more, thank you"))
    page.get_by_text("Change the times").click()
    walk.fill("Date 2", in_days(6))
    walk.fill("Time 2", "16:00")
    walk.press("Yes, today")
    walk.sees("You haven’t offered the times below yet.")
    expect(page.get_by_label("Date 2")).to_have_value(in_days(6))
    expect(page.get_by_label("Time 2")).to_have_value("16:00")
