"""Whether the words that a line cannot do without stand in a sentence, in the line's order and near enough.

That is told from the words alone, in a hundredth of the time that it takes to compile the line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.reading.beginnings import first_words
from coach.reading.brackets import MAY_MISS, TIMES, group, parts
from coach.reading.sentences import Sentence

# How many words of any kind a gap holds at most.
_GAPS = {"...": 6, "~": 2}
_ANY = 1_000
_ONE_SIGN = re.compile(r"\\.|\[[^\]]*\]")


@dataclass(frozen=True)
class Part:
    """What stands between two spaces of a line: `words` with one of which it begins (none: any), and how many white
    spaces lie at most between its beginning and that of the part before (`reach`)."""

    words: frozenset[str]
    reach: int


def told(line: str) -> Iterator[Part]:
    """The parts of a line one by one, the first only where more is known of it than its first word."""
    reach = 0
    for number, part in enumerate(parts(line)):
        if part in _GAPS:
            reach += _GAPS[part]
            continue
        words, passed, inside = _read(part)
        reach += 1 if number else 0
        if number or passed:
            yield Part(words, reach + passed)
            reach = 0
        reach += inside


def may_be_all(line: str, word: str) -> bool:
    """Whether a text of the one word `word` can fit a line."""
    first, *others = map(_read, parts(line) or [""])
    return not (first[1] and first[0] and word not in first[0]) and not any(words for words, _, _ in others)


@lru_cache(maxsize=4096)
def _read(part: str) -> tuple[frozenset[str], int, int]:
    """The words with which a part must go on, how many white spaces it holds before them at most, and how many in all."""
    must, passed = _behind_what_may_miss(part)
    return _beginning(must), passed, _spaces(part)


def may_stand(found: Sequence[Part], sentence: Sentence, place: int) -> bool:
    """Whether the words of these parts follow the word at `place`, or are it."""
    words, spaces = sentence.words, sentence.spaces
    least, most = place, spaces[place]
    for number, part in enumerate(found):
        most += part.reach
        if not part.words:
            continue
        # What ends a line may stand before an apostrophe.
        ends = tuple(part.words) if number == len(found) - 1 and "'" in sentence.low else ()
        fits = [
            at
            for at in range(least, len(words))
            if spaces[at] <= most and (words[at][1] in part.words or (ends and words[at][1].startswith(ends)))
        ]
        if not fits:
            return False
        least, most = fits[0], spaces[fits[-1]]
    return True


def _behind_what_may_miss(part: str) -> tuple[str, int]:
    """The part without the words at its front that may be missing, and how many white spaces these hold at most."""
    passed = 0
    while part.startswith("(") and not part.startswith("(?"):
        inner, after = group(part)
        times = TIMES.match(after)
        if not times and len(inner) == 1:
            part = inner[0] + after
            continue
        rest = after[times.end() :] if times else after
        if not after.startswith(MAY_MISS) or not rest or not all(choice.endswith(" ") for choice in inner):
            break
        passed += _spaces(part[: len(part) - len(rest)])
        part = rest
    return part, passed


def _beginning(part: str) -> frozenset[str]:
    """The words with which a part can begin; none where that cannot be said."""
    # A full stop may stand for any sign, and so it may for a letter of the same word.
    if "." in part:
        return frozenset()
    try:
        words = frozenset(first_words(part))
    except ValueError:
        return frozenset()
    # One of several may be no word at all.
    return frozenset() if "" in words else words


def _spaces(part: str) -> int:
    """How many white spaces the part holds at most."""
    if any(sign in part for sign in ("\\s", "\\S", "\\W", ".", "[^")):
        return _ANY
    if " " not in part:
        return 0
    # A bracket that is a sign is none.
    part = _ONE_SIGN.sub("x", part)
    most = 0
    while part:
        plain, bracket, rest = part.partition("(")
        most += plain.count(" ")
        if not bracket:
            break
        inner, part = group(bracket + rest)
        times = TIMES.match(part)
        if not inner[0].startswith(("?=", "?!", "?<")):
            most += max(map(_spaces, inner)) * (_repeated(times[0]) if times else 1)
        part = part[times.end() :] if times else part
    return min(most, _ANY)


def _repeated(times: str) -> int:
    """How often a bracket with this sign may stand in a row."""
    last = times.strip("{}").rpartition(",")[2]
    return 1 if times == "?" else int(last) if last.isdigit() else _ANY
