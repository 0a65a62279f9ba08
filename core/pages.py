"""One page of a list, with how many rows the list has, in one query."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count, Window

from core.ids import row_number

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")
# Read as `of_all` with each row: how many rows the list has.
OF_ALL = Window(Count("pk"))
# Further back nobody turns page by page; where an address asks for it, the last page is looked up.
FAR = 10_000


def page_of(rows: "models.QuerySet[M]", size: int, asked: str | None) -> "Page[M]":
    """The page of `rows` that an address `asked` for by its number, `size` to a page.

    Where there is no such page, the first or the last, as Paginator.get_page has it.
    """
    return page_of_counted(rows.annotate(of_all=OF_ALL), size, asked)


def page_of_counted(rows: "models.QuerySet[M, R]", size: int, asked: str | None) -> "Page[R]":
    """What `page_of` gives, of `rows` that say `of_all` themselves: of values, which are chosen before."""
    number, paginator = row_number(asked) or 1, Paginator(rows, size)
    found: list[Any] = []
    if number <= FAR:
        found = list(rows[(number - 1) * size : number * size])
    if not found and number > 1:
        return paginator.get_page(asked)
    # Known now, so that it is not asked for.
    paginator.__dict__["count"] = found[0].of_all if found else 0
    return Page(found, number, paginator)
