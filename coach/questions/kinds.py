"""Kinds of words: which of them stand for one another where the stage of a question is asked (rules/kinds.txt)."""

from functools import cache

from coach.questions.rulebook import lines


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """For each word its kinds; the first one is what it stands for in pairs."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, section in lines("kinds").items():
        for word in " ".join(section).split():
            found[word] = (*found.get(word, ()), kind)
    return found
