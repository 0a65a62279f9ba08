"""Worship of the person, not measured praise of something they did (docs/CRAFT.md, "Asking")."""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
STRONG = PHRASES["strong"]
WEAK = PHRASES["weak"]
# Heaven, kings and the immortals of an art: nobody measured speaks of a colleague so, twice in one letter.
HYPERBOLE = PHRASES["hyperbole"]
_IDIOM = re.compile(
    r"(?:god|heaven)s?(?:'s| (?:bless|keep|pay|willing|knows|help|forbid|sake|be with|grant))|thank "
    r"(?:god|heaven)|oh my god|for (?:god|heaven)|bless"
)
_ABOUT_YOU = re.compile(r"\b(?:you|your|ur|u|yours)\b|\b(?:maestro|master)\b")


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that worship; None where the praise keeps measure."""
    mild: list[Match] = []
    for sentence in parsed.all:
        for hit in STRONG.find(sentence):
            if not sentence.quoted(hit.start) and _of_the_person(sentence, hit):
                return hit
        if _ABOUT_YOU.search(sentence.low):
            mild += [
                hit
                for hit in WEAK.find(sentence)
                if not sentence.quoted(hit.start) and not denied(sentence, hit.start, reach=3)
            ]
    if len(mild) >= 3:
        return mild[0]
    return _exalted(parsed)


def _exalted(parsed: ParsedMessage) -> Match | None:
    high: dict[str, Match] = {}
    for sentence in parsed.all:
        for hit in HYPERBOLE.find(sentence):
            low, plain = sentence.text.low, sentence.text.plain
            around = low[max(sentence.start, hit.start - 6) : hit.end + 10]
            title = (
                hit.low in _ALSO_NAMES
                and plain[hit.start - 1 : hit.start] not in {"\n", ""}
                and plain[hit.start].isupper()
                and low[hit.end : hit.end + 2] != "'s"
                and _NAME_FOLLOWS.match(plain, hit.end)
            )
            if (
                not _IDIOM.search(around)
                and not title
                and not sentence.quoted(hit.start)
                and not denied(sentence, hit.start, reach=2)
            ):
                high.setdefault(hit.low, hit)
    you = [hit for hit in high.values() if _ABOUT_YOU.search(hit.sentence.low)]
    enough = len(high) >= 3 or (len(high) == 2 and _close_to_you(you, high))
    return you[0] if you and enough else None


_ALSO_NAMES_WORDS = (
    "newton darwin homer leonardo crown queen bow saint saints holy virgin eden creator apollo nightingale mercator"
)
_ALSO_NAMES = frozenset(_ALSO_NAMES_WORDS.split())
_NAME_FOLLOWS = re.compile(r"\s[A-Z]")


def _close_to_you(you: list[Match], high: dict[str, Match]) -> bool:
    numbers = [hit.sentence.number for hit in high.values() if hit.sentence.part == "body"]
    return len(you) == 2 or (len(numbers) == 2 and abs(numbers[0] - numbers[1]) <= 1)


def _of_the_person(sentence: Sentence, hit: Match) -> bool:
    low = sentence.text.low
    if denied(sentence, hit.start, reach=3) and not re.match(
        r"(?:no|nobody|none|not|un|cannot|can't|never|words|could)", hit.low
    ):
        return False
    around = low[max(sentence.start, hit.start - 90) : min(sentence.end, hit.end + 60)]
    return bool(re.search(r"\b(?:you|your|ur|u|yours|yourself|sir|ma'?am|madam)\b", around)) or hit.low.startswith(
        ("my idol", "my hero", "unworthy", "not worthy", "my whole life", "eternal")
    )
