"""Reads the turns of phrase in rules/: a section for each kind, a regular expression on a line."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "rules"

# One review asks the same rule of the same words several times; more need not be remembered.
LATELY = 16

_EDGE = r"\b"
_INDENT = "    "
_NAMED = re.compile(r"^([A-Z]+) = (.*)$")
_USED = re.compile(r"\{([A-Z]+)\}")


@cache
def rules(name: str) -> Mapping[str, re.Pattern[str]]:
    """The sections of rules/<name>.txt, each as one expression that matches where any of its lines does."""
    return {kind: _pattern(section) for kind, section in lines(name).items()}


def blanked(rule: re.Pattern[str], words: str) -> str:
    """The words with what the rule matches made blank; every other letter keeps its place."""
    return rule.sub(lambda found: " " * len(found[0]), words)


def _pattern(section: Iterable[str]) -> re.Pattern[str]:
    """Lines that begin at the edge of a word are tried together, before the others: so most places are passed at once."""
    section = list(section)
    edged = "|".join(f"(?:{line.removeprefix(_EDGE)})" for line in section if line.startswith(_EDGE))
    others = [f"(?:{line})" for line in section if not line.startswith(_EDGE)]
    return re.compile("|".join([*([f"{_EDGE}(?:{edged})"] if edged else []), *others]), re.I)


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
