"""A wait shows itself once it lasts, moves nothing, is said once, and what is on its way is not sent again."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from agendas.models import Agenda
from meetings.models import Meeting
from tests.agendas.builders import a_question
from tests.browser.conftest import open_context
from tests.browser.proxy import Proxy, proxy_to
from tests.browser.test_access import LISTEN
from tests.browser.test_axe import visitor
from tests.cast import Cast, a_contact, a_meeting
from tests.meetings.builders import answered

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

# Presses a button twice, and tells what shows at once and what once something was said. In one breath, since Playwright
# itself waits for no page that is about to be left.
PRESS_TWICE = """button => new Promise(done => {
    const line = () => getComputedStyle(document.body, "::after").visibility, top = button.getBoundingClientRect().top;
    button.click();
    button.click();
    const early = line();
    const moved = () => button.getBoundingClientRect().top - top;
    const look = () => heard.length ? done([early, line(), moved(), heard]) : setTimeout(look, 20);
    look();
})"""

# Presses a button, and tells whether its form is still on its way once another request was answered.
SAVED_WHILE_SENDING = """name => new Promise(done => {
    const button = Array.from(document.querySelectorAll("button")).find(one => one.textContent.trim() === name);
    addEventListener("htmx:afterRequest", () => setTimeout(() => done(button.form.ariaBusy)), {once: true});
    button.click();
})"""


def posted(proxy: Proxy, to: str) -> int:
    return sum(path.endswith(to) for path, _body, _status, _outcome in proxy.passed)


def waits_for(page: Page, proxy: Proxy, press: str) -> None:
    """Press the button `press` twice while the network is slow."""
    page.evaluate(LISTEN)
    proxy.fault, proxy.delay = "slow", 2
    button = page.locator("main").get_by_role("button", name=press).first
    assert button.evaluate(PRESS_TWICE) == ["hidden", "visible", 0, ["One moment."]]
    proxy.fault = ""


@pytest.mark.slow
def test_an_act_and_a_form_show_that_they_are_on_their_way(cast: Cast, chromium: Browser, live_server: object) -> None:
    meeting = answered(cast.amina, now=timezone.now())
    questions = [a_question(Agenda.of(meeting), f"What fills week {number}?") for number in (1, 2)]
    agenda = f"/meetings/{meeting.pk}/agenda/?open={questions[0].pk}"
    with proxy_to(live_server.url) as proxy:  # type: ignore[attr-defined]
        context = open_context(chromium, proxy.url, width=390)
        session = visitor("amina", cast).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": proxy.url}])
        page = context.new_page()
        page.goto(agenda)
        waits_for(page, proxy, "Remove")
        expect(page.locator(f"#question-{questions[0].pk}")).to_have_count(0)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert posted(proxy, "/drop/") == 1
        # A form that the browser sends by itself.
        page.goto(reverse("contacts:delete", args=[a_contact(cast.amina).pk]))
        waits_for(page, proxy, "Delete this person")
        page.wait_for_url("**/people/")
        assert posted(proxy, "/delete/") == 1
        an_act_waits_for_its_own_answer(page, proxy, a_meeting(cast.amina))
        context.close()


def an_act_waits_for_its_own_answer(page: Page, proxy: Proxy, meeting: Meeting) -> None:
    """Words that save themselves meanwhile do not make a button ready that is still on its way."""
    page.goto(reverse("meetings:ask", args=[meeting.pk]))
    proxy.fault, proxy.delay = "slow", 1
    letter = page.get_by_label("Your message")
    letter.fill(letter.input_value() + " Thank you very much.")
    letter.blur()
    page.wait_for_timeout(300)
    assert page.evaluate(SAVED_WHILE_SENDING, "Yes, today") == "true"
    page.wait_for_url(meeting.get_absolute_url())
    proxy.fault = ""
    assert posted(proxy, "/send/") == 1
