"""Pages of a list that grows with the centre: each begins behind the last row of the page before, so all cost the same.

Django's own Paginator counts all rows and walks past those of the earlier pages; for what belongs to one student that
is little, and it stays in use there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Generic, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, Model, QuerySet, Subquery, TextField, Value, Window
from django.db.models.expressions import Combinable
from django.db.models.lookups import GreaterThan, LessThan
from django.http import QueryDict

from core.counting import MOST_COUNTED, number_of
from core.ids import row_number

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class KeysetPage(Generic[M]):
    """One page, and the addresses of its neighbours ("" where there is none)."""

    object_list: list[M]
    number: int
    count: int
    earlier: str
    later: str
    size: int = field(repr=False)

    def __iter__(self) -> Iterator[M]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    @property
    def has_more(self) -> bool:
        """Whether there are more rows than were counted."""
        return self.count > MOST_COUNTED

    @property
    def num_pages(self) -> int:
        return ceil(self.count / self.size)


def keyset_page(rows: QuerySet[M, M], *, by: str, size: int, query: QueryDict) -> KeysetPage[M]:
    """The page of `rows` that `query` asks for by `after` or `before` a row's number; the first one for nonsense.

    One statement reads the rows and counts them. In: `by` is the column that orders the rows, "-" in front for
    descending; the key decides between equals.
    """
    column, descending = by.lstrip("-"), by.startswith("-")
    number = row_number(query.get("page")) or 1
    after, before = row_number(query.get("after")), row_number(query.get("before"))
    counted = rows.annotate(rows_in_all=number_of(rows, MOST_COUNTED + 1))
    found: list[Any] = []
    if before:
        found = list(_beyond(counted, column, before, descending=not descending)[: size + 1])
        back, on = len(found) > size, True
        found = found[:size][::-1]
    elif after:
        found = list(_beyond(counted, column, after, descending=descending)[: size + 1])
        back, on = True, len(found) > size
    if not found or (before and not back):
        # The beginning: also where the row was deleted meanwhile, or a page back reached it.
        found, number = list(_ordered(counted, column, descending=descending)[: size + 1]), 1
        back, on = False, len(found) > size
    found, count = found[:size], found[0].rows_in_all if found else 0
    if count <= MOST_COUNTED:
        # An address may say any number.
        number = min(number, max(ceil(count / size), 1))
    return KeysetPage(
        object_list=found,
        number=number,
        count=count,
        earlier=_address(query, before=found[0].pk, page=max(number - 1, 1)) if back else "",
        later=_address(query, after=found[-1].pk, page=number + 1) if on else "",
        size=size,
    )


def page_of(rows: QuerySet[M, M], *, size: int, asked: str | None) -> Page[M]:
    """The page of `rows`, which belong to one student, that `asked` numbers: rows and their number in one statement."""
    number, paginator = row_number(asked) or 1, Paginator(rows, size)
    if number > MOST_COUNTED:
        return paginator.get_page(asked)
    counted = rows.annotate(rows_in_all=Window(Count("pk")))
    found: list[Any] = list(counted[(number - 1) * size : number * size])
    if not found and number > 1:
        return paginator.get_page(asked)
    # What Django works out when it is asked for the first time.
    paginator.count = found[0].rows_in_all if found else 0
    return Page(found, number, paginator)


def _ordered(rows: QuerySet[M, M], column: str, *, descending: bool) -> QuerySet[M, M]:
    sign = "-" if descending else ""
    return rows.order_by(f"{sign}{column}", f"{sign}pk")


def _beyond(rows: QuerySet[M, M], column: str, pk: int, *, descending: bool) -> QuerySet[M, M]:
    """The rows behind the row `pk`, none where that is not among them.

    Column and key are compared as one, so that the index is entered at that row also among many of one name.
    """
    here = Subquery(rows.order_by().filter(pk=pk).values(column))
    compared = (LessThan if descending else GreaterThan)(_both(F(column), F("pk")), _both(here, Value(pk)))
    return _ordered(rows.filter(compared), column, descending=descending)


def _both(value: Combinable, key: Combinable) -> Func:
    """In SQL: a row of the two. Of what type it is does not matter: it is only compared with another such row."""
    return Func(value, key, template="(%(expressions)s)", output_field=TextField())


def _address(query: QueryDict, **changed: int) -> str:
    kept = query.copy()
    for name in ("after", "before", "page"):
        kept.pop(name, None)
    for name, value in changed.items():
        kept[name] = str(value)
    return f"?{kept.urlencode()}"
