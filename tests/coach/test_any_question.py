"""Whatever is typed gets an answer, and soon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import bank
from coach.asking import agenda, arranging, question
from tests.coach.asked import FAULTY, naughty

# The promise is a tenth and a quarter of a second on a quiet machine; a busy one gets three times that.
_BUSY = 3


def timed(text: str) -> float:
    begun = time.perf_counter()
    question.check(text, research=[text])
    return time.perf_counter() - begun


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


def test_answers_180_questions_at_once() -> None:
    texts = [q.text for q in bank.questions()][:180]
    question.check(texts[0])
    begun = time.perf_counter()
    for text in texts:
        question.check(text)
    assert time.perf_counter() - begun < 0.1 * _BUSY


@pytest.mark.parametrize(
    "piece",
    ["what ", "a", "Do you ", "and ", ", ", "?", "'", "You left A and ", "is it, ", "(", "most ", "your ", "how many ",
     "\n", " ", "why is the ", "so ", "A", "is there a ", "x.", "“", "1"],
)  # fmt: skip
def test_answers_a_very_long_text_soon(piece: str) -> None:
    assert timed(piece * (100_000 // len(piece))) < 0.25 * _BUSY
