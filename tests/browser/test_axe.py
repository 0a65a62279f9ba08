"""No page keeps anybody out: axe finds no fault against WCAG 2.2 AA, in light and in dark, whoever looks."""

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
from tests.browser.conftest import open_context
from tests.cast import Cast
from tests.test_walls import placed

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Of one kind of page so many are looked at, of others two: conversations differ by their stage. A sample has one of a
# kind, two of these, and every third kind.
OF_A_KIND = {"agendas:agenda": 4, "meetings:show": 6, "meetings:write": 8, "contacts:show": 3}
LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
WHO = ("amina", "cleo", "dara", "stranger")


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
    asked = {"runOnly": rules, "resultTypes": ["violations"], "elementRef": False}
    found = page.evaluate("asked => axe.run(document, asked).then(result => result.violations)", asked)
    return [f"{fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}" for fault in found]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("of_a_kind", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_axe_finds_nothing(who: str, of_a_kind: int, chromium: Browser, live_server: object) -> None:
    with override_settings(DEMO=True):
        call_command("demo", stdout=StringIO())
    cast = demo_cast()
    client = visitor(who, cast)
    paths = [path for path, _html in reached(client, of_a_kind)]
    paths += [path for path, _html in unreached(who, cast, {kind_of(path) for path in paths})]
    if of_a_kind == 1:
        paths = [path for path in paths if not is_met_before(who, path)][::3]
    base = live_server.url  # type: ignore[attr-defined]
    context = open_context(chromium, base, width=1280)
    if who != "stranger":
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}])
    context.add_init_script(path=AXE)
    page = context.new_page()
    found = {}
    for path in paths:
        page.goto(path)
        page.emulate_media(color_scheme="light")
        wrong = faults(page, WCAG)
        page.emulate_media(color_scheme="dark")
        # Only colours change with the scheme.
        wrong += [f"dark {fault}" for fault in faults(page, ["color-contrast"])]
        if wrong:
            found[path] = wrong
    context.close()
    assert paths
    assert found == {}
