"""Translators see every sentence: gettext is called by the names that the extractor knows, over what it can read."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRANSLATION = {"django.utils.translation", "coach.words"}
# What Django calls them, and `_` for the one that a module uses most.
NAMES = {
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
}


def sources() -> list[str]:
    names = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in names.splitlines() if not name.startswith(("tests/", "bench/")) and (ROOT / name).exists()]


def aliases(code: str) -> list[str]:
    """The functions of translation that `code` imports under a name that makemessages does not look for."""
    return [
        f"{alias.name} as {alias.asname}"
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.ImportFrom) and node.module in TRANSLATION
        for alias in node.names
        if alias.name in NAMES and alias.asname not in {None, "_"}
    ]


def unseen(code: str) -> list[str]:
    """The calls of `_` in `code` over something else than words that are written there."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", *NAMES}
        and not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]  # fmt: skip


def test_gettext_has_no_other_name() -> None:
    assert {name: found for name in sources() if (found := aliases((ROOT / name).read_text()))} == {}


def test_every_sentence_is_where_the_extractor_sees_it() -> None:
    assert {name: found for name in sources() if (found := unseen((ROOT / name).read_text()))} == {}


@pytest.mark.parametrize(
    "code", ["_(GONE)", "_(f'{n} people')", "_('a' if x else 'b')", "gettext(words)", "_(row.label)"]
)
def test_the_guard_finds_what_is_hidden(code: str) -> None:
    assert unseen(code)


def test_the_guard_finds_an_alias() -> None:
    assert aliases("from django.utils.translation import gettext as words")
    assert not aliases("from django.utils.translation import gettext_lazy as _, ngettext")


# Words that once stood for several things, each with what says it now.
OLD_WORDS = {
    r"\btold_at\b": "modified_at",
    r"data-turns?\b|[\".]turn\b(?!\()": "card",
    r"\.begun\(": "has_begun",
    r"\b(told|said) :?= ": "the thing itself: announced, failing, trusted",
}


def old_words(text: str) -> list[str]:
    """What `text` should say instead."""
    return [new for old, new in OLD_WORDS.items() if re.search(old, text)]


def test_an_old_word_does_not_come_back() -> None:
    patterns = ("*.py", "*.html", "*.css", "*.js")
    names = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [
        name for name in names.splitlines() if not name.startswith(("coach/", "tests/")) and (ROOT / name).exists()
    ]
    assert {name: found for name in files if (found := old_words((ROOT / name).read_text()))} == {}


@pytest.mark.parametrize(
    "text", ["meeting.told_at", "told = failing()", '<p class="turn current">', ".live .turn {", "span.begun(now)"]
)
def test_the_guard_finds_an_old_word(text: str) -> None:
    assert old_words(text)
