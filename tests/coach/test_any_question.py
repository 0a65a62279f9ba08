"""Whatever is typed gets an answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.asking import agenda, arranging, question
from tests.coach.asked import FAULTY, naughty


def answers(text: str) -> None:
    review = question.check(text, research=[text], contact=text)
    assert sum(label.startswith("stage=") for label in review.labels) == 1
    for finding in review.findings:
        assert finding.span
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.seen == text[finding.span.start : finding.span.end]
    agenda.check(text, 20, [text, text])
    arranging.arrange([text, text], minutes=20)


@settings(deadline=None)
@given(st.text())
def test_answers_any_text(text: str) -> None:
    answers(text)


words = st.sampled_from(
    [*" ".join(FAULTY).split(), ",", "?", "and", "isn't it?", "…", "’", "ß", "İ", "\n", "You", "2015"]
)


@settings(deadline=None)
@given(st.lists(words, max_size=30).map(" ".join))
def test_answers_any_salad_of_words(text: str) -> None:
    answers(text)


def test_answers_the_naughty_strings() -> None:
    for text in naughty():
        answers(text)


@pytest.mark.parametrize(
    "piece",
    ["what ", "a", "Do you ", "and ", ", ", "?", "'", "You left A and ", "is it, ", "(", "most ", "your ", "how many ",
     "\n", " ", "why is the ", "so ", "A", "is there a ", "x.", "“", "1"],
)  # fmt: skip
def test_answers_a_very_long_text(piece: str) -> None:
    """How soon, `bin/bench coach` tells."""
    answers(piece * (100_000 // len(piece)))
