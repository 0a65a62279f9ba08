"""The numbers of rows as they stand in addresses and forms."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

M = TypeVar("M", bound=Model)


def row_number(typed: str | None) -> int:
    """The number that stands in `typed`; 0, which no row has, where it is none that a row could have."""
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 19 else 0


def resolve_ids(rows: "QuerySet[M]", ids: Iterable[str]) -> list[M]:
    """The rows with the `ids` that a form named, each once, in the order of their numbers.

    In: `rows` as they come through a door. Raises Http404 where one of them does not exist or is somebody else's.
    """
    wanted = {row_number(one) for one in ids}
    found: dict[Any, M] = {row.pk: row for row in rows.filter(pk__in=wanted)} if wanted else {}
    if len(found) < len(wanted):
        raise Http404
    return [found[pk] for pk in sorted(found)]
