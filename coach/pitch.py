"""How long an introduction is when it is said aloud (docs/CRAFT.md, "Introduction")."""

import re
from dataclasses import dataclass

from coach.policy import Policy

_LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class PitchLength:
    """Words, the seconds they take, and how that stands: "empty", "under", "within" or "over"."""

    words: int
    seconds: int
    standing: str
    # How many words are missing or too many; 0 within the advice.
    off_by: int


def count_words(text: str) -> int:
    """Words are runs of letters or digits between white space; a lone dash or bullet is none."""
    return sum(_LETTER.search(run) is not None for run in text.split())


def seconds_to_say(words: int, policy: Policy) -> int:
    """Seconds that `words` take at the policy's words a minute, rounded."""
    return round(words * 60 / policy.pitch_words_per_minute)


def length(text: str, policy: Policy) -> PitchLength:
    """Measure `text` against the policy's shortest and longest pitch, in words."""
    words = count_words(text)
    low, high = policy.pitch_words_min, policy.pitch_words_max
    if not words:
        standing, off_by = "empty", low
    elif words < low:
        standing, off_by = "under", low - words
    elif words > high:
        standing, off_by = "over", words - high
    else:
        standing, off_by = "within", 0
    return PitchLength(words, seconds_to_say(words, policy), standing, off_by)
