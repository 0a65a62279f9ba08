"""The identity of a name, and the first name in it."""

import re
import unicodedata
from itertools import dropwhile

from core.keys.folding import folded
from core.text import in_form, visible

# Letters that Unicode does not take apart, and that people type without their stroke.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
# The signs that stand for an apostrophe, on whichever keyboard: they are left out.
_APOSTROPHES = "'`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋˮ΄᾽᾿῾՚׳ߴߵ＇ꞌꞋ"
# What only draws an Arabic word out.
_TATWEEL = "\u0640"
# Beside Unicode's dashes: minus, hyphen bullet, the low minus of phonetics, the dot between foreign names in Japanese.
_HYPHENS = "−⁃˗・･"
# Some write “J.R. Lee”, “J R Lee” and “Lee, J. R.”
_STOPS = ".,"
_FOLD = {
    **{ord(sign): letter for sign, letter in _STROKES.items()},
    **{ord(sign): None for sign in _APOSTROPHES + _TATWEEL},
    **{ord(sign): " " for sign in _HYPHENS + _STOPS},
}
_DASH = re.compile(
    "[-\u058a\u05be\u1400\u1806\u2010-\u2015\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead]"
)
_MOST_TURNED = 6
# Family and given name stand with a blank between or without one.
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BETWEEN_EAST_ASIAN = re.compile(rf"(?<=[{_EAST_ASIAN}]) (?=[{_EAST_ASIAN}])")


def name_key(words: str) -> str:
    """`words` as they are sorted and found: no case, accents, apostrophes; hyphens are blanks, and each blank is one.

    The vowels of scripts that write them as marks stay: they are letters. Computed here because the embedded
    PostgreSQL has neither ICU nor unaccent.
    """
    plain = _plain(_plain(words))
    return _BETWEEN_EAST_ASIAN.sub("", in_form("NFC", plain))


def writings(name: str) -> list[str]:
    """The keys under which the person called `name` may stand: the family's name first or last, a title or none."""
    words = name_key(name).split()
    words = list(dropwhile(_is_title, words[:-1])) + words[-1:]
    turned = [words[at:] + words[:at] for at in range(len(words))] if len(words) <= _MOST_TURNED else [words]
    turned += [[title, *words] for title in ("dr", "prof", "prof dr")]
    return list(dict.fromkeys([name_key(name), *map(" ".join, turned)]))


def _is_title(word: str) -> bool:
    return word in _TITLES and word not in _ALSO_NAMES


def _plain(words: str) -> str:
    words = folded(_DASH.sub(" ", words.translate(_FOLD))).translate(_FOLD)
    decomposed = in_form("NFKD", _DASH.sub(" ", words))
    return " ".join("".join(letter for letter in decomposed if not _accent(letter)).split())


def _accent(letter: str) -> bool:
    """Whether `letter` is a mark that people leave out: an overlay, a point of Hebrew or Arabic, an accent.

    Unicode's combining classes 2 to 9 and 36 to 199 are signs without which a word is another word.
    """
    kind = unicodedata.combining(letter)
    return kind == 1 or 10 <= kind < 36 or kind >= 200


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What stands before a name and is none, with a full stop or without.
_TITLES = _words(
    "dr doctor doc prof professor mr mrs ms mx miss madam sir dame lord lady rev revd reverend fr father sister brother"
    " hon honourable judge herr frau dipl ing phil med rer nat jur habil hc mag mme mlle monsieur madame don doña señor"
    " señora sr sra shri smt dott dottssa pd privdoz dra drs ir eng capt captain col colonel lt maj gen sgt"
    " rabbi imam sheikh"
)
_TITLE_STUCK = re.compile(r"^((?:Dr|Prof|Mr|Mrs|Ms)\.)(?=\w)")
# Titles only where they are written as such: "phil.", "don", and not Phil, Don.
_ALSO_NAMES = _words("phil nat don mag jur ing gen col")
# Behind these the first name stands, and not the family's.
_KNIGHTED = _words("sir dame")
# With what a family name begins: nobody is called so.
_PARTICLES = _words(
    "von vom van zu zur zum de del della der den des di da dos das du la le el al bin ibn bint ben ter ten af av of y e"
)
# What stands behind a name.
_DEGREES = _words("jr jnr sr snr ii iii iv phd md mba msc bsc ma ba esq dphil")
# Where these write the whole name, nobody can say from outside what comes first.
_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def first_name(name: str) -> str:
    """The first name in `name`, for a greeting or where no more of it may be told: "Efua" of "Prof. Efua Osei".

    The whole name where it holds none: "Dr. Osei", "von Humboldt", "J. R. Tolkien". "Osei, Efua" says it last.
    """
    whole = " ".join(_TITLE_STUCK.sub(r"\1 ", visible(name)).split())
    parts = [part.strip() for part in whole.split(",")]
    given = [part for part in parts[1:] if part and not _all(part, _DEGREES | _TITLES)]
    words = [word for word in (given[0] if given else parts[0]).split() if _bare(word)]
    titled = bool(words) and _title(words[0])
    words = list(dropwhile(_title, words))
    while words and _bare(words[-1]) in _DEGREES and len(words) > 1:
        words.pop()
    # One word behind a title is a family name, but after Sir and Dame.
    alone = titled and len(words) == 1 and not given and _bare(whole.split()[0]) not in _KNIGHTED
    if not words or alone or words[0] in _PARTICLES or _FAMILY_FIRST.match(words[0]):
        return whole
    first = next((word for word in words[: None if given else -1] or words if not _initial(word)), "")
    return first.strip('()"“”„«»') or (" ".join(words) if given else whole)


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip(",;:")


def _title(word: str) -> bool:
    bare = _bare(word)
    return bare in _TITLES and (bare not in _ALSO_NAMES or word.endswith(".") or word.islower())


def _all(part: str, among: frozenset[str]) -> bool:
    return all(_bare(word) in among for word in part.split())


def _initial(word: str) -> bool:
    """Whether `word` is "J." or "J.-P."; "Ed" is a name."""
    return word.endswith(".") or (len(word) == 1 and word.isascii())
