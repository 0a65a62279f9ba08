"""Turns of phrase as lines that an adviser can read, and the search for many of them at once.

In a line, ` ... ` stands for up to five words of any kind, ` ~ ` for up to two, `(a|b)` for either, `(a )?` and `s?`
for something that may be missing. An apostrophe may be missing in the text ("Im", "dont"), and a hyphen may stand
where the line has a space. A line is tried only where one of its first words stands, so that hundreds of lines
cost little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.reading.sentences import Sentence

_HEAD = re.compile(r"[\w']+")
_OPENS = re.compile(r"(?<!\\)\((?!\?)")
_FROM_HERE = r"(?!\w)"


@dataclass(frozen=True)
class Hit:
    """Words found in a sentence, as places in its levelled text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.sentence.text.low[self.start : self.end]


class Phrases:
    """A list of turns of phrase; `find` gives those that occur in a sentence, in its order."""

    def __init__(self, *lines: str) -> None:
        self._lines = [line for block in lines for line in map(str.strip, block.splitlines()) if line]
        self._heads: dict[str, list[str]] | None = None
        self._ready: dict[str, re.Pattern[str]] = {}

    def find(self, sentence: Sentence) -> Iterator[Hit]:
        heads = self._heads
        if heads is None:
            heads = self._heads = self._sorted()
        low, end = sentence.text.low, sentence.end
        for start, word in sentence.words:
            if word in heads:
                pattern = self._ready.get(word) or self._compile(word)
                if match := pattern.match(low, start, end):
                    yield Hit(sentence, start, match.end())

    def first(self, sentence: Sentence) -> Hit | None:
        return next(self.find(sentence), None)

    def within(self, sentence: Sentence) -> bool:
        return self.first(sentence) is not None

    def _sorted(self) -> dict[str, list[str]]:
        heads: dict[str, list[str]] = {}
        for line in self._lines:
            for head in sorted(first_words(line)):
                heads.setdefault(head, []).append(line)
        return heads

    def _compile(self, head: str) -> re.Pattern[str]:
        assert self._heads is not None
        lines = "|".join(map(_as_pattern, self._heads[head]))
        made = self._ready[head] = re.compile(f"(?:{lines}){_FROM_HERE}")
        return made


def first_words(line: str) -> set[str]:
    """The words with which a text that fits `line` can begin, without apostrophes."""
    head = _HEAD.match(line)
    lead, rest = (head[0], line[head.end() :]) if head else ("", line)
    if rest.startswith("?"):
        return first_words(lead + rest[1:]) | first_words(lead[:-1] + rest[1:])
    if rest.startswith("(") and not rest.startswith("(?"):
        inner, after = _group(rest)
        optional = after.startswith("?")
        after = after.removeprefix("?")
        choices = [*inner, ""] if optional else inner
        return set().union(*(first_words(lead + choice + after) for choice in choices))
    if not lead:
        raise ValueError(f"A line must begin with words: {line!r}")
    return {lead.replace("'", "")}


def _group(rest: str) -> tuple[list[str], str]:
    """The choices of the bracket at the front of `rest`, and what follows it."""
    depth, choices, begun = 0, [], 1
    for place, sign in enumerate(rest):
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                return [*choices, rest[begun:place]], rest[place + 1 :]
        elif sign == "|" and depth == 1:
            choices.append(rest[begun:place])
            begun = place + 1
    raise ValueError(f"A bracket is open in {rest!r}")


def _as_pattern(line: str) -> str:
    line = _OPENS.sub("(?:", line).replace("'", "'?")
    line = line.replace(" ... ", r"(?:,?[\s-]\S+){0,5}?,?[\s-]").replace(" ~ ", r"(?:,?[\s-]\S+){0,2}?,?[\s-]")
    return line.replace(" ", r",?[\s-]")
