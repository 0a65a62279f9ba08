"""A button whose request fails says so beside itself, and the page stays usable: every act of htmx, by walking."""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, TimeoutError, expect

from agendas.models import Agenda, Question
from tests.agendas.builders import a_question
from tests.browser.conftest import open_context
from tests.browser.proxy import Proxy, proxy_to
from tests.browser.test_axe import reached, visitor
from tests.browser.test_drafts import sign_in
from tests.cast import Cast
from tests.contacts.builders import a_finding
from tests.followups.builders import a_followup
from tests.meetings.builders import answered

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

LOST = "That didn’t go through. Check your connection and try again."
FAULTS: list[int | str] = ["drop", 403, 404, 413, 429, 500, 502, "sign-in", "hang"]
ACT = re.compile('hx-(?:post|get)="([^"]+)"')
# The acts of a page by their addresses, but for forms of words (test_nothing_is_lost.py), and for what a hidden input
# asks for, as the sentence below a field: nobody pressed it, it saves nothing, and its form tells that saving failed.
FIND = """() => Array.from(document.querySelectorAll("main [hx-post], main [hx-get]"))
    .filter(e => !e.matches("form[data-draft], input[type=hidden]"))
    .map(e => e.getAttribute("hx-post") || e.getAttribute("hx-get"))"""
PRESS = """address => {
    const e = document.querySelector(`main [hx-post="${address}"], main [hx-get="${address}"]`);
    for (let folded = e; (folded = folded.parentElement.closest("details")); ) folded.open = true;
    // What is asked once something else was chosen stands there as well, with all else.
    if (!e.checkVisibility()) e.closest("form").querySelectorAll("details").forEach(folded => folded.open = true);
    htmx.config.timeout = 1000;
    document.querySelectorAll(".told").forEach(line => line.remove());
    document.querySelector("#said").textContent = "";
    if (e.matches("form[method=post]")) return e.requestSubmit(e.querySelector("button:not([type=button])"));
    if (e.matches("a, button")) return e.click();
    const typed = "input:not([type=hidden], [type=radio]), textarea, select";
    const field = e.matches(typed) ? e : e.querySelector(typed) || e.closest("form").querySelector(typed);
    if (e === field) e.value += "x";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
}"""
SAID = """words => [document.querySelector("#said"), document.querySelector(".told.error")].every(
    e => e?.checkVisibility() && e.textContent.includes(words))"""


def named(address: str) -> str:
    """The act behind `address`, whatever row it is about."""
    return re.sub(r"\d+", "…", address.split("?")[0])


@pytest.fixture
def rows(cast: Cast) -> None:
    """What there are acts for: an agenda, a letter, a finding, something due."""
    now = timezone.now()
    meeting = answered(cast.amina, now=now)
    a_finding(meeting.contact)
    a_followup(cast.amina, now=now)
    agenda = Agenda.of(meeting)
    for text in ("Do you like your work, and how did you come to it?", "How did you begin?", "What fills your week?"):
        a_question(agenda, text, now=now)
    a_question(agenda, now=now).pin(now=now)


def pages(client: Client) -> Iterator[str]:
    """Pages that hold every act of htmx which links lead to, as few as show them all."""
    seen = set[str]()
    for path, html in reached(client):
        acts = set(map(named, ACT.findall(html)))
        if acts - seen:
            seen |= acts
            yield path


def fails(page: Page, proxy: Proxy, address: str, fault: int | str) -> str:
    """Press the act at `address` while the network fails; what is wrong then, "" where the page says it."""
    proxy.fault, here = fault, page.url
    page.evaluate(PRESS, address)
    try:
        page.wait_for_function(SAID, arg=LOST, timeout=5_000)
    except TimeoutError:
        return f"{address} after {fault}: nothing is said"
    return "" if page.url == here else f"{address} after {fault}: the page is left"


@pytest.mark.slow
def test_w2_every_act_says_that_it_failed(cast: Cast, rows: None, chromium: Browser, live_server: object) -> None:
    client, faults, wrong, tried = visitor("amina", cast), cycle(FAULTS), list[str](), set[str]()
    paths = list(pages(client))
    with proxy_to(live_server.url) as proxy:  # type: ignore[attr-defined]
        context = open_context(chromium, proxy.url, width=1280)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": proxy.url}])
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        page = context.new_page()
        for path in paths:
            proxy.fault = ""
            page.goto(path)
            for address in page.evaluate(FIND):
                if named(address) not in tried:
                    tried.add(named(address))
                    wrong.append(fails(page, proxy, address, next(faults)))
        context.close()
    assert "\n".join(filter(None, wrong)) == ""
    assert len(tried) > 18


def test_w1_an_act_under_a_token_of_before_says_so_and_works_on_the_page_loaded_anew(
    desk: Page, cast: Cast, rows: None, live_server: object
) -> None:
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    question = Question.objects.visible_to(cast.amina).in_order()[0]
    desk.goto(f"/meetings/{question.agenda.meeting_id}/agenda/?open={question.pk}")
    desk.context.clear_cookies()
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    button = desk.locator(f"#drop-{question.pk}")
    button.click()
    expect(desk.locator("main").get_by_text(LOST)).to_be_visible()
    expect(button).to_be_focused()
    desk.reload()
    button.click()
    expect(desk.locator(f"#question-{question.pk}")).to_have_count(0)
