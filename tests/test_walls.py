"""The wall walk: every address of the project, by every kind of visitor. An address nobody placed here fails."""

import importlib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

from accounts.models import User
from tests.cast import Cast
from tests.walls import Wall, members

# A page, or a form refused with its words.
INSIDE = {200, 204, 422}
VISITORS = ("amina", "bo", "cleo", "dara", "stranger")
ROOMS = sorted(p.parent.name for p in Path(__file__).parent.glob("*/walls.py"))


def placed() -> dict[str, Wall]:
    """Every room's WALLS, by URL name."""
    found: dict[str, Wall] = {}
    for room in ROOMS:
        found |= importlib.import_module(f"tests.{room}.walls").WALLS
    return found


def addresses(resolver: URLResolver | None = None, inside: str = "") -> Iterator[str]:
    """The name of every URL of the project, with its namespace."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{inside}{entry.namespace}:" if entry.namespace else inside)
        elif isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield f"{inside}{entry.name}"


def test_every_address_is_placed() -> None:
    assert sorted(set(addresses()) - set(placed())) == []


def test_nothing_is_placed_that_does_not_exist() -> None:
    assert sorted(set(placed()) - set(addresses())) == []


def test_every_open_door_has_a_reason() -> None:
    assert [name for name, wall in placed().items() if wall.stranger and not wall.why] == []


def visit(who: str, cast: Cast, method: str, path: str, wall: Wall) -> str:
    """What `who` meets at `path`: "in", "login", "nothing there", or else the status and where it leads."""
    client = Client(raise_request_exception=True)
    if who != "stranger":
        user: User = getattr(cast, who)
        client.force_login(user)
    response = client.get(path) if method == "GET" else client.post(path, wall.post)
    location = response.headers.get("Location", "")
    if response.status_code == 302 and location.startswith(reverse("account_login")) and "next=" in location:
        return "login"
    # Words that were sent without a session are held while their person signs in (core/unsent.py).
    if response.status_code == 401 and reverse("account_login") in response.content.decode():
        return "login"
    if response.status_code == 404:
        return "nothing there"
    # A page that is only looked at says so to whoever may look.
    if method == "POST" and response.status_code == 405 and "POST" not in response.headers["Allow"]:
        return "in"
    if response.status_code in INSIDE or (response.status_code == 302 and _opens(client, location)):
        return "in"
    return f"{response.status_code} {location}".strip()


def _opens(client: Client, location: str) -> bool:
    """Whether an act sends its visitor on to a page of ours that they may open."""
    ours = location.startswith("/") and not location.startswith("//")
    return ours and client.get(location, follow=True).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(placed()))
def test_everyone_meets_the_wall_that_is_meant(name: str, cast: Cast) -> None:
    wall, wrong = placed()[name], {}
    path = reverse(name, args=wall.make(cast))
    for who, method in product(VISITORS, ("GET", "POST")):
        # Each comes to rows that nobody came to before.
        with transaction.atomic():
            met, meant = meeting_the_wall(wall, who, method, path, cast)
            transaction.set_rollback(True)
        caches["near"].clear()
        caches["default"].clear()
        if met not in meant:
            wrong[f"{method} by {who}"] = f"{met}, not {' or '.join(sorted(meant))}"
    assert wrong == {}


def meeting_the_wall(wall: Wall, who: str, method: str, path: str, cast: Cast) -> tuple[str, set[str]]:
    """What `who` meets at `path`, and what they are meant to meet."""
    met = visit(who, cast, method, path, wall)
    if who == "stranger":
        return met, {"in"} if wall.stranger else {"login"}
    if who in wall.may:
        return met, {"in"} | wall.also
    for _above in range(2):
        # An act that only POST does leads to its page, by one more such act perhaps, and that looks for the row.
        if method == "GET" and met.startswith("302 /"):
            met = visit(who, cast, method, met.removeprefix("302 "), wall)
    return met, {"nothing there"}


@pytest.mark.django_db
def test_neither_a_refusal_nor_a_redirect_elsewhere_is_in(cast: Cast, settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    assert visit("amina", cast, "GET", "/forbidden/", MEMBERS_ONLY) == "403"
    assert visit("amina", cast, "GET", "/away/", MEMBERS_ONLY) == "302 https://elsewhere.example/"
    assert visit("amina", cast, "GET", "/nowhere/", MEMBERS_ONLY) == "302 /gone/"
    assert visit("amina", cast, "GET", "/page/", MEMBERS_ONLY) == "in"


MEMBERS_ONLY = members()
urlpatterns = [
    path("page/", lambda request: HttpResponse("here"), name="page"),
    path("forbidden/", lambda request: HttpResponse(status=403), name="forbidden"),
    path("away/", lambda request: redirect("https://elsewhere.example/"), name="away"),
    path("nowhere/", lambda request: redirect("/gone/"), name="nowhere"),
    path("gone/", lambda request: HttpResponse(status=404), name="gone"),
    path("login/", lambda request: HttpResponse("in"), name="account_login"),
]
