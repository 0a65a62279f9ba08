"""What people write beside a telephone number and nobody dials: hours, days, years, its place in a list."""

import re
import unicodedata
from collections.abc import Callable

# What has fewer digits is no telephone number.
FEWEST_DIGITS = 6
# Beside fewer digits two more with a dash are a part of the number: "030 90 18-20".
_FEWEST_BESIDE_HOURS = 8
# Nor is a year or "17.30" taken off a number that is no longer than most.
_FEWEST_BEFORE_ONE = 10
_HOUR = r"(?:[01]?\d|2[0-4])(?:[:.]\d\d)?"
_HALF_DAY = r"(?:\s?[ap]\.?m\b\.?)"
_TO = r"\s?(?:[-–—/]|to|till|until|bis|and|und|à)\s?"
_RANGE = rf"{_HOUR}{_HALF_DAY}?{_TO}{_HOUR}{_HALF_DAY}?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./]"
_YEAR = r"20\d\d"
# On a clock: "17:30", "9:00-12:00"; with a word behind: "9-17 Uhr", "2 pm"; a day: "31.12.2026", "2026-12-31".
_CLOCK = r"(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])"
_WHEN = re.compile(
    rf"(?<=[\s(,;])(?:{_HOUR}{_HALF_DAY}?{_TO})?{_HOUR}(?:\s?(?:uhr|h(?:ou)?rs|[ap]\.?m|o['’]clock)|h(?:\d\d)?)\b\.?"
    rf"|{_CLOCK}(?:{_TO}{_CLOCK})?"
    rf"|(?<![\d./]){_DAY}{_YEAR}(?![\d./])|\b{_YEAR}-[01]\d-[0-3]\d\b",
    re.IGNORECASE,
)
# "31.12.26"; behind digits and a blank it is a part of a number, as in Nouméa.
_SHORT_DAY = re.compile(
    rf"(?:^|(?<=[(,;])|(?<=[(,;]\s)|(?<=[^\W\d_]\s)|(?<=[^\W\d_]\.\s)){_DAY}2\d(?![\d./])", re.IGNORECASE
)
# "(Mo–Fr 9–17)", "(9-12, 14-17)", "(since 2024)", "(17.30)", "(31.12.)", "(24 h)" behind a number.
_IN_BRACKETS = rf"(?:{_RANGE}|(?:[01]?\d|2[0-4])[.:][0-5]\d|{_DAY}|{_YEAR}|\d\d?\s?h\b)"
_BRACKETED = re.compile(
    rf"(?<=\d)\s?\([^()\d]{{0,60}}(?<!\d){_IN_BRACKETS}(?!\d)(?:[^()\d]{{1,60}}{_IN_BRACKETS}(?!\d)){{0,6}}[^()\d]*\)",
    re.IGNORECASE,
)
_OF_DAY = r"(?:(?:1\d|2[0-4]|[1-9])(?:[:.]\d\d)?|0\d[:.]\d\d)(?!\d)"
_HOURS = rf"{_OF_DAY}\s?[-–/]\s?{_OF_DAY}"
_HOURS_BEFORE = re.compile(rf"^[\s(]*{_HOURS}[\s)\]:,;]+(?=\(?0|\+)")
_HOURS_BEHIND = re.compile(rf"(?<=[\s(,;]){_HOURS}(?:[\s,;/&+]{{1,3}}{_HOURS}){{0,6}}[\s).,;]*$")
_ONE_BEHIND = re.compile(rf"(?<=[\s(,;])(?:{_YEAR}|(?:1?\d|2[0-4])\.[0-5]\d)[\s).,;]*$")
_BEHIND_COMMA = re.compile(rf"[,;]\s?(?:{_HOURS}|{_YEAR})(?=\W*$)")
# "2026: 030 901820", "No. 1: …", "9 to 5: …": what stands before the colon is no beginning of a number.
_COLON = re.compile(r":\s")
_SHORT = re.compile(rf"(?:[^\d+]|(?<!\d)(?:{_YEAR}|[1-9]\d?(?:\.\d\d)?)(?!\d))*")
# "1. 030 901820", "(2) +49 30 901820"; "(1) 212 555 0123" is one with its country.
_ITEM = re.compile(
    r"(?:^|(?<=[\s,;]))(?:\((?:[1-9]|1\d)\)\s*(?=[+(0])|(?:[1-9]|1\d)(?:\.\)|[.):])\s+(?=[+(\d])"
    r"|[1-9]\)(?=[0+])|[1-79]\s[-–—]\s(?=[+(]?0|\+))"
)


def bare_numbers(words: str) -> str:
    """`words` without the hours, days and years at which somebody can be reached, and without the numbers of a list."""
    words = _WHEN.sub(" ", words)
    for expression in (_BRACKETED, _BEHIND_COMMA, _SHORT_DAY):
        alone = expression.sub(" ", words)
        words = alone if len(digits(alone)) >= _FEWEST_BESIDE_HOURS else words
    begin = 0
    for colon in _COLON.finditer(words):
        if not _SHORT.fullmatch(words[begin : colon.start()]) or not has_enough(words[colon.end() :]):
            break
        begin = colon.end()
    words, begin, found = words[begin:], 0, []
    for item in _ITEM.finditer(words):
        before = words[begin : item.start()]
        is_open = before.count("(") > before.count(")")
        if not is_open and (has_enough(before) or not digits(before)) and has_enough(words[item.end() :]):
            found.append(before)
            begin = item.end()
    return ", ".join([*found, words[begin:]]).lstrip(" ,")


def without_hours(number: str, *, is_whole: bool, is_valid: Callable[[str], bool]) -> str:
    """`number` without hours, a year or a time of day that only a blank parts from it, where it is one without.

    In: `is_whole`, whether it is a number with them; `is_valid`, what tells whether words are one.
    """
    if len(digits(alone := _HOURS_BEFORE.sub("", number))) >= _FEWEST_BESIDE_HOURS:
        number = alone
    for expression, fewest in ((_HOURS_BEHIND, _FEWEST_BESIDE_HOURS), (_ONE_BEHIND, _FEWEST_BEFORE_ONE)):
        alone = expression.sub("", number)
        if alone != number and len(digits(alone)) >= fewest and (not is_whole or is_valid(alone)):
            return alone
    return number


def has_enough(part: str) -> bool:
    return len(digits(part)) >= FEWEST_DIGITS


def digits(words: str) -> str:
    """The decimal digits in `words`, of whichever script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) for sign in words if unicodedata.decimal(sign, None) is not None)
