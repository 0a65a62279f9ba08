"""Whether the words that a line cannot do without stand in a sentence, in the line's order and near enough.

That is told from the words alone, in a hundredth of the time that it takes to compile the line.
"""

from dataclasses import dataclass
from functools import lru_cache

from coach.reading.beginnings import MAY_MISS, TIMES, first_words, group, parts
from coach.reading.sentences import Sentence

# How many words of any kind a gap holds at most.
_GAPS = {"...": 6, "~": 2}
_ANY = 1_000


@dataclass(frozen=True)
class Part:
    """What stands between two spaces of a line: `words` with one of which it begins (none: any), and how many white
    spaces lie at most between its beginning and that of the part before (`reach`)."""

    words: frozenset[str]
    reach: int


@lru_cache(maxsize=4096)
def told(line: str) -> tuple[Part, ...]:
    """The parts of a line, the first only where more is known of it than its first word."""
    found: list[Part] = []
    reach = 0
    for number, part in enumerate(parts(line)):
        if part in _GAPS:
            reach += _GAPS[part]
            continue
        reach += 1 if number else 0
        # Of the first part, the first word is known to stand there.
        must = _behind_what_may_miss(part)
        words = _beginning(must) if number or must != part else frozenset()
        if number or words:
            found.append(Part(words, reach + _spaces(part[: len(part) - len(must)])))
            reach = 0
        reach += _spaces(part)
    return tuple(found)


def may_stand(found: tuple[Part, ...], sentence: Sentence, place: int) -> bool:
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


def _behind_what_may_miss(part: str) -> str:
    """The part without the words at its front that may be missing."""
    while part.startswith("(") and not part.startswith("(?"):
        choices, after = group(part)
        rest = TIMES.sub("", after)
        if not after.startswith(MAY_MISS) or not rest or not all(choice.endswith(" ") for choice in choices):
            break
        part = rest
    return part


def _beginning(part: str) -> frozenset[str]:
    """The words with which a part can begin; none where that cannot be said."""
    # A full stop may stand for any sign, and so it may for a letter of the same word.
    if "." in part:
        return frozenset()
    try:
        return frozenset(first_words(part))
    except ValueError:
        return frozenset()


def _spaces(part: str) -> int:
    """How many white spaces the part holds at most."""
    if any(sign in part for sign in ("\\s", "\\S", "\\W", ".", "[^")):
        return _ANY
    most = 0
    while part:
        if part.startswith("("):
            choices, after = group(part)
            times = TIMES.match(after)
            part = TIMES.sub("", after)
            inside = 0 if choices[0].startswith(("?=", "?!", "?<")) else max(map(_spaces, choices))
            most += inside * (_repeated(times[0]) if times else 1)
        else:
            plain, bracket, rest = part.partition("(")
            most += plain.count(" ")
            part = bracket + rest
    return min(most, _ANY)


def _repeated(times: str) -> int:
    """How often a bracket with this sign may stand in a row."""
    last = times.strip("{}").rpartition(",")[2]
    return 1 if times == "?" else int(last) if last.isdigit() else _ANY
