"""A page of a list, with its number of rows, in one query."""

from typing import Any

import pytest

from accounts.models import User
from contacts.models import Contact
from core.pages import page_of, page_of_counted
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven(amina: User) -> Any:
    Contact.objects.bulk_create(
        Contact(owner=amina, name=f"Person {n}", sort_name=f"{n}", added_at=NOW) for n in range(7)
    )
    return Contact.objects.visible_to(amina).order_by("sort_name")


@pytest.mark.parametrize(("asked", "names"), [(None, "012"), ("", "012"), ("2", "345"), ("3", "6"), ("x", "012")])
def test_one_query_finds_the_rows_and_counts_them(
    seven: Any, django_assert_num_queries: Any, asked: str | None, names: str
) -> None:
    with django_assert_num_queries(1):
        page = page_of(seven, 3, asked)
        assert "".join(person.sort_name for person in page) == names
        assert (page.paginator.count, page.paginator.num_pages) == (7, 3)
        assert page.has_next() == (names[-1] != "6")


@pytest.mark.parametrize("asked", ["4", "10001", "999999999999999999"])
def test_behind_the_last_page_the_last_is_shown(seven: Any, asked: str) -> None:
    page = page_of(seven, 3, asked)
    assert (page.number, [person.sort_name for person in page]) == (3, ["6"])


def test_an_empty_list_has_one_empty_page(seven: Any, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        page = page_of(seven.none() | seven.filter(name="nobody"), 3, "1")
        assert (list(page), page.paginator.count, page.paginator.num_pages) == ([], 0, 1)


@pytest.mark.parametrize(("asked", "names", "queries"), [("2", "345", 1), ("4", "6", 3)])
def test_people_as_values_say_how_many_there_are(
    seven: Any, django_assert_num_queries: Any, asked: str, names: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        page = page_of_counted(seven.for_list(), 3, asked)
        assert "".join(person.name[-1] for person in page) == names
        assert page.paginator.count == 7
