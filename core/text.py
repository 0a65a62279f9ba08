"""Words as people type them, made safe to store and possible to find."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Control characters but tab and line ends; also the ones that turn the reading direction of what follows
# unseen (Unicode TR36), which a name could use to disguise itself.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
# Letters that are drawn as nothing: Unicode's Default_Ignorable_Code_Point (soft hyphen, zero-width ones, signs of
# direction, fillers, selectors of a variant), and control characters that are no blank.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def clean_text(value: str) -> str:
    """Words over several lines: line ends made one kind, invisible control characters taken out, NFC.

    Raises ValidationError for NUL, which PostgreSQL cannot store and nobody types.
    """
    if "\0" in value:
        raise ValidationError(_("This holds a character that cannot be saved (NUL). Type it again without it."))
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LINE_ENDS.sub("\n", value)))


def clean_line(value: str) -> str:
    """Words on one line: as clean_text, and every run of white space becomes one space."""
    return " ".join(clean_text(value).split())


def invisible(letter: str) -> bool:
    """Whether `letter` shows nothing, so that two writings which differ in it look the same."""
    return _INVISIBLE.match(letter) is not None


def visible(words: str) -> str:
    """`words` without its invisible letters."""
    return _INVISIBLE.sub("", words)


def pieces(key: str) -> set[str]:
    """Every two and three letters that stand side by side in `key`: what holds a part of it holds the part's pieces.

    PostgreSQL finds them by a plain index of arrays, without an extension (pg_trgm).
    """
    return {key[at : at + length] for length in (2, 3) for at in range(len(key) - length + 1)}
