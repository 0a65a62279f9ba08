"""Turns of phrase as lines that an adviser can read, and the search for many of them at once.

In a line, ` ... ` stands for up to six words of any kind, ` ~ ` for up to two, `(a|b)` for either, `(a )?` and `s?`
for something that may be missing. An apostrophe may be missing in the text ("Im", "dont"), and a hyphen may stand
where the line has a space. A line is tried only where one of its first words stands, so that hundreds of lines
cost little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.reading.sentences import Sentence

_HEAD = re.compile(r"[\w']+")
_NAMED = re.compile(r"\{([a-z_]+)\}")
_LIST = re.compile(r"\[([a-z_]+)\]")
_OPENS = re.compile(r"(?<!\\)\((?!\?)")
_TIMES = re.compile(r"^(?:[?*+]|\{\d*,?\d*\})")
_FLAT = re.compile(r"[\w' |]+")
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
        text = _NAMED.sub(lambda match: named[match[1]], line)
        if begun := _LIST.fullmatch(line):
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

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = re.compile(f"(?:{_as_pattern(self._words)}){_FROM_HERE}")
        return self._pattern


class Phrases:
    """A list of turns of phrase; `find` gives those that occur in a sentence, in its order."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines
        self._heads: dict[str, list[Line]] | None = None

    def find(self, sentence: Sentence) -> Iterator[Hit]:
        heads = self._heads if self._heads is not None else self._sorted()
        low, end, words = sentence.text.low, sentence.end, sentence.words
        for place, (start, word) in enumerate(words):
            if word not in heads:
                continue
            second = words[place + 1][1] if place + 1 < len(words) else ""
            for line in heads[word]:
                if line.following is not None and second not in line.following:
                    continue
                if match := line.pattern.match(low, start, end):
                    yield Hit(sentence, start, match.end())
                    break

    def first(self, sentence: Sentence) -> Hit | None:
        return next(self.find(sentence), None)

    def within(self, sentence: Sentence) -> bool:
        return self.first(sentence) is not None

    def _sorted(self) -> dict[str, list[Line]]:
        heads: dict[str, list[Line]] = {}
        for line in self._lines:
            for head, made in beginnings(line).items():
                heads.setdefault(head, []).append(made)
        self._heads = heads
        return heads


def beginnings(line: str) -> dict[str, Line]:
    """Each word with which a text that fits `line` can begin, with what is left of the line for such a text.

    Of a bracket at the front only the choices with that word are left: they are all that has to be compiled for it.
    """
    if line.startswith("("):
        choices, after = _group(line)
        if after[:1] not in {"?", "*", "+", "{"}:
            kept: dict[str, list[str]] = {}
            for choice in choices:
                for head in first_words(choice + after):
                    kept.setdefault(head, []).append(choice)
            then = _after(after)
            made: dict[str, Line] = {}
            for head, some in kept.items():
                single = all(choice == head for choice in some)
                made[head] = Line(f"({'|'.join(some)}){after}", then if single else _second(some, after, then))
            return made
    head = line.partition(" ")[0]
    plain = head.replace("'", "").isalnum()
    made_once = Line(line, _after(line[len(head) :]) if plain else None)
    return dict.fromkeys(first_words(line), made_once)


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


def first_words(line: str) -> set[str]:
    """The words with which a text that fits `line` can begin, without apostrophes.

    Raises ValueError where it could begin with any word.
    """
    head = _HEAD.match(line)
    lead, rest = (head[0], line[head.end() :]) if head else ("", line)
    if rest.startswith("?"):
        return first_words(lead + rest[1:]) | first_words(lead[:-1] + rest[1:])
    if rest.startswith("-?"):
        return first_words(lead + rest[2:]) | {lead}
    if rest.startswith("(") and not rest.startswith("(?"):
        inner, after = _group(rest)
        optional = after.startswith(("?", "*", "{0"))
        after = _TIMES.sub("", after)
        if not lead and not optional and _FLAT.fullmatch("|".join(inner)) and after[:1] in {" ", ""}:
            return {choice.partition(" ")[0].replace("'", "") for choice in inner}
        choices = [*inner, ""] if optional else inner
        return set().union(*(first_words(lead + choice + after) for choice in choices))
    if not lead or rest[:1] in {"\\", "[", "*", "+", "{"}:
        raise ValueError(f"A line must begin with words: {line!r}")
    return {lead.replace("'", "")}


def _group(rest: str) -> tuple[list[str], str]:
    """The choices of the bracket at the front of `rest`, and what follows it."""
    depth, begun = 0, 1
    choices: list[str] = []
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
    return line.replace(" ... ", _SIX_WORDS).replace(" ~ ", _TWO_WORDS).replace(" ", r",?[\s-]")
