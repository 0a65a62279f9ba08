"""Words as people type them, made safe to store and possible to find."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean_line, clean_text, invisible, visible


def test_takes_out_what_cannot_be_seen() -> None:
    assert clean_text("a\x07b\x1b[1m\u202ec\ufeff") == "ab[1mc"


def test_makes_every_line_end_one_kind() -> None:
    assert clean_text("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree\nfour"


def test_puts_a_line_on_one_line() -> None:
    assert clean_line("  Dr.\tEfua \r\n Osei ") == "Dr. Efua Osei"


def test_refuses_nul_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="cannot be saved"):
        clean_text("a\0b")


def test_knows_which_letters_show_nothing() -> None:
    hidden = "\u200b\u200d\u00ad\u2060\ufeff\u202d\u202c\u2067\u061c\u3164\U000e0001\x07"
    assert all(invisible(letter) for letter in hidden)
    assert not any(invisible(letter) for letter in "aé王 \t\n\u00a0\u0301\u2011")
    assert visible(f"a{hidden}b") == "ab"


@given(st.text())
def test_takes_any_words_but_nul(words: str) -> None:
    if "\0" not in words:
        cleaned = clean_text(words)
        assert clean_text(cleaned) == cleaned
        assert not set(cleaned) & {chr(c) for c in range(32) if chr(c) not in "\t\n"}
