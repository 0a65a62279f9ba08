"""Lists of turns of phrase, written as lines, and the search for any line of a list in a sentence.

In a line, ` ... ` stands for up to six words of any kind, ` ~ ` for up to two, `(a|b)` for either, `(a )?` and `s?`
for something that may be missing. An apostrophe may be missing in the text ("Im", "dont"), and a hyphen may stand
where the line has a space. A line begins and ends with a whole word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coach.reading.sentences import Sentence

_NAMED = re.compile(r"\{([a-z_]+)\}")
_LIST = re.compile(r"\[([a-z_]+)\]")
_OPENS = re.compile(r"(?<!\\)\((?!\?)")
# Where a word begins; what follows an apostrophe begins none.
_WORD_BEGINS = r"\b(?=\w)(?<!\w')"
_WORD_ENDS = r"(?!\w)"
# What stands before an apostrophe is no word of its own in a line as short as this: "Queen's Court" praises nobody.
_SHORT = 2
_SHORT_ENDS = r"(?!'?\w)"
# Words between others. Of a chain of hyphens no more are taken for one word: a chain of fifty could be read in millions
# of ways, and each would be tried.
_ANY_WORD = r"[^\s-]*+(?:-[^\s-]*+){0,5}?"
_SIX_WORDS = rf"(?:,?[\s-]{_ANY_WORD}(?:\s{_ANY_WORD}){{0,5}}?)??,?[\s-]"
_TWO_WORDS = rf"(?:,?[\s-]{_ANY_WORD}(?:\s{_ANY_WORD})??)??,?[\s-]"


@dataclass(frozen=True)
class Match:
    """Words found in a sentence, as places in its normalised text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.sentence.text.low[self.start : self.end]


class PhraseList:
    """A list of turns of phrase; `find` gives those that occur in a sentence, in its order."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines

    @property
    def expressions(self) -> list[str]:
        """Each line as an expression of its own."""
        return [f"{_WORD_BEGINS}(?:{_expression(line)})" for line in self._lines]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All lines as one expression; of two that fit at the same word the first in the list is found."""
        lines = "|".join(map(_expression, self._lines))
        return re.compile(f"{_WORD_BEGINS}(?:{lines})")

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """What fits a line, at most one match for each word with which one begins; matches may overlap."""
        low, place = sentence.text.low, sentence.start
        while found := self.pattern.search(low, place, sentence.end):
            yield Match(sentence, *found.span())
            place = found.start() + 1

    def first(self, sentence: Sentence) -> Match | None:
        return next(self.find(sentence), None)


def read_phrases(module: str) -> dict[str, PhraseList]:
    """The lists for `module` (its `__file__`), from the text of the same name in the folder `phrases` beside it.

    There `word = a|b` names choices that lines below take up as `({word})`, `[list]` begins a list, and a line that
    is too long goes on after four spaces.
    """
    place = Path(module)
    whole: list[str] = []
    for line in (place.parent / "phrases" / f"{place.stem}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            whole[-1] += line[4:]
        elif line and not line.startswith("#"):
            whole.append(line)
    named: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    for line in whole:
        text = _NAMED.sub(lambda match: named[match[1]], line)
        if begun := _LIST.fullmatch(line):
            lists[begun[1]] = []
        elif not lists:
            name, _, choices = text.partition(" = ")
            named[name] = choices
        else:
            lists[next(reversed(lists))].append(text)
    return {name: PhraseList(*lines) for name, lines in lists.items()}


def _expression(line: str) -> str:
    """The regular expression that a line stands for."""
    end = _WORD_ENDS if line.count(" ") >= _SHORT else _SHORT_ENDS
    line = _OPENS.sub("(?:", line).replace("'", "'?")
    line = line.replace(" ... ", _SIX_WORDS).replace(" ~ ", _TWO_WORDS).replace(" ", r",?[\s-]")
    return f"(?:{line}){end}"
