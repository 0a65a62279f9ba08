"""Opens a closed question with its own words: "Is your job stressful?" becomes "How stressful is your job?"."""

import re
from functools import cache

from coach.questions.rulebook import lines

# A longer one is a speech; its words would not be mended by turning its beginning.
_LONGEST = 200
_SLOT = re.compile(r"<(\w+)>")
_MARK = re.compile(r"\s*[?.!]*\s*$")


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """rules/rewording.txt: what a closed question looks like, and what becomes of it."""
    pairs = lines("rewording")["opened"]
    return tuple(
        (re.compile(pattern, re.I), to.removeprefix("→ ")) for pattern, to in zip(pairs[::2], pairs[1::2], strict=True)
    )


def opened(question: str) -> str | None:
    """An open question from the words of a closed one (its head clause, "Do you …?"); None where none can be made."""
    words = _MARK.sub("", " ".join(question.split())[: _LONGEST + 1])
    if len(words) > _LONGEST:
        return None
    for rule, to in _rules():
        if found := rule.fullmatch(words):
            groups = {name: group or "" for name, group in found.groupdict().items()}
            groups |= {name: groups[name].lower() for name in ("aux", "be", "adj", "v") if name in groups}
            words = _SLOT.sub(lambda slot, groups=groups: groups[slot[1]], to)  # type: ignore[misc]
            return sentence(re.sub(r"\bi\b(?!['.])", "I", words))
    return None


def sentence(words: str) -> str:
    """The words as one question: a capital first, a question mark last."""
    tidy = re.sub(r"\s([,;?.!])", r"\1", " ".join(words.split())).strip(" ,;:–—-.")
    if not tidy:
        return ""
    return tidy[0].upper() + tidy[1:].rstrip("?.! ,;:–—-") + "?"
