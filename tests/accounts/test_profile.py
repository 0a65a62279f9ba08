"""The profile."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from core.keys import said_abroad
from tests.cast import Cast

PAGE = "/you/"
WORDS = {
    "name": "Amina Yusuf",
    "programme": "BSc Marine Biology",
    "graduation_year": "2027",
    "phone": "030 901820",
    "profile_link": "linkedin.com/in/amina",
    "time_zone": "Africa/Accra",
}


def test_keeps_the_words(cast: Cast, as_amina: Client) -> None:
    answer = as_amina.post(PAGE, {**WORDS, "name": "  Amina\tYusuf-Öz "})
    assert answer.status_code == 302
    cast.amina.refresh_from_db()
    me = cast.amina
    assert (me.name, me.sort_name, me.time_zone) == ("Amina Yusuf-Öz", "amina yusuf oz", "Africa/Accra")
    assert me.profile_link == "https://linkedin.com/in/amina"
    assert me.phone == "030 901820"


def test_reads_the_phone_kindly(cast: Cast, as_amina: Client) -> None:
    as_amina.post(PAGE, {**WORDS, "phone": "+49 (0)30-901820"})
    cast.amina.refresh_from_db()
    assert cast.amina.phone == "+49 (0)30-901820"
    assert "From abroad: +49 30 901820" in as_amina.get(PAGE).content.decode()
    as_amina.post(PAGE, {**WORDS, "phone": "ask at the desk"})
    assert "This works from home." in as_amina.get(PAGE).content.decode()


def test_phone_without_a_country_is_not_guessed() -> None:
    assert said_abroad("030 901820") == ""
    assert said_abroad("030 901820", zone="Europe/Berlin") == "+49 30 901820"
    assert said_abroad("+44 20 7946 0018") == "+44 20 7946 0018"
    assert said_abroad("") == said_abroad("+") == said_abroad("\U0001f600" * 40) == ""


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("name", "", "Fill this in."),
        ("name", "x" * 500, "at most 200 characters"),
        ("name", "Amina\0", "NUL"),
        ("graduation_year", "soon", "Enter a whole number."),
        ("graduation_year", "99999", "less than or equal to 2100"),
        ("time_zone", "Mars/Olympus", "We don’t know a time zone called “Mars/Olympus”."),
        ("profile_link", "javascript:alert(1)", "look like a web address"),
        ("profile_link", "ftp://example.org/cv", "look like a web address"),
        ("phone", "1" * 41, "at most 40 characters"),
    ],
)
def test_refuses_at_the_field(cast: Cast, as_amina: Client, field: str, words: str, sentence: str) -> None:
    answer = as_amina.post(PAGE, {**WORDS, "programme": "Kept words", field: words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert sentence in page
    assert "Kept words" in page


def test_a_stale_form_loses_nothing(cast: Cast, as_amina: Client) -> None:
    cast.amina.revise_fields(seen=None, programme="Newer words")
    answer = as_amina.post(PAGE, {**WORDS, "programme": "Older words", "revision": "0", "edit_session": "one"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Older words" in page
    assert "Newer words" in page


def test_asks_an_adviser_for_no_programme(cast: Cast, as_cleo: Client) -> None:
    assert 'name="programme"' not in as_cleo.get(PAGE).content.decode()
    assert as_cleo.post(PAGE, {"name": "Cleo", "programme": "Smuggled"}).status_code == 302
    cast.cleo.refresh_from_db()
    assert (cast.cleo.name, cast.cleo.programme) == ("Cleo", "")


def test_takes_no_role_from_a_body(cast: Cast, as_amina: Client) -> None:
    as_amina.post(PAGE, {**WORDS, "role": "director", "is_active": "0", "email": "x@example.org"})
    cast.amina.refresh_from_db()
    assert (cast.amina.role, cast.amina.email) == ("student", "amina@example.edu")


def test_the_browsers_zone_is_taken_once(cast: Cast, as_amina: Client) -> None:
    cast.amina.revise_fields(seen=None, time_zone="")

    def send(name: Any) -> int:
        return as_amina.post("/you/zone/", {"time_zone": name}).status_code

    assert send("Asia/Tokyo") == 204
    assert send("Africa/Accra") == 204
    cast.amina.refresh_from_db()
    assert cast.amina.time_zone == "Asia/Tokyo"
    assert send("Mars/Olympus") == send("") == send("../../etc/passwd") == 422
    assert as_amina.get("/you/zone/").headers["Location"] == "/you/"


def test_keeps_a_name_whose_signs_unfold(cast: Cast, as_amina: Client) -> None:
    name = "ﷺ" * 200
    assert as_amina.post(PAGE, {**WORDS, "name": name}).status_code == 302
    cast.amina.refresh_from_db()
    assert cast.amina.name == name
    assert len(cast.amina.sort_name) == 400
    assert list(User.objects.called("ﷺ")) == [cast.amina]
