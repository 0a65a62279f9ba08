"""A number in an address or a form is read in one way: what no row could have leads nowhere, and never to a fault."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from core.ids import row_number
from tests.cast import Cast
from tests.sampling import one_in

HUGE = ["9223372036854775807", "9223372036854775808", "9" * 40, "0" * 300 + "1"]
ODD = ["²", "١", "１", "-1", "1.0", " 1", "1e3", "", "0x1", "1\u200b", *HUGE]
_NUMBER = re.compile(r"<int:\w+>")


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Every address of the project with a number in it, and one number for each place."""
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here)
        elif "<int:" in here and "^" not in here:
            yield here


WITH_NUMBERS = sorted(set(addresses(get_resolver().url_patterns)))


@pytest.mark.parametrize("address", one_in(12, WITH_NUMBERS))
def test_a_number_that_no_row_has_leads_nowhere(as_amina: Client, as_dara: Client, address: str) -> None:
    for number in HUGE:
        path = re.sub(r"<\w+:\w+>", "x", _NUMBER.sub(number, address))
        for client in (as_amina, as_dara):
            for answer in (client.get(path), client.post(path)):
                assert answer.status_code < 500, (path, answer.status_code)


@pytest.mark.parametrize("typed", one_in(6, ODD))
def test_a_number_in_a_form_or_behind_a_question_mark_is_no_fault(cast: Cast, as_amina: Client, typed: str) -> None:
    for path in ("/people/", "/people/choose/", "/meetings/", "/goals/", "/people/add/", "/meetings/begin/"):
        for name in ("page", "contact", "referred_by", "after", "before", "goal"):
            assert as_amina.get(path, {name: typed}).status_code in {200, 302, 404}, (path, name)


@pytest.mark.parametrize("typed", ODD)
def test_only_plain_digits_are_the_number_of_a_row(typed: str) -> None:
    assert row_number(typed) == 0


def test_the_number_of_a_row_is_read() -> None:
    assert (row_number("7"), row_number("007"), row_number(None)) == (7, 7, 0)
