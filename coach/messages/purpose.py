"""Does the message call the conversation by its name? ("informational interview", docs/CRAFT.md, "Asking")

Exact is an informational interview or meeting, misspelt or not; a variant is information, info or informational with
another word for a talk, or an interview whose purpose is said to be information.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
EXACT = PHRASES["exact"]
VARIANT = PHRASES["variant"]
# Named, but over and done with, or not wanted.
_BEFORE = PHRASES["before"]
_DONE = PHRASES["done"]
_ABOUT = PHRASES["about"]
_AGAIN = PHRASES["again"]


@dataclass(frozen=True)
class Purpose:
    """`phrase` is exact, variant or none; `hit` where it stands."""

    phrase: str
    hit: Match | None = None


def detect(parsed: ParsedMessage) -> Purpose:
    """What the message calls the conversation that it asks for."""
    for phrase, lines in (("exact", EXACT), ("variant", VARIANT)):
        for sentence in parsed.all:
            for hit in chain(lines.find(sentence), _misspelt(sentence) if phrase == "exact" else ()):
                if not _not_wanted(sentence, hit):
                    return Purpose(phrase, hit)
    return Purpose("none")


def _not_wanted(sentence: Sentence, hit: Match) -> bool:
    low = sentence.text.low
    if (
        low[max(0, hit.start - 6) : hit.start].endswith(("job ", "not "))
        and "not " in low[max(0, hit.start - 14) : hit.start]
    ):
        return True
    window = hit.start - 60
    for lines in (_BEFORE, _DONE, _ABOUT):
        for earlier in lines.find(sentence):
            near = earlier.start >= window and earlier.end <= hit.start + 1
            if near and len(low[earlier.end : hit.start].split()) <= 3 and not _AGAIN.first(sentence):
                return True
    if sentence.quoted(hit.start) and re.search(
        r"\b(?:episode|podcast|series|article|book|video|course|module|show|blog|column|poster|sheet|chapter)\b",
        sentence.low,
    ):
        return True
    if denied(sentence, hit.start, reach=7) or re.match(
        r"s?,? but (?:honestly |really |frankly |to be honest |actually )?i (?:don't|do not|would "
        r"rather|'d rather|am not|'m not)",
        low[hit.end : hit.end + 50],
    ):
        return True
    after = low[hit.end : hit.end + 40]
    return after.startswith(
        (
            " stage",
            "-stage",
            "s already",
            " already",
            " are done",
            " is not what",
            " isn't what",
            "s are not",
            " workshop",
            " questions from your",
        )
    )


def _misspelt(sentence: Sentence) -> Iterator[Match]:
    """An "infomational inteview": each word within three slips of the right one."""
    for (start, first), (place, second) in pairwise(sentence.words):
        if first.startswith("inf") and 10 <= len(first) <= 17 and second[:3] in {"int", "inv", "itn", "mee", "met"}:
            talk = min(_slips(second.rstrip("s"), "interview"), _slips(second.rstrip("s"), "meeting"))
            if (
                first != "information"
                and first[-2:] in {"al", "le", "nl"}
                and _slips(first, "informational") <= 3
                and talk <= 2
            ):
                yield Match(sentence, start, place + len(second))


def _slips(word: str, right: str) -> int:
    """How many letters must be changed, left out or put in (Levenshtein)."""
    row = list(range(len(right) + 1))
    for number, sign in enumerate(word, 1):
        last, row[0] = row[0], number
        for place, parsed in enumerate(right, 1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (sign != parsed))
    return row[-1]
