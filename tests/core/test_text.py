"""Words as people type them, made safe to store and possible to find."""

import time
import unicodedata
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.roster import read
from core.keys import email_key, link_key, mailbox_key, name_key, read_number
from core.places import places
from core.text import MOST_MARKS, clean_line, clean_text, in_form, invisible, tidy, visible


def test_takes_out_what_cannot_be_seen() -> None:
    assert clean_text("a\x07b\x1b[1m\u202ec\ufeff") == "ab[1mc"


def test_makes_every_line_end_one_kind() -> None:
    assert clean_text("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_w15_every_sign_that_ends_a_line_is_a_line_end(end: str) -> None:
    assert clean_text(f"first{end}second") == "first\nsecond"
    assert clean_line(f"first{end}second") == "first second"


@pytest.mark.parametrize("blank", ["\xa0", "\u2009", "\u202f", "\u3000", "\u2800"])
def test_a_blank_of_any_width_is_a_blank(blank: str) -> None:
    assert clean_text(f"Efua{blank}Osei") == "Efua Osei"


@pytest.mark.parametrize(
    "hidden",
    "\u200b\xad\u2060\u200e\u202d\u2069\ufeff\u034f\ufe0f\u200d\u200c\U000e0041\U000e0101\u3164\ufffc\ud83d\x7f\u2064",
    ids=ascii,
)
def test_i5_takes_out_what_nobody_sees(hidden: str) -> None:
    assert clean_text(f"{hidden}Ka{hidden}te{hidden * 2} Wilson{hidden}") == "Kate Wilson"
    assert invisible(hidden)
    assert visible(f"Ka{hidden}te") == "Kate"


def test_takes_out_what_is_no_character() -> None:
    planes = "".join(chr(plane << 16 | at) for plane in range(17) for at in (0xFFFE, 0xFFFF))
    assert clean_text(f"Ka{planes}te\ufdd0\ufdef") == "Kate"
    assert clean_text("\ufdcf\ufdf0\ufffd\U00010000") == "\ufdcf\ufdf0\ufffd\U00010000"


@pytest.mark.parametrize(
    "words",
    [
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "ന\u0d4d\u200d ",
        "\U0001f469\U0001f3fd\u200d\U0001f680",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "葛\U000e0100",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\u1112\u1160\u11ab",
    ],
    ids=ascii,
)
def test_keeps_what_a_script_or_an_emoji_needs(words: str) -> None:
    assert clean_text(words) == words


def test_puts_a_line_on_one_line() -> None:
    assert clean_line("  Dr.\tEfua \r\n Osei ") == "Dr. Efua Osei"


def test_refuses_nul_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="we can’t save"):
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


def processor_time(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


@pytest.mark.parametrize("reader", [tidy, name_key, email_key, mailbox_key, link_key, read_number, places, read])
@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0323\u200b\u0301", "\u0f73\u0301", "\uff9e\u0301"])
def test_g2_marks_upon_one_letter_are_put_in_order_in_linear_time(reader: Callable[[str], object], marks: str) -> None:
    """PostgreSQL aside, nothing else holds a whole process: these are sorted in C, under the interpreter's lock."""
    assert processor_time(lambda: reader("a" + marks * (60_000 // len(marks)))) < 0.6


@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/account/signup/"])
def test_g2_a_stranger_holds_nobody_up_with_marks(client: Client, path: str, db: None) -> None:
    marks = "a" + "\u0301\u0323" * 50_000
    facts = dict.fromkeys(("login", "email", "name", "password", "password1", "other"), marks)
    assert processor_time(lambda: client.post(path, facts)) < 3


def test_as_many_marks_as_any_language_has_stay() -> None:
    many = "a" + "\u0323" * MOST_MARKS
    assert tidy(many) == unicodedata.normalize("NFC", many)
    assert tidy(many + "\u0301" + "b") == tidy(many + "b")
    assert in_form("NFC", "e\u0301\u0323" * 50) == unicodedata.normalize("NFC", "e\u0301\u0323" * 50)
