"""A name as one writes it, however it was typed."""

import re

from coach.reading.words import word_list

# Small in the middle of a name.
_PARTICLES = word_list("particles")
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "mx"])


def as_named(name: str) -> str:
    """A name typed all in capitals or all in small letters with the capitals of a name, and without its nickname."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", name)]
    if (
        not (name.isupper() or name.islower())
        or (name.isupper() and not _TITLES & {*words} and _longest(words) < (5 if len(words) == 1 else 3))
        or (name.islower() and {*words} & (word_list("determiners") | {"and", "of", "at", "from"}))
        or not re.fullmatch(r"[^\W\d_]+(?:[\s.'’“”\"-]+[^\W\d_]+)*\.?", re.sub('[“”"]', "", name))
    ):
        return name
    name = re.sub(r"(?<!\s)\s+[“\"][^“”\"]+[”\"](?=\s)", "", name)
    return re.sub(r"[^\W\d_]+", lambda found: _named(found, name), name)


def _longest(words: list[str]) -> int:
    return max(map(len, words), default=0)


def _named(found: re.Match[str], name: str) -> str:
    word, low = found[0], found[0].lower()
    before, after = name[: found.start()], name[found.end() :]
    if low == "s" and before.endswith(("'", "’")):
        return low
    if before and after and (low in _PARTICLES or low == "d") and re.match(r"\s+\w|['’]\w", after):
        return low
    # Initials and numbers, as in "AJ Smith" and "Henry VIII".
    vowels = "AEIOUY"
    short = len(word) < 4 and not (any(sign in vowels for sign in word) if len(word) == 3 else word[-1] in vowels)
    if word.isupper() and low not in _TITLES and (short or (before and re.fullmatch(r"[IVX]+", word))):
        return word
    mac = re.fullmatch(r"mc(\w{3,})", low)
    return f"Mc{mac[1].capitalize()}" if mac else low[:1].upper() + low[1:]
