"""Whether a question worships the person; measured praise of something specific is no flattery (practice §0, P6)."""

import re
from functools import lru_cache

from coach.asking.phrases import LATELY, blanked, phrases


@lru_cache(maxsize=LATELY)
def flattery(plain: str) -> re.Match[str] | None:
    """The words that flatter, or None."""
    told = blanked(phrases("flattery")["not"], plain)
    return next(
        (found for kind, rule in phrases("flattery").items() if kind != "not" and (found := rule.search(told))), None
    )
