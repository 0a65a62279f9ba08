"""A phone without a network: Today and the next conversation can be read, and nothing of it stays after signing out."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.agenda import sign_in
from tests.browser.proxy import proxy_to
from tests.browser.test_access import signed_in
from tests.browser.test_nothing_is_lost import until
from tests.cast import Cast
from tests.meetings.builders import arranged

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
# Whether the page at `path` is kept, and what dresses the page that is shown.
KEPT = """async path => { const wanted = [path, ...[...document.styleSheets].map(one => one.href)];
    return (await Promise.all(wanted.map(one => caches.match(one)))).every(Boolean); }"""

# A form of this page, sent by the browser itself.
SEND = """() => { const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "/device/" });
    document.body.append(form); form.submit(); }"""


@pytest.fixture
def phone(chromium: Browser, live_server: object, cast: Cast) -> Iterator[Page]:
    """Amina's phone, which may keep pages."""
    page = signed_in(chromium, live_server.url, cast.amina, width=390, workers="allow")  # type: ignore[attr-defined]
    yield page
    page.context.close()


def test_reads_what_was_kept_until_somebody_signs_out(phone: Page, cast: Cast) -> None:
    now = timezone.now()
    meeting = arranged(cast.amina, now + timedelta(days=1), now=now)
    sheet = reverse("agendas:sheet", args=[meeting.pk])
    phone.goto("/")
    until(phone, lambda: phone.evaluate(KEPT, sheet))
    phone.context.set_offline(True)

    # Today, dressed as ever.
    phone.goto("/")
    main = phone.locator("main")
    expect(main).to_contain_text("We couldn’t load this page when you opened it. This is how it was on")
    expect(main.get_by_role("heading", name="Dr. Efua Osei")).to_be_visible()
    assert phone.evaluate("getComputedStyle(document.querySelector('.button')).minHeight") == "44px"
    # Another page, and from there the agenda.
    phone.goto("/people/")
    expect(main.get_by_role("heading", name="You’re offline")).to_be_visible()
    main.get_by_role("link", name="Your agenda").click()
    expect(main).to_contain_text("This is how it was on")
    expect(main.get_by_role("heading", name="Before the conversation")).to_be_visible()
    # What is sent is never answered from the device; what is not saved is said not to be, and sent later.
    phone.evaluate(SEND)
    until(phone, lambda: phone.url.startswith("chrome-error:"))
    phone.goto(reverse("meetings:pack", args=[meeting.pk]))
    main.get_by_role("checkbox").first.check()
    expect(main.locator(".draft")).to_contain_text("No connection.")
    # Nobody is signed out of what they cannot reach, and nothing of theirs goes.
    phone.locator("summary", has_text="Your menu").click()
    phone.get_by_role("button", name="Sign out").click()
    phone.get_by_role("button", name="Sign out and delete them").click()
    expect(phone.locator(".told.error")).to_contain_text("That didn’t go through.")
    assert phone.evaluate("Object.keys(localStorage).length") > 0
    phone.keyboard.press("Escape")
    phone.context.set_offline(False)
    expect(main.locator(".draft")).to_have_count(0)

    # Somebody else signs in where the session has ended.
    sign_in(phone, cast.bo, phone.evaluate("location.origin"))
    phone.goto("/")
    until(phone, lambda: phone.evaluate("caches.keys()") == [f"kept-{cast.bo.pk}"])
    phone.locator("summary", has_text="Your menu").click()
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
    until(phone, lambda: not phone.evaluate("caches.keys()"))
    phone.context.set_offline(True)
    with pytest.raises(Error, match="INTERNET_DISCONNECTED"):
        phone.goto(sheet)


def test_a_server_that_fails_leaves_what_was_kept(chromium: Browser, live_server: object, cast: Cast) -> None:
    with proxy_to(live_server.url) as proxy:  # type: ignore[attr-defined]
        phone = signed_in(chromium, proxy.url, cast.amina, width=390, workers="allow")
        phone.goto("/")
        until(phone, lambda: phone.evaluate(KEPT, "/"))
        proxy.fault, proxy.is_down = 503, True
        phone.goto("/")
        expect(phone.locator("main")).to_contain_text("We couldn’t load this page when you opened it.")
        expect(phone.locator("nav[aria-label=Main]")).to_be_visible()
        phone.goto("/people/")
        expect(phone.get_by_role("heading", name="Error 503")).to_be_visible()
        phone.context.close()
