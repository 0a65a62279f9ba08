"""How long an introduction is when it is said."""

import pytest

from coach.pitch import PitchLength, count_words, length
from coach.policy import Policy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("I study fish.", 3),
        ("- I study fish\n• I dive", 5),
        ("What’s a half-hour – really?", 4),
        ("Привет мир", 2),
        ("— … !", 0),
    ],
)
def test_counts_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (0, PitchLength(0, 0, "empty", 75)),
        (74, PitchLength(74, 30, "under", 1)),
        (75, PitchLength(75, 30, "within", 0)),
        (110, PitchLength(110, 44, "within", 0)),
        (111, PitchLength(111, 44, "over", 1)),
    ],
)
def test_stands_beside_the_policy(words: int, expected: PitchLength) -> None:
    assert length("word " * words, Policy()) == expected


def test_follows_another_policy() -> None:
    own = Policy(pitch_words_min=5, pitch_words_max=6, pitch_words_per_minute=60)
    assert length("a b c d e f g", own) == PitchLength(7, 7, "over", 1)
