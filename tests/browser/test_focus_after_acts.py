"""After every act of htmx whoever works by keyboard is still there: the focus in the page, in view, under nothing.

WCAG 2.2: 2.4.3, 2.4.7 and 2.4.11. Every act of every page, as tests/browser/test_acts_that_fail.py finds them.
"""

from collections.abc import Iterator
from itertools import cycle, islice

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from agendas.models import Question
from tests.browser.conftest import open_context
from tests.browser.test_acts_that_fail import FIND, named, pages, rows
from tests.browser.test_axe import visitor
from tests.cast import Cast

__all__ = ["rows"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

SIZES = [(1280, 900), (390, 844), (640, 450), (320, 256)]
# Puts the focus where a hand would have it for the act at an address, and presses what is no button itself; true where
# Enter is still to be pressed.
REACH = """address => {
    const e = document.querySelector(`main [hx-post="${address}"], main [hx-get="${address}"]`);
    for (let folded = e; (folded = folded.parentElement.closest("details")); ) folded.open = true;
    // What is asked once something else was chosen stands there as well, with all else.
    if (!e.checkVisibility()) e.closest("form").querySelectorAll("details").forEach(folded => folded.open = true);
    window.answers = 0;
    addEventListener("htmx:afterRequest", () => answers++);
    const sent = e.matches("form[method=post]") && /submit|^$/.test(e.getAttribute("hx-trigger") || "");
    const buttons = sent ? [...e.querySelectorAll("button:not([type=button])")] : [];
    const press = e.matches("a, button") ? e : buttons.find(button => button.checkVisibility());
    const typed = ":is(input:not([type=hidden]), textarea, select)";
    const field = press || (e.matches(typed) ? e : e.querySelector(typed) || e.closest("form").querySelector(typed));
    field.focus();
    if (press) return true;
    if (field.matches("select")) field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
    else if (field.matches("[type=checkbox], [type=radio]")) field.click();
    else field.value += "x";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
}"""
# Everything asked for is here and shown; or the page is another one.
SETTLED = """() => window.answers === undefined || answers && !document.querySelector(".htmx-request")"""
LOST = """() => {
    const here = document.activeElement, box = here.getBoundingClientRect();
    const named = `${here.tagName} ${here.id || here.textContent.trim().slice(0, 30)}`;
    const says = words => `${words}: ${named} at ${Math.round(box.top)} of ${innerHeight}`;
    if (here === document.body) return "nothing has the focus";
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    if (bottom - top < Math.min(box.height, 20) || right <= left) return says("out of view");
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (above && (here.contains(above) || above.contains(here) || above.closest("label")?.control === here)) return "";
    return says(`under ${above?.tagName} ${above?.className}`);
}"""


def lost(page: Page, address: str) -> str:
    """Do the act at `address`; what is wrong with the focus then, "" where nothing is."""
    if page.evaluate(REACH, address):
        page.keyboard.press("Enter")
    try:
        page.wait_for_function(SETTLED, timeout=5_000)
    except TimeoutError:
        return f"{address}: nothing is asked"
    # The next frame is drawn, and what the script does a moment later is done.
    page.wait_for_timeout(120)
    if page.evaluate("window.answers === undefined"):
        return ""
    fault: str = page.evaluate(LOST)
    return fault and f"{address}: {fault}"


@pytest.fixture
def page(chromium: Browser, cast: Cast, rows: None, live_server: object) -> Iterator[Page]:
    base = live_server.url  # type: ignore[attr-defined]
    context = open_context(chromium, base, width=1280)
    session = visitor("amina", cast).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": base}])
    yield context.new_page()
    context.close()


def acts(page: Page, path: str) -> Iterator[str]:
    """Each act of the page at `path`, one of a kind, with the page loaded anew before it."""
    page.goto(path)
    tried = set[str]()
    while left := [address for address in page.evaluate(FIND) if named(address) not in tried]:
        tried.add(named(left[0]))
        yield left[0]
        page.goto(path)


@pytest.mark.slow
def test_a_sample_keeps_the_focus(page: Page, cast: Cast) -> None:
    question = Question.objects.visible_to(cast.amina).in_order()[0]
    meeting = question.agenda.meeting
    sizes, wrong = cycle(SIZES), []
    for path in (f"/meetings/{meeting.pk}/agenda/?open={question.pk}", f"/meetings/{meeting.pk}/research/"):
        for address in islice(acts(page, path), 4):
            width, height = next(sizes)
            page.set_viewport_size({"width": width, "height": height})
            wrong.append(lost(page, address))
    assert list(filter(None, wrong)) == []
    assert len(wrong) > 4


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "×".join(map(str, size)))
def test_every_act_keeps_the_focus(page: Page, cast: Cast, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wrong, tried = list[str](), set[str]()
    for path in list(pages(visitor("amina", cast))):
        for address in acts(page, path):
            if named(address) not in tried:
                tried.add(named(address))
                wrong.append(f"{path} {fault}" if (fault := lost(page, address)) else "")
    assert "\n".join(filter(None, wrong)) == ""
    assert len(tried) > 18
