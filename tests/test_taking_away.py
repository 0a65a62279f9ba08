"""Whatever takes something away can be undone, or asks first. An address that nobody placed here fails."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.cast import Cast
from tests.test_walls import placed

# Words of an address, or of a verb that its view calls, which take something away or close it.
WORDS = {
    *("anew", "away", "cancel", "clear", "close", "deactivate", "delete", "discard", "drop", "end", "erase", "forget"),
    *(
        "back",
        "hide",
        "let",
        "miss",
        "purge",
        "reach",
        "redraft",
        "release",
        "remove",
        "reset",
        "rest",
        "revoke",
        "silence",
        "unhold",
    ),
    *("unlink", "unmend", "unpin", "withdraw"),
}


@dataclass(frozen=True)
class Undone:
    """Another address undoes it."""

    by: str


@dataclass(frozen=True)
class Asks:
    """Opened as a page, it asks first, or leads to the page that does."""

    because: str


@dataclass(frozen=True)
class Keeps:
    """It takes nothing away after all."""

    because: str


PLACED: dict[str, Undone | Asks | Keeps] = {
    "accounts:drop_pitch": Undone("accounts:restore_pitch"),
    "accounts:drop_resume": Undone("accounts:restore_resume"),
    "accounts:deactivate": Undone("accounts:reactivate"),
    "accounts:withdraw": Undone("accounts:invite_again"),
    "agendas:drop": Undone("agendas:restore"),
    "agendas:silence": Undone("agendas:heed"),
    "agendas:unmend": Keeps("the words before the coach's are the writer's own"),
    "agendas:unpin": Undone("agendas:pin"),
    "bank:go_back": Undone("bank:restore"),
    "bank:hide": Undone("bank:unhide"),
    "bank:hide_set": Undone("bank:unhide_set"),
    "bank:take_out": Undone("bank:put"),
    "centre:drop_dates": Asks("a term or a holiday is reckoned by everywhere"),
    "centre:drop_logo": Asks("the file is deleted at once"),
    "centre:drop_template": Asks("every student begins from another text"),
    "contacts:delete": Asks("research and timeline go along, for good"),
    "contacts:drop_finding": Undone("contacts:restore_finding"),
    "followups:close_feed": Asks("nobody can be told the address again"),
    "followups:done": Undone("followups:undo"),
    "followups:postpone": Undone("followups:undo"),
    "followups:rest": Undone("followups:undo"),
    "followups:keep_promise": Undone("followups:reopen_promise"),
    "followups:release_promise": Undone("followups:reopen_promise"),
    "goals:drop_experiment": Undone("goals:reopen_experiment"),
    "goals:let_go": Undone("goals:reopen"),
    "goals:reach": Undone("goals:reopen"),
    "home:device": Undone("home:device"),
    "home:put_away": Undone("home:show_again"),
    "home:put_sample_away": Undone("home:take_sample_out"),
    "meetings:anew": Undone("meetings:unmend"),
    "meetings:cancel": Asks("the other side is told, which cannot be called back"),
    "meetings:hold": Undone("meetings:unhold"),
    "meetings:link": Keeps("the new link is shown, and the page says that it turns off the old one"),
    "meetings:miss": Undone("meetings:hold"),
    "meetings:offer": Undone("meetings:unoffer"),
    "meetings:rest": Undone("meetings:wake"),
    "meetings:silence": Undone("meetings:heed"),
    "meetings:unhold": Undone("meetings:hold"),
    "meetings:unmend": Keeps("the words before the coach's are the writer's own"),
    "meetings:withdraw": Undone("meetings:relink"),
    "notes:end": Undone("meetings:unhold"),
    "notes:remove": Undone("notes:restore"),
    "reply:erase": Asks("what is kept about them goes, for good"),
}
# Of allauth: its words are not ours, and what it takes away it asks a password for.
ALLAUTH = "account_"


def views(resolver: URLResolver | None = None, inside: str = "") -> Iterator[tuple[str, object]]:
    """The name of every address of ours, and the function that answers it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry, f"{inside}{entry.namespace}:" if entry.namespace else inside)
        elif isinstance(entry, URLPattern) and not str(entry.name).startswith(ALLAUTH):
            yield f"{inside}{entry.name}", inspect.unwrap(entry.callback)


def takes_away(name: str, source: str) -> bool:
    """Whether the address `name`, or a verb that its view calls, says that something goes."""
    calls = [node.func for node in ast.walk(ast.parse(textwrap.dedent(source))) if isinstance(node, ast.Call)]
    verbs = [call.attr for call in calls if isinstance(call, ast.Attribute) and _is_row(call.value)]
    return any(WORDS & set(re.split("[:_]", one)) for one in [name.rpartition(":")[2], *verbs])


def _is_row(whose: ast.expr) -> bool:
    """Not the end of a span or of a match, which is no verb."""
    return not (isinstance(whose, ast.Name) and whose.id in {"span", "match"})


def test_every_address_that_takes_away_is_placed() -> None:
    found = {name for name, view in views() if takes_away(name, inspect.getsource(view))}  # type: ignore[arg-type]
    assert sorted(found - set(PLACED)) == []


def test_nothing_is_placed_that_does_not_exist() -> None:
    names = {name for name, _view in views()}
    undoing = {one.by for one in PLACED.values() if isinstance(one, Undone)}
    assert sorted((set(PLACED) | undoing) - names) == []


def test_what_takes_away_is_seen() -> None:
    assert takes_away("notes:remove", "def remove(request): ...")
    assert takes_away("notes:tidy", "def tidy(request):\n    row.delete()")
    assert not takes_away("notes:show", "def show(request):\n    row.revise(seen=None)")


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(name for name, one in PLACED.items() if isinstance(one, Asks)))
def test_what_asks_first_asks(name: str, cast: Cast) -> None:
    wall = placed()[name]
    client = Client()
    client.force_login(cast.dara if "amina" not in wall.may else cast.amina)
    page = client.get(reverse(name, args=wall.make(cast)), follow=True)
    assert page.status_code == 200
    assert 'method="post"' in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        *(
            "goals:drop_experiment",
            "goals:let_go",
            "goals:reach",
            "home:put_away",
            "followups:keep_promise",
            "followups:release_promise",
        ),
        *("followups:rest", "meetings:withdraw", "meetings:rest"),
    ],
)
def test_the_next_page_offers_to_undo_it(name: str, cast: Cast) -> None:
    one, wall = PLACED[name], placed()[name]
    assert isinstance(one, Undone)
    args = wall.make(cast)
    client = Client()
    client.force_login(cast.amina)
    page = client.post(reverse(name, args=args), follow=True).content.decode()
    assert f'action="{reverse(one.by, args=args)}"' in page
