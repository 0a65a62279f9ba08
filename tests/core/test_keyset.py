"""S2: a page of a long list begins behind a row, so that the last one costs what the first one costs."""

from datetime import datetime

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.counting import MOST_COUNTED
from core.keyset import KeysetPage, keyset_page
from tests.cast import Cast
from tests.crowd import multiply, plan, scans

SIZE = 50


def page(query: str = "", *, by: str = "sort_name", size: int = SIZE) -> KeysetPage[User]:
    return keyset_page(User.objects.all(), by=by, size=size, query=QueryDict(query.lstrip("?")))


def walked(by: str, size: int) -> list[int]:
    """Every row, by the links from page to page; each page's way back leads to the page before."""
    found, before, here = [], None, page(by=by, size=size)
    while True:
        found += [row.pk for row in here]
        if before is not None:
            back = page(here.earlier, by=by, size=size)
            assert ([row.pk for row in back], back.number) == ([row.pk for row in before], before.number)
        if not here.later:
            return found
        before, here = here, page(here.later, by=by, size=size)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("by", ["sort_name", "-sort_name", "-joined_at"])
def test_every_row_once_and_in_order_also_between_equals(cast: Cast, by: str, size: int) -> None:
    multiply(cast.bo, 3, email="'bo' || k || '@example.edu'")
    sign = "-" if by.startswith("-") else ""
    assert walked(by, size) == list(User.objects.order_by(by, f"{sign}pk").values_list("pk", flat=True))


@pytest.mark.parametrize(
    "query", ["after=x", "after=-1", "after=999999999999999999999", "before=0", "page=many&after=²"]
)
def test_nonsense_is_the_first_page(cast: Cast, query: str) -> None:
    assert [row.pk for row in page(query, size=2)] == [row.pk for row in page(size=2)]
    assert page(query, size=2).earlier == ""


def test_no_page_beyond_the_last_one_is_claimed(cast: Cast) -> None:
    second = page(page(size=2).later, size=2)
    assert page(f"after={page(size=2).object_list[-1].pk}&page=900", size=2).number == second.num_pages


def test_filters_of_the_address_are_kept(cast: Cast) -> None:
    later = page("q=x&role=student&page=1", size=1).later
    assert set(QueryDict(later[1:])) == {"q", "role", "page", "after"}


def test_more_than_a_thousand_are_not_counted(cast: Cast) -> None:
    multiply(cast.bo, MOST_COUNTED, email="'crowd' || k || '@example.edu'")
    assert page().has_more
    assert page().count == MOST_COUNTED + 1


def test_the_last_page_and_a_search_read_no_table_from_end_to_end(cast: Cast, now: datetime) -> None:
    crowd = {"email": "'crowd' || k || '@example.edu'", "sort_name": "'crowd ' || md5(k::text)"}
    # The pieces as the verbs make them, for each copy of its own name.
    crowd["pieces"] = (
        "(SELECT array_agg(DISTINCT substr(t, at, long)) FROM (VALUES ('crowd ' || md5(k::text)),"
        " ('crowd' || k || '@example.edu')) n (t), generate_series(2, 3) long,"
        " generate_series(1, length(t) - long + 1) at)"
    )
    multiply(cast.bo, 20_000, **crowd)
    rare = User.objects.called("marchetti")
    assert [str(member) for member in rare] == ["Cleo Marchetti"]
    assert "user_pieces" in plan(rare)
    for place in (10_000, 20_000 - SIZE):
        begin = User.objects.order_by("sort_name", "pk")[place]
        with CaptureQueriesContext(connection) as asked:
            assert len(page(f"after={begin.pk}")) == SIZE
        (rows,) = [query["sql"] for query in asked if "LIMIT 51" in query["sql"]]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {rows}")
            found_by = "\n".join(line for (line,) in cursor.fetchall())
        # The count beside them, of the table that Django calls u0, or "U0", ends at a thousand whichever way it reads.
        assert [line for line in scans(found_by) if " u0 " not in line.lower().replace('"', "")] == []
        # Of the last few rows it may take any index and sort them.
        assert "user_by_name" in found_by or place > 10_000


def test_among_many_of_one_name_the_index_is_entered_at_the_row(cast: Cast) -> None:
    multiply(cast.bo, 2_000, email="'crowd' || k || '@example.edu'")
    begin = User.objects.order_by("sort_name", "pk")[1_900]
    with CaptureQueriesContext(connection) as asked:
        assert len(page(f"after={begin.pk}")) == SIZE
    (rows,) = [query["sql"] for query in asked if "LIMIT 51" in query["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE) {rows}")
        found_by = "\n".join(line for (line,) in cursor.fetchall())
    assert "Rows Removed by Filter" not in found_by, found_by
