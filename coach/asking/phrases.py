"""Reads the turns of phrase in rules/: a section for each kind, a regular expression on a line."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "rules"

# One review asks the same rule of the same words several times; more need not be remembered.
LATELY = 16

_EDGE = r"\b"
_INDENT = "    "
_NAMED = re.compile(r"^([A-Z]+) = (.*)$")
_USED = re.compile(r"\{([A-Z]+)\}")


class Rule:
    """One expression, asked without regard to case.

    Both sides are made small first: letters that must be the same are compared far faster than letters of either case.
    A match has the places of the words as they were given.
    """

    __slots__ = ("_made",)

    def __init__(self, told: str) -> None:
        self._made = re.compile(_LARGE.sub(lambda found: found[0].lower(), told))

    def search(self, words: str) -> re.Match[str] | None:
        return self._made.search(_small(words))

    def match(self, words: str) -> re.Match[str] | None:
        return self._made.match(_small(words))

    def blanked(self, words: str) -> str:
        """The words with what matches made blank; every other letter keeps its place."""
        return self._made.sub(lambda found: " " * len(found[0]), _small(words))


# "\W" and "(?P<" mean something else when small.
_LARGE = re.compile(r"(?<![\\?])[A-Z]")


@lru_cache(maxsize=64)
def _small(words: str) -> str:
    small = words.lower()
    # Few letters are longer when small; they stay as they are, so that every place stays the same.
    return small if len(small) == len(words) else "".join(s if len(s := c.lower()) == 1 else c for c in words)


@cache
def phrases(name: str) -> Mapping[str, Rule]:
    """The sections of rules/<name>.txt, each as one rule that holds where any of its lines does."""
    return {kind: Rule(_any(told)) for kind, told in lines(name).items()}


def _any(told: list[str]) -> str:
    """Any of the lines. What begins at the edge of a word is tried nowhere else, which halves the time."""
    edged = "|".join(f"(?:{line.removeprefix(_EDGE)})" for line in told if line.startswith(_EDGE))
    others = [f"(?:{line})" for line in told if not line.startswith(_EDGE)]
    return "|".join([*([rf"{_EDGE}(?:{edged})"] if edged else []), *others])


def lines(name: str) -> Mapping[str, list[str]]:
    """The sections of rules/<name>.txt with their lines, each NAME in its place."""
    named: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in _joined((FOLDER / f"{name}.txt").read_text("utf-8")):
        if line.startswith("[") and line.endswith("]"):
            section = found.setdefault(line[1:-1], [])
        elif naming := _NAMED.match(line):
            named[naming[1]] = naming[2]
        else:
            section.append(_USED.sub(lambda used: f"(?:{named[used[1]]})", line))
    return found


def _joined(text: str) -> list[str]:
    """The lines that say something, with those that go on joined to the ones above."""
    whole: list[str] = []
    for line in text.split("\n"):
        if line.startswith(_INDENT) and whole:
            whole[-1] += line.removeprefix(_INDENT)
        elif line and not line.startswith("#"):
            whole.append(line)
    return whole
