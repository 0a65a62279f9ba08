"""The identity of a telephone number, and the one reader of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import phonenumbers

from core import times
from core.keys.beside import bare_numbers, digits, has_enough, without_hours
from core.text import in_form, visible

# Some write the zero that is dialled at home into the number for abroad.
_HOME_ZERO = re.compile(r"\(\s*0\s*\)")
# How abroad is dialled from most of the world, and from North America.
_ABROAD = re.compile(r"^\W*(?:00|011)(?=\W*[1-9])")
# Until 2019 a mobile number of Mexico had a 1 when it was dialled from abroad.
_MEXICAN_ONE = re.compile(r"^([^\d+]*(?:\+|00|011)\W*52)\W*1(?=(?:\W*\d){10}\b)")
_BETWEEN = re.compile(r"[/,;|&•·\\\n\t]|\s[‒–—]\s|(?=\+)")
# A word, with what stands before it without a blank: "6pm", "1st".
_WORD = re.compile(r"(?<!\d)(?:\d{1,2})?[^\W\d_]+\.?|[^\W\d_]+\.?")
# A number may be written in letters: 1-800-555-CARS.
_LETTERED = re.compile(r"-[A-Z]{3,}$")
# Where one of two numbers may end that nothing but a blank, a bracket or a dash parts.
_GAP = re.compile(r"[\s()‒–—]+")
# What people write around a number, and call what stands behind one at a switchboard.
_REMARK = re.compile(r"\([^()\d+]*\)")
_SWITCHBOARD = (
    "durchwahl|dw|apparat|app|int|nebenstelle|nst|klappe|poste|interno|anexo|anx|ramal|toestel|tst|wewn?|local|loc"
    "|ankn(?:ytning)?|lok|dahili|内線|내선|שלוחה"
)
_NO = r"(?:(?:no|nr|num(?:ber|[ée]ro)?|n[°º]|№|#)[.: ]{0,3})"
_EXTENDED = re.compile(
    rf"\b(?:(?:{_SWITCHBOARD})(?![^\W\d_])[.: ]*{_NO}?|e?xt(?:n|ensi[oó]n)?\b[.: ]{{0,3}}{_NO})[-–]?(?=\d)"
    # As telephones wait before they dial on: "2125550123p45".
    r"|(?<=\d\d\d)\s?[pw]{1,2}\.?\s?(?=\d{1,5}(?![\s.-]?\d))",
    re.IGNORECASE,
)
# With what phonenumbers calls it besides.
_CALLED = rf"(?:{_SWITCHBOARD}|ex|e?xt(?:n|ensi[oó]n)?|x|доб)\.?"
_CALLS_EXTENSION = re.compile(rf"\d*{_CALLED}", re.IGNORECASE)
# "(office) ext. 12": the remark parts no number from its extension.
_REMARK_BETWEEN = re.compile(rf"{_REMARK.pattern}(?=\W{{0,3}}{_CALLED}\W{{0,3}}\d)", re.IGNORECASE)
_DASHED = re.compile(r"-(?=\d{1,4}$)")
# "901820 / 21", "901820/-21": the same line has another ending besides.
_ENDINGS = re.compile(r"\s?(?:/\s?[-–]?\s?\d{1,3}(?!\d)\s?)+$")
_FEWEST_BEFORE_ENDING = 8
# What else stands in front, behind words or a comma: "Zi. 12, 030 901820", "10117 Berlin, +49 30 901820".
_ROOM = re.compile(r"^\s*\d{1,5}(?:[./-]\d{1,3})?(?:\s*[,;:]\s*(?=\(?[+\d])|\s+(?=\+))")
# Letters that look like digits, in a word of digits: "O20 7946 O958". "10o" is a floor, O2 a firm.
_MISTYPED = re.compile(
    r"(?<![^\W_])(?=\w*\d)(?:(?=\w*\d\w*\d)[\dOIol]*[\dOI]|\dO|[Oo][\dOo]{2,}|(?=(?:\w*\d){3})[\dOol]+)(?![^\W_])"
)
_MEANT = str.maketrans("OoIl", "0011")
# What stands behind a number at a switchboard, where the number is read without phonenumbers.
_EXTENSION = re.compile(r"(?:;ext=|ext(?:ension|n)?\.?|x|#)\s*(\d{1,7})\s*$", re.IGNORECASE)
# More is no telephone number (phonenumbers reads no further either).
_LONGEST = 250
# No number of the world has more (E.164): those are two.
_MOST_DIGITS = 15
# What people write in front of a number, and in a part of it that is no name: "Tel.", "x12".
_LABEL = re.compile(
    rf"\b(?:tel(?:e(?:phone|fon))?|phone|fon|call|mob(?:ile?)?|cell|handy|number|office|home|work|{_SWITCHBOARD}"
    r"|ext(?:ension)?|x|t|m|p)(?![^\W\d_])",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A telephone number: where its country is known, the digits that are dialled from abroad; otherwise as they are.

    `national`: the digits within the country, without the zero in front; `extension`: behind a switchboard, or "".
    """

    abroad: str
    national: str
    extension: str

    @property
    def key(self) -> str:
        """The number and its extension (as in RFC 3966): "+12125550123;ext=45"; without a country "30901820"."""
        number = f"+{self.abroad}" if self.abroad else self.national
        return f"{number};ext={self.extension}" if self.extension and number else number


def read_number(words: str, *, zone: str = "") -> Number:
    """The number that `words` say: foreign digits, "tel:", "(0)", "00" and extensions understood.

    In: `zone`, where they live, whose country is meant where the number names none. Nothing is refused: what is no
    number has no digits.
    """
    found = parsed(words, zone=zone)
    if found is None:
        line, extension = _without_extension(words[:_LONGEST])
        return Number("", digits(line).lstrip("0"), extension)
    national = str(found.national_number)
    return Number(f"{found.country_code}{_zeros(found)}{national}", national, found.extension or "")


def read_numbers(words: str, *, zone: str = "") -> list[Number]:
    """Every number in `words`, which may be two with a stroke between; none where too few digits could be dialled."""
    read = (read_number(part, zone=zone) for part in _parts(words, zone))
    return [number for number in read if number.key]


def is_number(words: str) -> bool:
    """Whether `words` are a number and nothing besides, be it a telephone's or another: "Tel. 030 901820", "12"."""
    return bool(digits(words)) and not any(map(str.isalpha, _LABEL.sub("", words[:_LONGEST])))


def dial_address(words: str, *, zone: str = "") -> str:
    """The number as a telephone takes it (RFC 3966): "tel:+4930901820;ext=12"; of several the first, "" of none."""
    part = _parts(words, zone)[0]
    number = read_number(part, zone=zone)
    if not number.key:
        return ""
    line, extension = _without_extension(part)
    dialled = ("+" if "+" in part else "") + digits(line) + (extension and f";ext={extension}")
    return f"tel:{number.key if number.abroad else dialled}"


def said_abroad(words: str, *, zone: str = "") -> str:
    """The number as it is dialled from abroad, "+49 30 901820"; "" where nobody can say."""
    found = parsed(_parts(words, zone)[0], zone=zone)
    if found is None:
        return ""
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _parts(words: str, zone: str) -> list[str]:
    """`words`, or where they say several numbers or something besides, each number alone."""
    words = _MISTYPED.sub(lambda word: word[0].translate(_MEANT), words[:_LONGEST])
    words = bare_numbers(_EXTENDED.sub(" ext. ", _REMARK_BETWEEN.sub(" ", words)))
    pieces = [piece for piece in _between_words(words) if has_enough(piece)]
    return [part for piece in pieces for part in _numbers_in(piece, zone)] or [words]


def _between_words(words: str) -> Iterator[str]:
    """What stands before, between and behind the words that belong to no number: "home", "after 6pm", "or"."""
    begin = 0
    for word in _WORD.finditer(words):
        lettered = _LETTERED.search(words[max(word.start() - 1, 0) : word.end()])
        if not lettered and not _CALLS_EXTENSION.fullmatch(word[0]):
            yield words[begin : word.start()]
            begin = word.end()
    yield words[begin:]


def _numbers_in(piece: str, zone: str) -> list[str]:
    piece = _without_endings(_without_room(piece.rstrip(" ,;:.(–-"), zone), zone)
    is_valid = _valid(parsed(piece, zone=zone))
    alone = without_hours(piece, is_whole=is_valid, is_valid=lambda part: _valid(parsed(part, zone=zone)))
    if is_valid or _valid(parsed(alone, zone=zone)):
        return [alone]
    parts = [part for part in _BETWEEN.split(piece) if has_enough(part)]
    if len(parts) > 1:
        return [number for part in parts for number in _numbers_in(part, zone)]
    piece = alone
    line = _without_extension(piece)[0]
    gaps = [gap for gap in _GAP.finditer(line) if has_enough(line[: gap.start()]) and has_enough(line[gap.end() :])]
    if len(digits(line)) <= _MOST_DIGITS or not gaps:
        return [piece]
    # Two numbers are about as long as each other.
    middle = min(gaps, key=lambda gap: abs(len(digits(line[: gap.start()])) - len(digits(line[gap.end() :]))))
    return [*_numbers_in(piece[: middle.start()], zone), *_numbers_in(piece[middle.end() :], zone)]


def _without_room(piece: str, zone: str) -> str:
    """`piece` without the number of a room or a place in front, where what follows is a whole number."""
    alone = _ROOM.sub("", piece)
    if alone == piece or not has_enough(alone):
        return piece
    # Whoever writes the code of a town apart writes no further one behind it.
    begins = alone.startswith(("+", "(+", "0", "(0")) and not piece.lstrip().startswith("0")
    return alone if begins or (_valid(parsed(alone, zone=zone)) and not _valid(parsed(piece, zone=zone))) else piece


def _without_endings(piece: str, zone: str) -> str:
    """The first of several numbers that share all but their ends."""
    alone = _ENDINGS.sub("", piece)
    if alone == piece or len(digits(alone)) < _FEWEST_BEFORE_ENDING:
        return piece
    is_read = parsed(piece, zone=zone) is not None or parsed(alone, zone=zone) is not None
    return alone if _valid(parsed(alone, zone=zone)) or (not is_read and " /" in piece) else piece


def parsed(words: str, *, zone: str = "") -> phonenumbers.PhoneNumber | None:
    """What phonenumbers makes of `words`; None where they name no country, by themselves or by `zone`."""
    words = in_form("NFKC", visible(words[:_LONGEST]))
    words = _MEXICAN_ONE.sub(r"\1 ", _EXTENDED.sub(" ext. ", _REMARK.sub("", words))).strip()
    abroad = _ABROAD.sub("+", words)
    known = country(zone)
    writings = [words, abroad, _HOME_ZERO.sub("", words), _HOME_ZERO.sub("", abroad)]
    writings += [_DASHED.sub(" ext. ", one) for one in writings]
    read = [found for one in dict.fromkeys(writings) if (found := _parsed(one, known))]
    # A number that names its country is believed where it could be one; for the others a guess must fit.
    possible = (found for found in read if "+" in words and phonenumbers.is_possible_number(found))
    return next((found for found in read if _valid(found)), None) or next(possible, None)


@lru_cache
def country(zone: str) -> str:
    """The country whose clocks `zone` tells, as ISO 3166 writes it: "DE" of "Europe/Berlin"; "" where none is named."""
    return _countries().get(times.now_called(zone), "")


@lru_cache
def _countries() -> dict[str, str]:
    table = (resources.files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


def _without_extension(words: str) -> tuple[str, str]:
    words = _EXTENDED.sub(" ext. ", words)
    behind = _EXTENSION.search(words)
    line = words[: behind.start()] if behind else words
    return (line, digits(behind[1])) if behind and digits(line) else (words, "")


def _parsed(words: str, known: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(words, known or None)
    except phonenumbers.NumberParseException:
        return None


def _valid(found: phonenumbers.PhoneNumber | None) -> bool:
    return found is not None and phonenumbers.is_valid_number(found)


def _zeros(found: phonenumbers.PhoneNumber) -> str:
    """Italian numbers keep the zero in front."""
    return "0" * (found.number_of_leading_zeros or 1) if found.italian_leading_zero else ""
