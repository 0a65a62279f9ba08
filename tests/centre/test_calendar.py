"""Terms and holidays."""

from datetime import date

import pytest
from django.test import Client

from centre.models import Holiday, Term
from tests.alike import alike
from tests.cast import Cast
from tests.centre.builders import a_holiday, a_term

TERM = {"name": "Spring 2027", "starts_on": "2027-02-01", "ends_on": "2027-06-30"}
HOLIDAY = {"day": "2026-12-24", "name": "Christmas Eve"}


def test_a_term_is_added_changed_and_dropped(cast: Cast, as_dara: Client) -> None:
    as_dara.post("/centre/calendar/terms/add/", TERM)
    term = Term.at(date(2027, 6, 30))
    assert term is not None
    path = f"/centre/calendar/terms/{term.pk}/"
    assert 'value="2027-02-01"' in as_dara.get(path).content.decode()
    as_dara.post(path, {**TERM, "ends_on": "2027-06-20"})
    assert Term.at(date(2027, 6, 30)) is None
    assert "Spring 2027" in as_dara.get("/centre/calendar/").content.decode()
    as_dara.post(f"{path}drop/")
    assert Term.at(date(2027, 3, 1)) is None


def test_a_holiday_is_added_changed_and_dropped(cast: Cast, as_dara: Client) -> None:
    as_dara.post("/centre/calendar/holidays/add/", HOLIDAY)
    assert Holiday.days() == {date(2026, 12, 24)}
    row = Holiday.objects.get()
    as_dara.post(f"/centre/calendar/holidays/{row.pk}/", {**HOLIDAY, "day": "2026-12-25"})
    assert Holiday.days() == {date(2026, 12, 25)}
    assert "Friday 25 December 2026" in as_dara.get("/centre/calendar/").content.decode()
    as_dara.post(f"/centre/calendar/holidays/{row.pk}/drop/")
    assert Holiday.days() == frozenset()


def test_two_of_one_name_are_told_apart_by_their_day(cast: Cast, as_dara: Client) -> None:
    for year in (2026, 2027):
        a_holiday("Christmas Day", date(year, 12, 25))
    path = "/centre/calendar/"
    assert alike(path, as_dara.get(path).content.decode()) == []


def test_a_double_submit_has_one_result(cast: Cast, as_dara: Client) -> None:
    for _ in range(2):
        as_dara.post("/centre/calendar/terms/add/", {**TERM, "once": "0b8bd8a8-7d6a-4f68-9cf9-d5b5e3f0a1c2"})
    assert Term.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("ends_on", "2027-01-31", "The last day is before the first."),
        ("starts_on", "soon", "That doesn’t look like a date. Write it like 2026-11-30."),
        ("ends_on", "", "Enter a date."),
        ("name", "x" * 500, "at most 80 characters"),
        ("name", "\0", "NUL"),
    ],
)
def test_a_term_is_refused_at_the_field(cast: Cast, as_dara: Client, field: str, words: str, sentence: str) -> None:
    answer = as_dara.post("/centre/calendar/terms/add/", {**TERM, field: words})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Term.objects.exists()


def test_one_holiday_a_day(cast: Cast, as_dara: Client) -> None:
    a_holiday(day=date(2026, 12, 24))
    other = a_holiday(day=date(2026, 12, 26))
    for path in ("add/", f"{other.pk}/"):
        answer = as_dara.post(f"/centre/calendar/holidays/{path}", HOLIDAY)
        assert answer.status_code == 422
        assert "That day is already a holiday." in answer.content.decode()
    assert len(Holiday.days()) == 2


def test_nobody_else_changes_it(cast: Cast, as_amina: Client, as_cleo: Client) -> None:
    term, holiday = a_term(), a_holiday()
    for client in (as_amina, as_cleo):
        assert client.post("/centre/calendar/terms/add/", TERM).status_code == 404
        assert client.post(f"/centre/calendar/terms/{term.pk}/drop/").status_code == 404
        assert client.post(f"/centre/calendar/holidays/{holiday.pk}/drop/").status_code == 404
    assert Term.objects.count() == Holiday.objects.count() == 1


def test_shows_markup_in_a_name_as_typed(cast: Cast, as_dara: Client) -> None:
    a_term("<script>alert(1)</script>")
    for path in ("/centre/", "/centre/calendar/"):
        page = as_dara.get(path).content.decode()
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page


def test_the_page_holds_its_queries(cast: Cast, as_dara: Client, django_assert_max_num_queries: object) -> None:
    for number in range(100):
        a_holiday(f"Day {number}", date.fromordinal(date(2026, 1, 1).toordinal() + number))
    with django_assert_max_num_queries(5):
        as_dara.get("/centre/calendar/")
