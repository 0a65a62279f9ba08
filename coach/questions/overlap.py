"""Whether two texts speak of the same thing: the content words they share."""

import re
import unicodedata
from functools import cache, lru_cache

from coach.questions.rulebook import lines

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_ENDS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "ly", "s", "e")


@cache
def _empty() -> frozenset[str]:
    return frozenset(" ".join(lines("words")["empty"]).split())


@cache
def _same() -> dict[str, str]:
    """For each word that has others like it, the one that stands for them all."""
    return {word: group.split()[0] for group in lines("words")["same"] for word in group.split()}


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = _same().get(word, word)
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, in their stems, without case and accents."""
    folded = unicodedata.normalize("NFC", text[:3000].replace("’", "'").casefold())
    words = (w.removesuffix("'s") for w in _WORD.findall(folded))
    return frozenset(_stem(w) for w in words if w not in _empty() and len(w) > 1)


def shares(asked: frozenset[str], known: frozenset[str]) -> float:
    """Which part of what is asked is told already, 0 to 1."""
    return len(asked & known) / len(asked) if asked else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How far two questions are the same, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0
