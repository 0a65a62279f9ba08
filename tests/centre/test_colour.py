"""Contrast, and what an accent needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre import colour


def test_contrast_is_wcags() -> None:
    assert colour.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert colour.contrast("#FFFFFF", "#FFFFFF") == 1
    assert colour.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("wrong", ["", "#FFF", "teal", "#12345G", "#1234567", "\u0661" * 7])
def test_refuses_another_writing(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        colour.contrast(wrong, "#FFFFFF")


def test_the_houses_own_accents_pass() -> None:
    assert colour.weakest_on_paper("#0F5C5C", colour.LIGHT_GROUNDS) > colour.TEXT_CONTRAST
    assert colour.weakest_on_paper("#7CC8BF", colour.DARK_GROUNDS) > colour.TEXT_CONTRAST
    assert (colour.on("#0F5C5C"), colour.on("#7CC8BF")) == ("#FFFFFF", "#0E1A1A")


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_the_soft_tone_is_a_colour_near_paper(channels: tuple[int, int, int]) -> None:
    accent = "#{:02X}{:02X}{:02X}".format(*channels)
    assert colour.contrast(colour.soft(accent, colour.LIGHT_PAPER), colour.LIGHT_PAPER) < 1.4
