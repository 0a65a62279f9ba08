"""Whether a question asks for this person's own pay, age, family, health, belief or politics (practice §4)."""

import re
from functools import lru_cache

from coach.asking.phrases import LATELY, blanked, phrases

_ALIAS = {"damage": "health"}


@lru_cache(maxsize=LATELY)
def too_personal(plain: str) -> tuple[str, re.Match[str]] | None:
    """The kind (pay, age, family, health, belief, politics, origin) and the words that ask for it, or None.

    Pay in the field is no kind of it, nor is "Would you tell your own child to do it?".
    """
    told = blanked(phrases("personal")["not"], plain)
    for kind, rule in phrases("personal").items():
        if kind != "not" and (found := rule.search(told)):
            return _ALIAS.get(kind, kind), found
    return None
