"""Whether a website, a profile or a reference work would tell (docs/CRAFT.md, "Agenda": strike such a question out)."""

import re
from functools import lru_cache

from coach.questions.rulebook import LATELY, rules


@lru_cache(maxsize=LATELY)
def searchable(words: str) -> tuple[str, re.Match[str]] | None:
    """The kind (definition, organisation, requirement, date, numbers, looked up, profile) and the words, or None.

    A question that goes behind the fact ("What does a paralegal do that no job description mentions?") is none.
    """
    if rules("searchable")["behind"].search(words):
        return None
    for kind, rule in rules("searchable").items():
        if found := rule.search(words):
            return kind, found
    return None
