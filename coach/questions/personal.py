"""Whether a question asks for this person's own pay, age, family, health, belief or politics (docs/CRAFT.md, "Questions")."""

import re
from functools import lru_cache

from coach.questions.rulebook import LATELY, blanked, rules

_ALIAS = {"damage": "health"}


@lru_cache(maxsize=LATELY)
def too_personal(plain: str) -> tuple[str, re.Match[str]] | None:
    """The kind (pay, age, family, health, belief, politics, origin) and the words that ask for it, or None.

    Pay in the field is no kind of it, nor is "Would you tell your own child to do it?".
    """
    rest = blanked(rules("personal")["not"], plain)
    for kind, rule in rules("personal").items():
        if kind != "not" and (found := rule.search(rest)):
            return _ALIAS.get(kind, kind), found
    return None
