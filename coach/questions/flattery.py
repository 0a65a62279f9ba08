"""Whether a question worships the person; measured praise of something specific is no flattery (docs/CRAFT.md, "Asking")."""

import re
from functools import lru_cache

from coach.questions.rulebook import LATELY, blanked, rules


@lru_cache(maxsize=LATELY)
def flattery(plain: str) -> re.Match[str] | None:
    """The words that flatter, or None."""
    rest = blanked(rules("flattery")["not"], plain)
    return next(
        (found for kind, rule in rules("flattery").items() if kind != "not" and (found := rule.search(rest))), None
    )
