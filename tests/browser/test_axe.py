"""No page keeps anybody out: axe finds no fault against WCAG 2.2 AA, in light and in dark, whoever looks.

What else is asked of every page is asked here too, since walking over all of them is what takes long.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import axe_playwright_python
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import Browser, Page

from accounts.models import User
from tests.alike import alike
from tests.browser.conftest import open_context
from tests.browser.engines import ace_faults, invalid
from tests.cast import Cast
from tests.test_walls import placed

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Of one kind of page so many are looked at, of others two: conversations differ by their stage. A sample has one of a
# kind, two of these, and every ninth kind.
OF_A_KIND = {"agendas:agenda": 4, "meetings:show": 6, "meetings:write": 8, "contacts:show": 3}
# A narrow window, and letters set as wide apart as some people need them (1.4.10, 1.4.12).
WIDE_SET = "* { line-height: 1.5; letter-spacing: .12em !important; word-spacing: .16em !important }"
TOO_WIDE = """wide => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(wide);
    document.adoptedStyleSheets = [sheet];
    const fits = document.documentElement.scrollWidth <= innerWidth;
    const found = Array.from(document.querySelectorAll("body *"))
        .filter(e => !fits && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => `too wide: ${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`);
    document.adoptedStyleSheets = [];
    return found.slice(-3);
}"""
HELP = "document.querySelectorAll('body > footer.foot a[href$=\"/help/\"]').length"
LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
WHO = ("amina", "cleo", "dara", "stranger")
# Of every so many pages one meets the second engine and the narrow window too; under `slow` all of them do.
SAMPLE = 6


def demo_cast() -> Cast:
    people = {name: User.objects.get(email=f"{name}@demo.test") for name in ("amina", "bo", "cleo", "dara")}
    return Cast(**people)


def visitor(who: str, cast: Cast) -> Client:
    client = Client()
    if who != "stranger":
        client.force_login(getattr(cast, who))
    return client


def kind_of(path: str) -> str:
    """The URL name of `path`, or nothing where no page is."""
    try:
        return resolve(path.split("?")[0]).view_name
    except Resolver404:
        return ""


def reached(client: Client, of_a_kind: int = 2) -> Iterator[tuple[str, str]]:
    """Every page that links lead to from home, and its HTML, a few of a kind; only what answers with a page."""
    waiting, seen, counted = ["/", reverse("account_login")], set(), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        most = min(OF_A_KIND.get(kind, of_a_kind), 2 if of_a_kind == 1 else 8)
        if path in seen or not kind or counted[kind] >= most:
            continue
        seen.add(path)
        answer = client.get(path)
        if answer.status_code == 200 and is_page(answer):
            counted[kind] += 1
            html = answer.content.decode()
            yield path, html
            waiting += [link.replace("&amp;", "&") for link in LINK.findall(html)]


def is_page(answer: object) -> bool:
    html = answer.headers["Content-Type"].startswith("text/html")  # type: ignore[attr-defined]
    return html and b"<!doctype html>" in answer.content[:200].lower()  # type: ignore[attr-defined]


def unreached(who: str, cast: Cast, kinds: set[str]) -> Iterator[tuple[str, str]]:
    """A page, and its HTML, for each address of `who` that no link led to, about a row made for it."""
    client = visitor(who, cast)
    for name, wall in placed().items():
        if name in kinds or not (wall.stranger or who in wall.may):
            continue
        with transaction.atomic():
            answer = client.get(reverse(name, args=wall.make(cast)))
            # What only tells that here is no page is taken back, so that the rows of the next are the first of theirs.
            transaction.set_rollback(True)
        if answer.status_code == 200 and is_page(answer):
            path = reverse(name, args=wall.make(cast))
            # Some of these pages end a session.
            yield path, visitor(who, cast).get(path).content.decode()


def is_met_before(who: str, path: str) -> bool:
    """Whether somebody who is looked over the shoulder before `who` has this page too, and it is the same for both."""
    wall = placed().get(kind_of(path))
    earlier = set(WHO[: WHO.index(who)])
    return who != "stranger" and path != "/" and wall is not None and bool(earlier & wall.may)


def faults(page: Page, rules: list[str]) -> list[str]:
    """What axe finds by `rules`: the rule and the first places."""
    page.wait_for_load_state()
    asked = {"runOnly": rules, "resultTypes": ["violations"], "elementRef": False}
    found = page.evaluate("asked => axe.run(document, asked).then(result => result.violations)", asked)
    return [f"{fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}" for fault in found]


def too_wide(page: Page) -> list[str]:
    """What stands out of a window of 320 px whose letters are set wide apart."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    found: list[str] = page.evaluate(TOO_WIDE, WIDE_SET)
    page.set_viewport_size(size or {"width": 1280, "height": 900})
    return found


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("who", "of_a_kind"),
    [("amina", 1)] + [pytest.param(who, 2, marks=pytest.mark.slow) for who in WHO],
)
def test_axe_finds_nothing(who: str, of_a_kind: int, chromium: Browser, live_server: object) -> None:
    with override_settings(DEMO=True):
        call_command("demo", stdout=StringIO())
    cast = demo_cast()
    client = visitor(who, cast)
    pages = dict(reached(client, of_a_kind))
    pages |= dict(unreached(who, cast, set(map(kind_of, pages))))
    assert {path: names for path, html in pages.items() if (names := alike(path, html))} == {}
    if of_a_kind == 1:
        pages = dict([one for one in pages.items() if not is_met_before(who, one[0])][::9])
    if of_a_kind > 1 or who == "amina":
        assert invalid(pages) == {}
    base = live_server.url  # type: ignore[attr-defined]
    context = open_context(chromium, base, width=1280)
    if who != "stranger":
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}])
    context.add_init_script(path=AXE)
    page = context.new_page()
    found = list[str]()
    for number, path in enumerate(pages):
        page.goto(path)
        page.emulate_media(color_scheme="light")
        wrong = faults(page, WCAG)
        if page.evaluate(HELP) != 1:
            wrong.append("no help where every page has it")
        page.emulate_media(color_scheme="dark")
        # Only colours change with the scheme.
        wrong += [f"dark {fault}" for fault in faults(page, ["color-contrast"])]
        if of_a_kind > 1 or number % SAMPLE == 0:
            wrong += too_wide(page)
            wrong += ace_faults(page)
        found += [f"{path} {fault}" for fault in wrong]
    context.close()
    assert pages
    assert "\n".join(found) == ""
