"""Turns of phrase as lines that an adviser can read, and the search for many of them at once.

In a line, ` ... ` stands for up to six words of any kind, ` ~ ` for up to two, `(a|b)` for either, `(a )?` and `s?`
for something that may be missing. An apostrophe may be missing in the text ("Im", "dont"), and a hyphen may stand
where the line has a space. A line is tried only where one of its first words stands, so that hundreds of lines
cost little.
"""

import re
from collections.abc import Iterable, Iterator, KeysView
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coach.reading.beginnings import first_words
from coach.reading.brackets import MAY_MISS, group
from coach.reading.order import Part, may_be_all, may_stand, told
from coach.reading.sentences import Sentence

_NAMED = re.compile(r"\{([a-z_]+)\}")
_LIST = re.compile(r"\[([a-z_]+)\]")
_OPENS = re.compile(r"(?<!\\)\((?!\?)")
# Of a line that was asked for so often, the compiled form is worth having: it answers sooner than its words do.
_OFTEN = 40
_FROM_HERE = r"(?!\w)"
# Words between others. Only white space parts them: were a hyphen to do so as well, a chain of fifty hyphens could be
# read in millions of ways, and each would be tried.
_SIX_WORDS = r"(?:,?[\s-]\S+(?:\s\S+){0,5}?)??,?[\s-]"
_TWO_WORDS = r"(?:,?[\s-]\S+(?:\s\S+)??)??,?[\s-]"


@dataclass(frozen=True)
class Hit:
    """Words found in a sentence, as places in its levelled text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.sentence.text.low[self.start : self.end]


def read_phrases(module: str) -> dict[str, "Phrases"]:
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
        text = _NAMED.sub(lambda match: named[match[1]], line) if "{" in line else line
        if line.startswith("[") and (begun := _LIST.fullmatch(line)):
            lists[begun[1]] = []
        elif not lists:
            name, _, choices = text.partition(" = ")
            named[name] = choices
        else:
            lists[next(reversed(lists))].append(text)
    return {name: Phrases(*lines) for name, lines in lists.items()}


class Line:
    """A line for texts that begin with one of its first words: `following` are the words that may come second (None:
    any), so that it is compiled only where it has a chance."""

    def __init__(self, words: str, following: frozenset[str] | None) -> None:
        self._words, self.following = words, following
        self._pattern: re.Pattern[str] | None = None
        # Read as far as it was needed.
        self._parts: list[Part] = []
        self._more = told(words)
        self._refused = 0

    def may_be(self, word: str) -> bool:
        """Whether `word` may be all that fits the line."""
        return may_be_all(self._words, word)

    def match(self, sentence: Sentence, place: int) -> re.Match[str] | None:
        """What fits the line at the word of that number; tried only where no word is wanting."""
        known = sentence.known
        for part in self._parts:
            if part.words and part.words.isdisjoint(known):
                return None
        for part in self._more:
            self._parts.append(part)
            if part.words and part.words.isdisjoint(known):
                return None
        if self._pattern is None:
            if self._refused < _OFTEN and not may_stand(self._parts, sentence, place):
                self._refused += 1
                return None
            self._pattern = re.compile(f"(?:{_as_pattern(self._words)}){_FROM_HERE}")
        return self._pattern.match(sentence.text.low, sentence.words[place][0], sentence.end)


class Head:
    """The lines that can begin with one word; made only when a text has it, for most have few."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._told: list[tuple[str, list[str]]] = []
        self._before: dict[str, list[Line]] = {}

    def add(self, line: str, choices: list[str]) -> None:
        """`line` can begin so; `choices` are those of the bracket at its front with which it does."""
        self._told.append((line, choices))

    @cached_property
    def lines(self) -> list[Line]:
        return [_beginning_so(line, choices) if choices else _whole(line) for line, choices in self._told]

    @cached_property
    def alone(self) -> bool:
        """Whether the word can be a whole line."""
        return any(line.may_be(self._word) for line in self.before(""))

    def before(self, second: str) -> list[Line]:
        """Those that can go on with the word `second` ("" where none follows)."""
        if not self._before:
            for word in frozenset([""]).union(*(line.following or () for line in self.lines)):
                self._before[word] = [line for line in self.lines if line.following is None or word in line.following]
        return self._before.get(second, self._before_any)

    @cached_property
    def _before_any(self) -> list[Line]:
        return [line for line in self.lines if line.following is None]


class Phrases:
    """A list of turns of phrase; `find` gives those that occur in a sentence, in its order."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines

    @cached_property
    def _heads(self) -> dict[str, Head]:
        heads: dict[str, Head] = {}
        for line in self._lines:
            for head, choices in beginnings(line).items():
                heads.setdefault(head, Head(head)).add(line, choices)
        return heads

    @cached_property
    def heads(self) -> KeysView[str]:
        """The words that begin a line."""
        return self._heads.keys()

    def may_be(self, word: str) -> bool:
        """Whether `word` can be all of a line."""
        head = self._heads.get(word)
        return head is not None and head.alone

    def find(self, sentence: Sentence) -> Iterable[Hit]:
        if len(sentence.words) == 1:
            return self._hits(sentence) if self.may_be(sentence.words[0][1]) else ()
        return () if self.heads.isdisjoint(sentence.known) else self._hits(sentence)

    def _hits(self, sentence: Sentence) -> Iterator[Hit]:
        heads, words = self._heads, sentence.words
        for place, (start, word) in enumerate(words):
            if not (head := heads.get(word)):
                continue
            second = words[place + 1][1] if place + 1 < len(words) else ""
            for line in head.before(second):
                if match := line.match(sentence, place):
                    yield Hit(sentence, start, match.end())
                    break

    def first(self, sentence: Sentence) -> Hit | None:
        return next(iter(self.find(sentence)), None)

    def within(self, sentence: Sentence) -> bool:
        return self.first(sentence) is not None


def beginnings(line: str) -> dict[str, list[str]]:
    """Each word with which a text that fits `line` can begin, with the choices of the bracket at its front for it."""
    if not line.startswith("("):
        return {head: [] for head in first_words(line)}
    choices, after = group(line)
    if after.startswith(("+", *MAY_MISS)):
        return {head: [] for head in first_words(line)}
    kept: dict[str, list[str]] = {}
    apart = after[:1] in {" ", ""}
    for choice in choices:
        plain = apart and choice.replace("'", "").replace(" ", "").isalnum()
        for head in [choice.partition(" ")[0].replace("'", "")] if plain else first_words(choice + after):
            kept.setdefault(head, []).append(choice)
    return kept


@lru_cache(maxsize=4096)
def _whole(line: str) -> Line:
    head = line.partition(" ")[0]
    return Line(line, _after(line[len(head) :]) if head.replace("'", "").isalnum() else None)


def _beginning_so(line: str, choices: list[str]) -> Line:
    """`line` with these choices of its first bracket only: they are all that has to be compiled for one word."""
    _, after = group(line)
    return Line(f"({'|'.join(choices)}){after}", _second(choices, after, _after(after)))


def _second(choices: list[str], after: str, then: frozenset[str] | None) -> frozenset[str] | None:
    found: set[str] = set()
    for choice in choices:
        head, _, rest = choice.partition(" ")
        if not head.replace("'", "").isalnum():
            return None
        following = _after(f" {rest}{after}") if rest else then
        if following is None:
            return None
        found |= following
    return frozenset(found)


@lru_cache(maxsize=2048)
def _after(rest: str) -> frozenset[str] | None:
    """The words that may follow where `rest` of a line stands; None where that cannot be said."""
    if not rest.startswith(" ") or rest.startswith((" ...", " ~")):
        return None
    try:
        return frozenset(first_words(rest[1:]))
    except ValueError:
        return None


def _as_pattern(line: str) -> str:
    line = _OPENS.sub("(?:", line).replace("'", "'?")
    return line.replace(" ... ", _SIX_WORDS).replace(" ~ ", _TWO_WORDS).replace(" ", r",?[\s-]")
