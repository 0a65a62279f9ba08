"""Words as people type them, made safe to store and possible to find."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Letters that are drawn as nothing: Unicode's Default_Ignorable_Code_Point (soft hyphen, zero-width ones, signs of
# direction, fillers, selectors of a variant, tags), annotations, what a pasted picture leaves behind, halves of a
# letter, control characters that are no blank, and the noncharacters, which neither XML nor a PDF may hold.
_NO_LETTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | at) for plane in range(17) for at in (0xFFFE, 0xFFFF))
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff{_NO_LETTERS}]"
)
# What word processors, printers and old machines end a line with; each is one line end, as in str.splitlines.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Blanks of other widths, those that hold words together, and the empty cell of braille.
_BLANKS = re.compile("[\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_JOINERS = "\u200c\u200d"
# Scripts whose letters a joiner joins or parts: Arabic, Syriac, N'Ko, those of India and beside it, Khmer, Mongolian.
_JOINED = re.compile(
    "[\u0620-\u07ff\u0840-\u086f\u0870-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\U00010a00-\U00011fff]"
)
# Letters of which Unicode registers variants: Myanmar, Mongolian, Phags-pa, and the ideographs.
_VARIED = re.compile("[\u1000-\u109f\u1820-\u18aa\u2139\u3400-\u9fff\ua840-\ua877\uf900-\ufaff\U00020000-\U0003ffff]")
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# The combining class of the virama, which takes the vowel from a letter (Unicode, "Canonical Combining Class").
_VIRAMA = 9
_KEYCAP, _FLAG, _TAGS = "\u20e3", "\U0001f3f4", re.compile("[\U000e0020-\U000e007f]")
# So many marks stand upon one letter in no language (UAX #15, "Stream-Safe Text Format").
MOST_MARKS = 30
_MANY_SIGNS = re.compile(rf"(?:[^\w\s]|[\uff9e\uff9f]){{{MOST_MARKS + 1}}}")
_OLD_HANGUL = re.compile("[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")


def invisible(letter: str) -> bool:
    """Whether `letter` shows nothing, so that two writings which differ in it look the same.

    So do the joiners and selectors that a script or an emoji needs; `tidy` keeps those where they stand.
    """
    return _INVISIBLE.match(letter) is not None


def visible(words: str) -> str:
    """`words` without any invisible letter: for keys, which are compared and not shown."""
    return _INVISIBLE.sub("", words)


def tidy(words: str) -> str:
    """`words` as their writer sees them, whatever they were pasted from; nothing is refused, NUL stays to be refused.

    Every line end is "\\n", every blank but the tab is " ", invisible letters are out where nothing needs them, NFC.
    """
    words = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", words))
    if _INVISIBLE.search(words):
        words = _seen(words)
    return in_form("NFC", words)


def in_form(form: Literal["NFC", "NFKC", "NFKD"], words: str) -> str:
    """`words` in a normal form of Unicode, in linear time; of the marks upon one letter MOST_MARKS stay.

    Putting marks in order costs the square of their number: a megabyte of them would take an hour.
    """
    if _MANY_SIGNS.search(words):
        words = "".join(_with_few_marks(words))
    return unicodedata.normalize(form, words)


def clean_text(value: str) -> str:
    """Words over several lines, tidied.

    Raises ValidationError for NUL, which PostgreSQL cannot store and nobody types.
    """
    if "\0" in value:
        raise ValidationError(_("This contains a character we can’t save (NUL). Type it again without it."))
    return tidy(value)


def clean_line(value: str) -> str:
    """Words on one line: as clean_text, and every run of white space becomes one space."""
    return " ".join(clean_text(value).split())


def pieces(key: str) -> set[str]:
    """Every two and three letters that stand side by side in `key`: what holds a part of it holds the part's pieces.

    PostgreSQL finds them by a plain index of arrays, without an extension (pg_trgm).
    """
    return {key[at : at + length] for length in (2, 3) for at in range(len(key) - length + 1)}


def _with_few_marks(words: str) -> Iterator[str]:
    run = 0
    for letter in words:
        # What is no mark itself may be made of marks.
        run = run + 1 if unicodedata.combining(unicodedata.normalize("NFKD", letter)[0]) else 0
        if run <= MOST_MARKS:
            yield letter


def _seen(words: str) -> str:
    """`words` without the invisible letters that nothing beside them needs."""
    kept: list[str] = []
    before, in_flag = "", False
    for at, letter in enumerate(words):
        in_flag = letter == _FLAG or (in_flag and _TAGS.match(letter) is not None)
        if not invisible(letter) or letter == "\0":
            kept.append(letter)
            before = letter
        elif in_flag or _needed(letter, kept[-1] if kept else "", before, words[at + 1 : at + 2]):
            kept.append(letter)
            before = before if _SELECTORS.match(letter) else letter
    return "".join(kept)


def _needed(letter: str, last: str, before: str, after: str) -> bool:
    """Whether an invisible letter does its work here: between those that it joins, or upon the one that it varies.

    In: `last` the letter kept last, `before` the last one that is no selector, `after` the next one.
    """
    if not before or last in _JOINERS:
        return False
    if letter in _JOINERS:
        in_script = _JOINED.match(before) and _JOINED.match(after)
        in_emoji = letter == "\u200d" and _is_symbol(before) and _is_symbol(after)
        # Nothing but a joiner behind a virama tells the letters of some Indian scripts apart, at a word's end too.
        return bool(in_script or in_emoji or unicodedata.combining(before) == _VIRAMA)
    if _SELECTORS.match(letter):
        keycap = before in "0123456789#*" and after == _KEYCAP
        return last == before and (_VARIED.match(before) is not None or _is_symbol(before) or keycap)
    return letter in "\u115f\u1160" and _OLD_HANGUL.match(after or before) is not None


def _is_symbol(letter: str) -> bool:
    """Whether `letter` is a sign that can be drawn as an emoji, or the tint of one."""
    return letter > "\x7f" and (unicodedata.category(letter) in {"So", "Sm", "Sk"} or letter in "\u203c\u2049\u3030")
