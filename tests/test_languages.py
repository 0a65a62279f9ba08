"""Another language than British English: dates, what a page and a PDF declare, and a director's typing error."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory

from accounts.models import User
from agendas.pdf import sheet_of
from agendas.plan import plan_of
from config.env import languages
from core import times
from core.errors import server_error
from core.templatetags.house import unbroken
from tests.cast import NOW, a_meeting
from tests.languages import speaking

LOCALE = Path(__file__).parent.parent / "locale"


@pytest.mark.parametrize(
    ("code", "day", "date"),
    [
        ("en-gb", "Friday 4 December 2026", "4 December 2026"),
        ("en-us", "Friday, December 4, 2026", "December 4, 2026"),
        ("de", "Freitag 4. Dezember 2026", "4. Dezember 2026"),
        ("ja", "金曜日 2026年12月4日", "2026年12月4日"),
    ],
)
def test_a_date_has_the_order_of_the_language(code: str, day: str, date: str) -> None:
    moment = datetime(2026, 12, 4, tzinfo=UTC)
    with speaking(code, LOCALE):
        assert (times.say_day(moment), times.say_date(moment)) == (day, date)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en-gb", "Friday 4 December, 15:05–15:25, Berlin time"),
        ("en-us", "Friday, December 4, 3:05 PM–3:25 PM, Berlin time"),
        ("de", "Freitag 4. Dezember, 15:05–15:25, Berlin time"),
    ],
)
def test_a_clock_is_read_as_in_the_language(code: str, words: str) -> None:
    begin = datetime(2026, 12, 4, 14, 5, tzinfo=UTC)
    with speaking(code, LOCALE):
        assert times.say(begin, "Europe/Berlin", until=begin + timedelta(minutes=20)) == words


def test_no_line_parts_a_clock_from_its_half_of_the_day() -> None:
    words = "Friday, December 4, 3:05 PM–3:25 PM, Berlin time"
    assert '<span class="unbroken">3:05 PM–3:25 PM</span>, Berlin time' in unbroken(words)


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "way"), [("en-gb", "ltr"), ("de", "ltr"), ("ar", "rtl")])
def test_a_page_declares_its_language_and_direction(stranger: Client, code: str, way: str) -> None:
    with speaking(code):
        page = stranger.get("/account/login/").content.decode()
    assert f'<html lang="{code}" dir="{way}">' in page


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["en-gb", "de", "pt-br"])
def test_a_pdf_declares_its_language(amina: User, code: str) -> None:
    with speaking(code):
        pdf = sheet_of(plan_of(a_meeting(amina), now=NOW)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang).lower() == code


def test_the_page_of_a_fault_declares_its_language() -> None:
    with speaking("de"):
        assert b'<html lang="de">' in server_error(RequestFactory().get("/")).content


def test_languages_come_from_their_codes() -> None:
    assert languages(["en-gb", "de"]) == [("en-gb", "British English"), ("de", "Deutsch")]


def test_refuses_a_language_that_no_date_can_be_said_in() -> None:
    with pytest.raises(ImproperlyConfigured, match="LANGUAGES names klingon"):
        languages(["en-gb", "klingon"])
