"""Reads the turns of phrase in rules/: a section for each kind, a regular expression on a line."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from coach.reading.lazily import lazily
from coach.reading.traces import foremost, traces, wanted

FOLDER = Path(__file__).parent / "rules"

# One review asks the same rule of the same words several times; more need not be remembered.
LATELY = 16

_EDGE = r"\b"
_INDENT = "    "
_NAMED = re.compile(r"^([A-Z]+) = (.*)$")
_USED = re.compile(r"\{([A-Z]+)\}")


class Line:
    """A turn of phrase, compiled where a text holds what it cannot do without."""

    def __init__(self, words: str) -> None:
        self._words = _LARGE.sub(lambda found: found[0].lower(), words)
        self.foremost = foremost(self._words)
        self.pattern = lazily(self._words)
        # Read as far as it was needed.
        self._wanted: list[frozenset[str]] = []
        self._more = wanted(self._words)

    def may_match(self, held: frozenset[str]) -> bool:
        """Whether a text with these traces holds all that the line cannot do without."""
        if any(map(held.isdisjoint, self._wanted)):
            return False
        for traces_of_one in self._more:
            self._wanted.append(traces_of_one)
            if held.isdisjoint(traces_of_one):
                return False
        return True


class Rule:
    """The lines of one section; it matches where any of them does, what begins at the edge of a word before others.

    It is asked without regard to case, and both sides are made small for that: letters that must be the same are
    compared far faster than letters of either case. A match has the places of the words as they were given.
    """

    def __init__(self, told: Iterable[str]) -> None:
        self._lines = [Line(line) for line in sorted(told, key=lambda line: not line.startswith(_EDGE))]
        # By the letters that are looked for first; under "" the lines that can do without any.
        self._by_trace: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            for trace in line.foremost or ("",):
                self._by_trace.setdefault(trace, []).append(number)

    def search(self, words: str) -> re.Match[str] | None:
        """The first words that match."""
        words = _small(words)
        return _first(self._awake(words), words, 0)

    def match(self, words: str) -> re.Match[str] | None:
        """The words at the beginning that match."""
        words = _small(words)
        return next((found for line in self._awake(words) if (found := line.pattern.match(words))), None)

    def blanked(self, words: str, blank: str = " ") -> str:
        """The words with what the rule matches made blank; every other letter keeps its place."""
        words = _small(words)
        awake = self._awake(words)
        pieces, done = [], 0
        while found := _first(awake, words, done):
            pieces += [words[done : found.start()], blank * len(found[0])]
            done = found.end()
        return "".join([*pieces, words[done:]])

    def _awake(self, words: str) -> list[Line]:
        """The lines that may match, in their order."""
        held = _traces(words)
        woken = {number for trace in self._by_trace.keys() & held for number in self._by_trace[trace]}
        lines = (self._lines[number] for number in sorted(woken))
        return [line for line in lines if line.may_match(held)]


# "\W" and "(?P<" mean something else when small.
_LARGE = re.compile(r"(?<![\\?])[A-Z]")


@lru_cache(maxsize=64)
def _small(words: str) -> str:
    small = words.lower()
    # Few letters are longer when small; they stay as they are, so that every place stays the same.
    return small if len(small) == len(words) else "".join(s if len(s := c.lower()) == 1 else c for c in words)


# The same words are held against rule after rule.
_traces = lru_cache(maxsize=LATELY)(traces)


def _first(awake: Iterable[Line], words: str, start: int) -> re.Match[str] | None:
    first = None
    for line in awake:
        found = line.pattern.search(words, start)
        if found and (first is None or found.start() < first.start()):
            first = found
    return first


@cache
def phrases(name: str) -> Mapping[str, Rule]:
    """The sections of rules/<name>.txt."""
    return {kind: Rule(told) for kind, told in lines(name).items()}


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
