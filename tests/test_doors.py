"""Rows are reached only through the doors, and pages are made only in views: every module of every room is read."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).parent.parent
# A mail has no owner: those that failed are reached for the member whom they concern.
DOORS = {"visible_to", "editable_by", "failed_for"}
MANAGERS = {"objects", "_base_manager", "_default_manager"}

# What acts for nobody who asks: the models with their verbs, the worker, set-up.
BENEATH = {"models", "migrations", "management", "demo"}
# Modules that reach rows past a door, each with its reason. Nothing else may.
PAST = {
    "accounts/adapter.py": "allauth asks before anybody is signed in",
    "accounts/allauth_urls.py": "locks the member who acts",
    "accounts/attempts.py": "a new password is chosen before anybody is signed in",
    "accounts/mails.py": "the worker writes the mails",
    "accounts/signing_in.py": "whoever asks, their own addresses",
    "accounts/unreached.py": "what follows from an act, in its transaction",
    "agendas/steps.py": "a question in SQL, which only a conversation behind its door asks",
    "centre/views/status.py": "how the worker's jobs went belongs to nobody",
    "core/apart.py": "the worker takes rows one by one",
    "core/arriving.py": "a mail that arrives names the one it answers",
    "core/bounces.py": "a mail comes back to the mail server, not to a member",
    "core/health.py": "the monitor counts rows and sees none",
    "core/limits.py": "buckets belong to no member",
    "core/locking.py": "locks the rows that a verb holds already",
    "core/once.py": "a form sent twice, by its own token",
    "core/outbox.py": "mails are posted with their cause",
    "core/return_path.py": "a mail that comes back names itself",
    "core/uploads.py": "the worker looks for files that no row names",
    "followups/next_acts.py": "what follows from an act, in its transaction",
    "followups/opening.py": "what follows from an act, in its transaction",
    "followups/reminders/choosing.py": "the worker chooses among all members",
    "followups/reminders/letters.py": "the worker writes the mails",
    "followups/reminders/links.py": "a signed link names its member",
    "followups/reminders/questions.py": "the worker asks for all members",
    "followups/reminders/news.py": "what follows from an act, in its transaction",
    "followups/steps.py": "a question in SQL, which only a conversation behind its door asks",
    "followups/undoing.py": "what follows from an act, in its transaction",
    "home/counts.py": "the figures of the whole installation",
    "meetings/arrivals.py": "a mail that arrives names its conversation",
    "meetings/carrying.py": "the worker writes the mails",
    "meetings/copies.py": "the worker writes the mails, and a signed link names its reply",
    "meetings/receivers.py": "what follows from an act, in its transaction",
    "meetings/steps.py": "a question in SQL, which only a conversation behind its door asks",
    "notes/receivers.py": "what follows from an act, in its transaction",
    "notes/steps.py": "a question in SQL, which only a conversation behind its door asks",
}
# Addresses that no member's page answers.
PLAIN = {
    "core.health": "for the monitor: no page, no person",
    "core.zones": "which place is meant: a line below a field, of no row",
    "core.unsent": "a token for the form of a page that stands open, whoever has it",
}


def modules() -> list[Path]:
    """Every module of every room that may stand between a request and its rows."""
    rooms = sorted(path.parent for path in ROOT.glob("*/apps.py"))
    found = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    return [p for p in found if not BENEATH & set(p.relative_to(ROOT).parts) and p.stem not in {"models", "tasks"}]


def past_the_doors(source: str) -> list[int]:
    """The lines of `source` that reach rows by `X.objects.anything` (or a base manager) past the doors."""
    wrong = []
    for node in ast.walk(ast.parse(source)):
        manager = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
        if manager and node.value.attr in MANAGERS and node.attr not in DOORS:
            wrong.append(node.lineno)
    return wrong


def makers_of_pages(source: str) -> list[str]:
    """The functions of `source` that make an answer to a request, as a view does."""
    tree = ast.parse(source)
    defs = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.returns and node.args.args]
    return [node.name for node in defs if _answers(node) and _takes_request(node)]


def _answers(node: ast.FunctionDef) -> bool:
    return node.returns is not None and "HttpResponse" in ast.unparse(node.returns)


def _takes_request(node: ast.FunctionDef) -> bool:
    annotation = node.args.args[0].annotation
    return annotation is not None and "HttpRequest" in ast.unparse(annotation)


def is_view(path: Path) -> bool:
    return path.stem == "views" or "views" in path.relative_to(ROOT).parts


def answers(resolver: URLResolver | None = None) -> Iterator[tuple[str, str]]:
    """Every address of ours: the module and the name of the function that answers it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from answers(entry)
        elif isinstance(entry, URLPattern):
            view = inspect.unwrap(entry.callback)
            yield view.__module__, view.__qualname__


def test_rows_are_reached_only_through_the_doors() -> None:
    assert modules()
    found = {str(p.relative_to(ROOT)): lines for p in modules() if (lines := past_the_doors(p.read_text()))}
    assert {name: lines for name, lines in found.items() if name not in PAST} == {}
    assert sorted(set(PAST) - set(found)) == []


def test_every_address_is_answered_by_a_view() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/apps.py")}
    ours = {(module, name) for module, name in answers() if module.split(".")[0] in rooms}
    assert ours
    strays = {(module, name) for module, name in ours if ".views" not in module and module not in PLAIN}
    assert strays == set()


def test_only_views_make_pages() -> None:
    machinery = {"core", "accounts/allauth_urls.py"}
    found = {str(p.relative_to(ROOT)): names for p in modules() if not is_view(p) if (names := _pages(p))}
    assert {name: names for name, names in found.items() if not machinery & {name, name.split("/")[0]}} == {}


def _pages(path: Path) -> list[str]:
    return makers_of_pages(path.read_text())


def test_the_guards_see_what_goes_past_them() -> None:
    assert past_the_doors("Goal.objects.filter(pk=1)") == [1]
    assert past_the_doors("Goal.objects.visible_to(user).filter(pk=1)") == []
    assert makers_of_pages("def show(request: HttpRequest, pk: int) -> HttpResponse: ...") == ["show"]
    assert makers_of_pages("def ranked(user: User) -> list[int]: ...") == []
