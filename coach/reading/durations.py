"""Lengths of time in a text, in any form: digits, words, fractions, spans, a start and an end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.reading.sentences import Sentence

ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {word: 10 * (number + 2) for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty"])} | {
    "fourty": 40
}

_UNIT_WORD = "|".join(sorted(ONES, key=len, reverse=True))
_TEN_WORD = "|".join(TENS)
NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|(?:{_TEN_WORD})(?:[\s-](?:one|two|five))?|{_UNIT_WORD})"
_NEXT = r"(?:\s?(?:-|/|to|or|and|til|till|,|max|\(max)\s?)"
_ISH = r"(?:[\s-]?ish|[\s-]something|[\s-]odd|\s?\+|\s?(?:max|tops)\.?)?"
_MINUTES = r"(?:min(?:ute|uite|uet|ut)?e?s?\b|mns?\b|m\b|'(?=[\s,.)-]))"
_HOURS = r"(?:hours?|hrs?|(?<=[\d\s])h)\b"
_HALF = r"half(?:[\s-]+(?:of\s)?(?:an?[\s-])?|[\s-]an[\s-])(?:hours?|hr)\b"
_QUARTERS = r"(?:three|3)[\s-]quarters?[\s-](?:of[\s-])?(?:an?[\s-])?hour\b"
_QUARTER = r"quarter(?:[\s-]of)?(?:[\s-]an?)?[\s-](?:hour|hr)\b"
_PATTERN = re.compile(
    rf"""
    (?P<third>\b(?:a\s|one[\s-])?third[\s-]of[\s-]an[\s-]hour\b)
    |(?P<threequarters>\b{_QUARTERS}|\b3/4[\s-](?:of[\s-])?(?:an?[\s-])?hour\b|¾\sof\san\shour)
    |(?P<quarter>\b{_QUARTER}|\b1/4[\s-](?:of[\s-])?(?:an?[\s-])?(?:hour|hr)\b|¼\s?(?:of\s)?(?:an?\s)?(?:hour|hr)\b)
    |(?P<andhalf>\b(?:an?|one|1)[\s-](?:hour|hr)[\s-]and[\s-]a[\s-](?P<rest>half|quarter)\b|\b1\s?½\s?hours?)
    |(?P<half>\b{_HALF}|\b1/2[\s-](?:an?[\s-])?(?:hour|hr)\b|½\s?(?:an?\s)?(?:hour|hr)\b|\b0?[.,]5\s?hours?\b)
    |(?P<couple>\b(?:a\s)?couple(?:\sof)?[\s-]hours\b|\b(?:a\s)?few\shours\b|\bsome\shours\b)
    |\b(?P<low>{NUMBER})(?:{_ISH}{_NEXT}(?P<high>{NUMBER}))?{_ISH}[\s-]?(?:(?:little|short|quick|good|solid|spare|whole|brief|precious|odd)[\s-])?(?P<minutes>{_MINUTES})
    |\b(?P<lowh>{NUMBER})(?:{_NEXT}(?P<highh>{NUMBER}))?[\s-]?(?:(?:full|academic|whole|solid|good|clear)[\s-])?(?P<hours>{_HOURS})
    |\b(?P<single>(?:an|a|a\ssingle|a\sfull|a\swhole)[\s-](?:full[\s-])?(?:hour|hr))\b
    """,
    re.X,
)
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK = (
    rf"(?:(?:half past |quarter past |half )(?:{_HOUR_WORD}|\d{{1,2}})\b"
    rf"|(?:{_HOUR_WORD})(?:[\s-](?:thirty|fifteen|twenty-five|twenty|forty-five|forty|ten))?\b"
    r"|\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?)?|noon|midday)"
)
_FROM_TO = re.compile(
    rf"(?:\b(?P<word>from|between|at)\s)?(?<![\d/.])\b(?P<from>{_CLOCK})\s?(?:-|to|until|till|til|"
    rf"and)\s?(?P<to>{_CLOCK})(?![\d%/])"
    r"(?!\s?(?:min|hour|hr|day|week|month|year|people|student|question|word))"
)


# No length of time, and no bare number, goes without one of these; they are found far sooner.
_COUNTS = re.compile(rf"\d|h(?:ou)?r|\b(?:noon|midday|half|{_TEN_WORD}|{_UNIT_WORD})")


def counts(sentence: Sentence) -> bool:
    """Whether a number or an hour may be named."""
    return _COUNTS.search(sentence.text.low, sentence.start, sentence.end) is not None


@dataclass(frozen=True)
class Duration:
    """A length of time at a place in the text: from `least` to `most` minutes."""

    sentence: Sentence
    start: int
    end: int
    least: float
    most: float
    clock: bool = False


def value(words: str) -> float:
    """The number that `words` say, in digits or letters."""
    words = words.strip().replace(",", ".")
    if words[0].isdigit():
        return float(words)
    return sum(float(TENS.get(word, ONES.get(word, 0))) for word in re.split(r"[\s-]+", words))


def durations(sentence: Sentence) -> Iterator[Duration]:
    """Every length of time named in `sentence`, whatever it is the length of."""
    if not counts(sentence):
        return
    low, start, end = sentence.text.low, sentence.start, sentence.end
    for match in _PATTERN.finditer(low, start, end):
        least, most = _minutes(match)
        if match["low"] and match["minutes"] == "m" and most < 5:
            continue
        yield Duration(sentence, *match.span(), least, most)
    for match in _FROM_TO.finditer(low, start, end):
        if (minutes := _between(match)) is not None:
            yield Duration(sentence, *match.span(), minutes, minutes, clock=True)


def _minutes(match: re.Match[str]) -> tuple[float, float]:
    fixed = {"third": 20, "threequarters": 45, "quarter": 15, "half": 30, "couple": 120, "single": 60}
    for name, minutes in fixed.items():
        if match[name]:
            return minutes, minutes
    if match["andhalf"]:
        return (75, 75) if match["rest"] == "quarter" else (90, 90)
    if match["low"]:
        first = value(match["low"])
        second = value(match["high"]) if match["high"] else first
        return min(first, second), max(first, second)
    first = value(match["lowh"]) * 60
    second = value(match["highh"]) * 60 if match["highh"] else first
    return min(first, second), max(first, second)


def _between(match: re.Match[str]) -> float | None:
    """Minutes from a start to an end, where both can only be times of a day."""
    first, second = _clock(match["from"]), _clock(match["to"])
    if first is None or second is None:
        return None
    digits = any(sign.isdigit() for sign in match[0])
    plain = not digits or (":" not in match[0] and "m" not in match[0].replace("from", "") and "." not in match[0])
    if plain and match["word"] not in {"from", "between"}:
        return None
    if "p" in match["to"] and "m" not in match["from"] and first + 12 * 60 < second:
        first += 12 * 60
    minutes = second - first
    if minutes <= 0:
        minutes += 12 * 60
    return float(minutes) if 5 <= minutes <= 240 else None


def _clock(words: str) -> int | None:
    words = words.strip(" .")
    if words in {"noon", "midday"}:
        return 12 * 60
    if words[:1].isalpha():
        return _said(words)
    match = re.match(r"(\d{1,2})(?:[:.](\d{2}))?", words)
    if not match or int(match[1]) > 24 or int(match[2] or 0) > 59:
        return None
    late = "p" in words and int(match[1]) < 12
    return (int(match[1]) + 12 * late) * 60 + int(match[2] or 0)


def _said(words: str) -> int | None:
    """A time of day in words, in minutes: "nine twenty-five", "half past two"."""
    minutes = 0
    for lead, past in (("half past ", 30), ("quarter past ", 15), ("half ", 30)):
        if words.startswith(lead):
            words, minutes = words.removeprefix(lead), past
            break
    hour, _, rest = words.replace("-", " ", 1).partition(" ") if " " in words or "-" in words else (words, "", "")
    if hour.isdigit():
        return int(hour) * 60 + minutes
    if hour not in ONES:
        return None
    return ONES[hour] * 60 + minutes + int(value(rest) if rest else 0)
