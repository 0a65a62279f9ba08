"""Words as people type them, made safe to store and possible to find."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Control characters but tab and line ends; also the ones that turn the reading direction of what follows
# unseen (Unicode TR36), which a name could use to disguise itself.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
# Letters that Unicode does not take apart, and that people type without their stroke.
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


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


def sort_key(value: str) -> str:
    """The key by which `value` is sorted and found: case folded, decomposed, accents stripped.

    Computed here because the embedded PostgreSQL has neither ICU nor unaccent.
    """
    decomposed = unicodedata.normalize("NFKD", value.casefold().translate(_STROKES))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def pieces(key: str) -> set[str]:
    """Every two and three letters that stand side by side in `key`: what holds a part of it holds the part's pieces.

    PostgreSQL finds them by a plain index of arrays, without an extension (pg_trgm).
    """
    return {key[at : at + length] for length in (2, 3) for at in range(len(key) - length + 1)}
