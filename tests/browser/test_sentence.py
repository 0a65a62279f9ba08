"""The sentence below a field, while somebody types: whatever is wrong with it, their page and their words stay."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from meetings.models import Meeting
from tests.browser.test_drafts import mine, talk
from tests.sampling import one_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["mine", "talk"]


@pytest.mark.parametrize("status", one_in(10, [401, 200, 403, 404, 302, 413, 422, 500, 0, 503]))
def test_what_comes_instead_of_the_sentence_below_is_left_out(mine: Page, talk: Meeting, status: int) -> None:
    def instead(route: Route) -> None:
        page = "<title>Elsewhere</title><main id='main'><h1 data-announce data-focus tabindex='-1'>Sign in</h1></main>"
        headers = {"X-Answer": "signed-out" if status == 401 else "refused", "Location": "/accounts/login/"}
        route.fulfill(status=status, body=page, content_type="text/html", headers=headers) if status else route.abort()

    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.route("**/people/sentence/", instead)
    title, box = mine.title(), mine.get_by_label("I’m writing to you because")
    with mine.expect_event("requestfinished" if status else "requestfailed", lambda one: "/sentence/" in one.url):
        box.press_sequentially("your survey")
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")
    expect(mine).to_have_url(re.compile("/person/$"))
    expect(box).to_be_focused()
    expect(mine.locator(".told:not(:empty), .draft")).to_have_count(0)
    expect(mine.locator("h1")).not_to_have_text("Sign in")
    assert mine.title() == title
    expect(mine.locator("#sentence-of-why_them")).not_to_contain_text("Sign in")
    mine.unroute("**/people/sentence/")
    box.press_sequentially(" of seagrass")
    expect(mine.locator("#sentence-of-why_them")).to_contain_text("because of your survey of seagrass.")
    # What was asked for is no word that is not saved: nobody is asked whether to leave.
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")
    mine.goto("/people/")
    expect(mine).to_have_url(re.compile("/people/$"))
