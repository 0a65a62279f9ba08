"""Every form of the product before a network that fails: typed words are never lost, and “Saved” is never false."""

from collections.abc import Callable, Iterator, Sequence
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from tests.accounts.builders import a_resume
from tests.browser.conftest import open_context
from tests.browser.proxy import Proxy, proxy_to
from tests.browser.test_axe import demo_cast, visitor
from tests.cast import Cast
from tests.forms import Form, all_forms

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

WHO = ("amina", "dara", "stranger")
# Kept by static/notes/meet.js, and tried in test_meeting_view.py.
BY_THE_MEETING_VIEW = {"NoteForm", "NewQuestionForm"}
# Tried by the stranger, who has all of them.
OF_STRANGERS = {"LoginForm", "SignupForm", "ResetPasswordForm", "AcceptForm", "ReplyForm"}
FAULTS: list[int | str] = ["drop", 403, 404, 413, 429, 500, 502, "sign-in"]
# Which sentence stands beside the words, where it is a nearer one than "failed" (jinja/core/_draft.html).
SAID = {"drop": "away", 413: "large"}
# Types into every field of a form, ticks its first box, and gives back what was changed: name, value, whether chosen.
TYPE = """([draft, mark]) => {
    const form = document.querySelector(`form[data-draft="${draft}"]`), changed = [];
    form.noValidate = true;
    const given = {email: mark + "@example.org", url: "https://example.org/" + mark, tel: "+49 30 12345",
        date: "2027-01-21", time: "15:00", number: null, password: "long enough " + mark};
    let ticked = false;
    for (const e of form.elements) {
        if (!e.name || /^(hidden|file|submit|button|color|range|fieldset)$/.test(e.type) || e.readOnly) continue;
        if (e.type === "radio") {
            if (Array.from(form.elements).some(one => one.name === e.name && one.checked)) continue;
            e.checked = true;
        } else if (e.type === "checkbox") {
            if (ticked) continue;
            e.checked = !e.checked;
            ticked = true;
        } else if (e.matches("select")) {
            if (e.value || e.options.length < 2) continue;
            e.selectedIndex = 1;
        } else e.value = e.type === "number" ? e.min || "3" : given[e.type] || "Typed " + mark;
        if (e.type !== "password") changed.push([e.name, e.value, e.checked ?? null]);
        e.dispatchEvent(new Event("input", {bubbles: true}));
    }
    return changed;
}"""
SEND = """draft => { const form = document.querySelector(`form[data-draft="${draft}"]`);
    form.noValidate = true; form.requestSubmit(
    Array.from(form.elements).find(e => e.matches("button:not([type=button])") && !e.name)); }"""
AGAIN = "() => { window.dispatchEvent(new Event('focus')); }"
# Whether a device keeps drafts of this form: never where there is a password.
KEEPS = """draft => !document.querySelector(`form[data-draft="${draft}"] [type=password]`)"""
# What is wrong about a form that is not saved: nothing when its words stand in it, a bar says why, and no line "Saved".
WRONG = """([draft, typed, why]) => {
    const form = document.querySelector(`form[data-draft="${draft}"]`);
    if (!form) return "the form is gone";
    const bar = form.querySelector(".draft"), line = form.querySelector(".save-line");
    const lost = typed.filter(([name, value, chosen]) =>
        !Array.from(form.elements).some(e => e.name === name && e.value === value && (e.checked ?? null) === chosen));
    if (lost.length) return "lost: " + JSON.stringify(lost);
    const sentences = document.querySelector("#sentences").dataset;
    // The bar may still be that of the fault before: nothing is judged, or sent again, until this one is answered.
    if (why && (form.ariaBusy || form.matches(".htmx-request"))) return "not answered";
    // What no device may keep stands only on the page.
    const right = [sentences[why], form.querySelector("[type=password]") && sentences.unkept];
    if (why && !right.includes(bar?.querySelector("p").textContent)) return "not said: " + why;
    return line && line.textContent.includes("Saved") ? "falsely said to be saved" : ""; }"""
RIGHT = "given => !(" + WRONG + ")(given)"


@pytest.fixture
def between(live_server: object) -> Iterator[Proxy]:
    with proxy_to(live_server.url) as proxy:  # type: ignore[attr-defined]
        yield proxy


@pytest.fixture
def context(chromium: Browser, between: Proxy) -> Iterator[BrowserContext]:
    context = open_context(chromium, between.url, width=1280)
    yield context
    context.close()


def until(page: Page, happened: Callable[[], object]) -> None:
    """Wait until `happened` says so, at most ten seconds."""
    for _step in range(500):
        if happened():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it did not happen")


# Of each field that was changed: its name, its value, and whether it is chosen, where it is a box.
Changes = list[tuple[str, str, bool | None]]


class Trial:
    """One form on one page, which somebody fills while the network fails."""

    def __init__(self, page: Page, proxy: Proxy, path: str, draft: str) -> None:
        self.page, self.proxy, self.path, self.draft = page, proxy, path, draft
        self.faults: list[str] = []

    def run(self, mark: str, faults: Sequence[int | str]) -> list[str]:
        """What went wrong, in words."""
        if not self.page.locator(f'form[data-draft="{self.draft}"]').count():
            return [f"{self.draft} at {self.path}: the form is not there any more"]
        typed = self.page.evaluate(TYPE, [self.draft, mark])
        for number, fault in enumerate(faults):
            self.proxy.fault, before = fault, self.proxy.failed
            self.page.evaluate(SEND if number == 0 else AGAIN, self.draft)
            until(self.page, lambda before=before: self.proxy.failed > before)  # type: ignore[misc]
            self.expect(f"after {fault}", typed, SAID.get(fault, "failed"))
        self.come_back(typed)
        self.send(mark, typed)
        return self.faults

    def expect(self, when: str, typed: Changes, why: str = "") -> None:
        """The words stand in the form, and the page says that they are not saved, and `why`."""
        given = [self.draft, typed, why]
        try:
            self.page.wait_for_function(RIGHT, arg=given, timeout=10_000)
        except TimeoutError:
            self.faults.append(f"{self.draft} {when}: {self.page.evaluate(WRONG, given)}")

    def come_back(self, typed: Changes) -> None:
        """Load the page anew, as after a crash: the words are there again, but for what no device may keep."""
        if not self.page.evaluate(KEEPS, self.draft):
            self.page.evaluate("() => document.querySelectorAll('form').forEach(form => { form.dirty = false; })")
            return
        self.page.goto(self.path)
        self.expect("after coming back", typed, "old")

    def send(self, mark: str, typed: Changes) -> None:
        """The network is back, slowly: the words arrive, or stay in the form with a sentence."""
        self.proxy.fault, before = "slow", len(self.proxy.passed)
        self.page.evaluate(SEND, self.draft)
        # A form of numbers and days only shows no mark; then its field's name does.
        sign = mark if any(mark in value for _name, value, _chosen in typed) else typed[0][0] if typed else ""

        def arrived() -> list[str]:
            return [outcome for _path, body, _status, outcome in self.proxy.passed[before:] if sign in body]

        until(self.page, arrived)
        outcome = arrived()[0]
        if outcome == "refused":
            self.expect("after a refusal", typed)
        elif outcome != "saved":
            self.faults.append(f"{self.draft}: the answer was {outcome}")


def kinds(who: str, cast: Cast, known: set[str] | None = None, of_a_kind: int = 2) -> dict[str, tuple[str, Form]]:
    """A page and the form of each kind in which somebody types or that saves itself."""
    found: dict[str, tuple[str, Form]] = {}
    for path, form in all_forms(who, cast, known, of_a_kind):
        if form.draft:
            found.setdefault(form.draft.split(":")[0], (path, form))
    return {kind: place for kind, place in found.items() if kind not in BY_THE_MEETING_VIEW}


def tried(
    who: str,
    forms: dict[str, tuple[str, Form]],
    cast: Cast,
    context: BrowserContext,
    proxy: Proxy,
    faults: Callable[[int], list[int | str]],
) -> list[str]:
    """What went wrong when `who` filled `forms`, each under the faults of its number."""
    wrong: list[str] = []
    context.clear_cookies()
    if who != "stranger":
        session = visitor(who, cast).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": proxy.url}])
    for number, (path, form) in enumerate(forms.values()):
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        proxy.fault = ""
        page.goto(path)
        wrong.extend(Trial(page, proxy, path, form.draft).run(f"words{number}x", faults(number)))
        page.close()
    return wrong


@pytest.fixture
def demo() -> Cast:
    with override_settings(DEMO=True):
        call_command("demo", stdout=StringIO())
    return demo_cast()


def test_w2_a_form_of_each_way_to_be_sent_keeps_what_was_typed(
    cast: Cast, context: BrowserContext, between: Proxy
) -> None:
    """One fault each, by turns, with whoever has it first; `bin/check --slow` has everybody meet every fault.

    Of those that a browser would send itself, which are most, every twenty-fifth is tried, of the others every third.
    """
    between.delay, wrong, seen, known = 0.05, list[str](), set[str](), set[str]()
    # The folder of uploads is known as ours before the walk takes anything back.
    a_resume(cast.amina)
    # Who may do least comes first: what a form changes must not take its page from the next.
    places = {who: kinds(who, cast, known, 1) for who in reversed(WHO)}
    for who, forms in places.items():
        new = [(kind, place) for kind, place in forms.items() if kind not in seen]
        seen |= set(forms)
        share = {
            kind: place for at, (kind, place) in enumerate(new) if at % (3 if "hx-post" in place[1].attrs else 25) == 0
        }
        wrong += tried(who, share, cast, context, between, lambda number: [FAULTS[number % len(FAULTS)]])
    assert "\n".join(wrong) == ""
    assert len(seen) > 30


@pytest.mark.slow
@pytest.mark.parametrize("who", WHO)
def test_w2_every_form_keeps_what_was_typed_through_every_fault(
    who: str, demo: Cast, context: BrowserContext, between: Proxy
) -> None:
    forms = kinds(who, demo)
    if who != "stranger":
        forms = {kind: place for kind, place in forms.items() if kind not in OF_STRANGERS}
    assert "\n".join(tried(who, forms, demo, context, between, lambda number: FAULTS)) == ""
    assert len(forms) > 2
    assert who != "stranger" or set(forms) <= OF_STRANGERS
