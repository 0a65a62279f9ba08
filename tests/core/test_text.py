"""Words as people type them, made safe to store and possible to find."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean_line, clean_text, sort_key


def test_takes_out_what_cannot_be_seen() -> None:
    assert clean_text("a\x07b\x1b[1m\u202ec\ufeff") == "ab[1mc"


def test_makes_every_line_end_one_kind() -> None:
    assert clean_text("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree\nfour"


def test_puts_a_line_on_one_line() -> None:
    assert clean_line("  Dr.\tEfua \r\n Osei ") == "Dr. Efua Osei"


def test_refuses_nul_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="cannot be saved"):
        clean_text("a\0b")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Éva Nagy", "eva nagy"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Ångström", "angstrom"),
        ("王 小明", "王 小明"),
        ("Łukasz Ødegård", "lukasz odegard"),
    ],
)
def test_finds_a_name_whatever_its_accents(written: str, key: str) -> None:
    assert sort_key(written) == key


@given(st.text())
def test_takes_any_words_but_nul(words: str) -> None:
    if "\0" not in words:
        cleaned = clean_text(words)
        assert clean_text(cleaned) == cleaned
        assert not set(cleaned) & {chr(c) for c in range(32) if chr(c) not in "\t\n"}
