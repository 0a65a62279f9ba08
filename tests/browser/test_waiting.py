"""What waits on a phone: sent from any page, asked about at signing out, and each line true for its own field."""

import pytest
from django.urls import reverse
from playwright.sync_api import Dialog, LocatorAssertions, Page, Route, expect

from meetings.models import Meeting
from tests.browser.test_drafts import no_post
from tests.browser.test_meeting_view import box, hand, kept, opened, saved, talk, words_of
from tests.browser.test_nothing_is_lost import until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["hand", "talk"]


def leave_a_note(page: Page, meeting: Meeting, words: str) -> str:
    """Type `words` without a network, and leave the meeting view; gives the key of the question."""
    first, *_ = opened(page, meeting)
    page.route("**/meetings/**", no_post)
    box(page, first).fill(words)
    page.locator(f"#q{first} [data-ask]").click()
    # A page that is left sends once more, which the route does not see.
    page.evaluate("() => { window.fetch = () => new Promise(() => {}); }")
    page.goto("about:blank")
    page.unroute("**/meetings/**")
    assert words_of(meeting) == []
    return first


def line_of(page: Page, key: str) -> LocatorAssertions:
    return expect(page.locator(f'form[data-note="{key}"] [data-line]'))


def test_notes_are_sent_from_any_page(hand: Page, talk: Meeting) -> None:
    leave_a_note(hand, talk, "Typed in the lift.")
    hand.goto("/people/")
    expect(hand.locator("main")).to_contain_text("are saved now.")
    assert words_of(talk) == ["Typed in the lift."]
    assert kept(hand) == []


def test_any_page_says_that_notes_are_not_saved_and_sends_them_when_it_can(hand: Page, talk: Meeting) -> None:
    leave_a_note(hand, talk, "Typed in the lift.")
    hand.route("**/notes/**", no_post)
    hand.goto("/people/")
    notice = hand.locator("main .unsent")
    expect(notice).to_contain_text(f"Your notes from the conversation with {talk.contact.name} aren’t saved yet.")
    link = notice.get_by_role("link", name="Open the notes")
    expect(link).to_have_attribute("href", reverse("notes:meet", args=[talk.pk]))
    assert words_of(talk) == []
    hand.unroute("**/notes/**")
    hand.evaluate("() => { window.dispatchEvent(new Event('online')); }")
    expect(notice).to_contain_text("are saved now.")
    expect(link).to_be_hidden()
    assert words_of(talk) == ["Typed in the lift."]


def test_notes_of_a_conversation_that_is_gone_can_be_copied_and_discarded(hand: Page, talk: Meeting) -> None:
    leave_a_note(hand, talk, "Typed in the lift.")
    Meeting.objects.filter(pk=talk.pk).delete()
    hand.goto("/people/")
    notice = hand.locator("main .unsent")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("This was deleted in another window, so we can’t save it.")
    expect(notice).to_contain_text("“Typed in the lift.”")
    notice.get_by_role("button", name="Discard").click()
    expect(notice).to_have_count(0)
    # What held no words goes by itself, once the server has said that the conversation is gone.
    hand.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('halfhour:'))")


def test_no_page_sends_notes_of_a_view_that_is_open(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    hand.route("**/notes/**", no_post)
    box(hand, first).fill("Still typing.")
    line_of(hand, first).to_contain_text("You’re offline.")
    other = hand.context.new_page()
    with other.expect_response("**/waiting*.js"):
        other.goto("/people/")
    other.wait_for_load_state("networkidle")
    assert words_of(talk) == []
    assert len(kept(other)) == 1


def sign_out(page: Page) -> None:
    page.locator("details.you summary").click()
    page.get_by_role("button", name="Sign out", exact=True).click()


def test_signing_out_asks_before_notes_are_deleted(hand: Page, talk: Meeting) -> None:
    leave_a_note(hand, talk, "Only on this phone.")
    hand.route("**/notes/**", no_post)
    hand.goto("/people/")
    sign_out(hand)
    expect(hand.locator(".leaving")).to_contain_text(
        "Some of your words aren’t saved yet, and signing out deletes them."
    )
    opens = hand.locator(".leaving").get_by_role("link", name="Open them")
    expect(opens).to_be_focused()
    hand.unroute("**/notes/**")
    opens.click()
    hand.wait_for_url("**/meet/**")
    until(hand, lambda: words_of(talk) == ["Only on this phone."])
    hand.goto("/people/")
    sign_out(hand)
    hand.wait_for_url("**/login/**")


@pytest.mark.parametrize("where", ["/people/", "/account/logout/"])
def test_signing_out_asks_before_a_draft_is_deleted(hand: Page, where: str) -> None:
    hand.goto("/goals/aim/")
    hand.get_by_label("What’s it about?").fill("Marine conservation")
    hand.goto(where)
    if where == "/people/":
        sign_out(hand)
    else:
        hand.locator("main").get_by_role("button", name="Sign out").click()
    expect(hand.locator(".leaving").get_by_role("link", name="Open them")).to_have_attribute("href", "/goals/aim/")
    assert len(kept(hand)) == 1
    hand.get_by_role("button", name="Sign out and delete them").click()
    hand.wait_for_url("**/login/**")
    assert kept(hand) == []


def test_signing_out_of_the_page_with_the_words_asks_once(hand: Page) -> None:
    dialogs: list[str] = []

    def answer(dialog: Dialog) -> None:
        dialogs.append(dialog.type)
        dialog.accept()

    hand.on("dialog", answer)
    hand.goto("/goals/aim/")
    hand.get_by_label("What’s it about?").press_sequentially("Marine")
    sign_out(hand)
    hand.get_by_role("button", name="Sign out and delete them").click()
    hand.wait_for_url("**/login/**")
    assert dialogs == []


def test_a_shared_phone_is_not_said_to_keep_notes(hand: Page, talk: Meeting) -> None:
    hand.goto("/device/")
    hand.get_by_role("button", name="Save nothing on this device").click()
    first, *_ = opened(hand, talk)
    hand.route("**/notes/**", no_post)
    box(hand, first).press_sequentially("Only here.")
    only_here = "You’re offline. Your words are only on this page, so keep it open. We’ll keep trying."
    line_of(hand, first).to_have_text(only_here)
    assert kept(hand) == []
    asked: list[str] = []
    hand.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    hand.get_by_role("link", name="Exit conversation mode").click(no_wait_after=True)
    until(hand, lambda: asked == ["beforeunload"])
    expect(box(hand, first)).to_have_value("Only here.")
    hand.unroute("**/notes/**")
    hand.evaluate("() => { window.dispatchEvent(new Event('online')); }")
    saved(hand, first)
    assert words_of(talk) == ["Only here."]


def test_each_line_is_true_for_its_own_field(hand: Page, talk: Meeting) -> None:
    first, second, _ = opened(hand, talk)
    hand.route(f"**/notes/{first}/", no_post)
    box(hand, first).fill("This one fails.")
    line_of(hand, first).to_contain_text("We’ve kept your words on this device")
    # Another goes through meanwhile, and is said to be saved only as long as it is.
    hand.locator(f"#q{first} [data-ask]").click()
    box(hand, second).fill("This one arrives.")
    saved(hand, second)
    assert words_of(talk) == ["This one arrives."]
    hand.route(f"**/notes/{second}/", no_post)
    box(hand, second).press_sequentially(" Not this.")
    line = hand.locator(f'form[data-note="{second}"] [data-line]')
    expect(line).not_to_contain_text("Saved at")
    expect(line).to_contain_text("We’ve kept your words on this device")
    line_of(hand, first).to_contain_text("We’ve kept your words on this device")


def test_a_server_that_fails_is_not_called_being_offline(hand: Page, talk: Meeting) -> None:
    def busy(route: Route) -> None:
        route.fulfill(status=503, body="Busy") if route.request.method == "POST" else route.continue_()

    first, *_ = opened(hand, talk)
    hand.route("**/notes/**", busy)
    box(hand, first).fill("Typed meanwhile.")
    line_of(hand, first).to_have_text(
        "This site isn’t answering right now. We’ve kept your words on this device, and we’ll keep trying."
    )


@pytest.mark.parametrize("act", ["Start the timer", "End the conversation"])
def test_an_act_that_needs_a_connection_says_so(hand: Page, talk: Meeting, act: str) -> None:
    Meeting.objects.filter(pk=talk.pk).update(starts_at=None, ends_at=None)
    opened(hand, talk)
    hand.context.set_offline(True)
    hand.get_by_role("button", name=act).click()
    expect(hand.locator(".told.error")).to_have_text("You’re offline. Nothing is lost. Try again in a moment.")
    hand.context.set_offline(False)
    expect(hand.locator(".told")).to_have_count(0)
