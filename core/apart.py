"""A batch over rows of several members: the row at which it fails is found and left out, and all others go through."""

import logging
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import InterfaceError, OperationalError, models, transaction

log = logging.getLogger(__name__)

# So many are named in a sentence; each has a line in the log.
NAMED = 20
# What PostgreSQL says of itself and not of a row: lost connections, too little of something, shut down
# (PostgreSQL, appendix A: classes 08 and 53, and 57P01 to 57P05).
_OF_THE_SERVER = ("08", "53", "57P")


class BadRows(Exception):
    """Some rows could not be worked on, again and again; all others were."""

    def __init__(self, what: str, ids: Sequence[Any]) -> None:
        self.ids = ids
        more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
        super().__init__(f"{what} {', '.join(map(str, ids[:NAMED]))}{more}")


def work_apart(what: str, ids: Iterable[Any], work: Callable[[list[Any]], object], *, batch: int) -> list[Any]:
    """Call `work` with `batch` of `ids` at a time, each time in a transaction; where it raises, with half as many.

    Gives the ids with which it raised alone: each was logged with `what` they are, and with no word of its row.
    Raises what the server says of itself: then no row is at fault.
    """
    waiting, bad = list(ids), []
    parts = [waiting[begin : begin + batch] for begin in range(0, len(waiting), batch)][::-1]
    while parts:
        part = parts.pop()
        try:
            with transaction.atomic():
                work(part)
        except Exception as error:
            if is_of_the_server(error):
                raise
            if len(part) == 1:
                log_bad(what, part[0], error)
                bad += part
            else:
                half = len(part) // 2
                parts += [part[half:], part[:half]]
    return bad


def work_through(what: str, work: Callable[[list[Any] | None], object], ids: Iterable[Any], *, batch: int) -> list[Any]:
    """Call `work` with None, for all rows at once; where it raises, with `batch` of `ids` as `work_apart` does.

    Gives the ids of bad rows. What `work` has committed by itself before it raised stays, and must not be done twice.
    """
    try:
        work(None)
    except Exception as error:
        if is_of_the_server(error):
            raise
        return work_apart(what, ids, work, batch=batch)
    return []


def delete_apart(what: str, rows: "models.QuerySet[Any]", *, batch: int = 1000) -> None:
    """Delete `rows`. Raises BadRows where some cannot be, once all others are."""

    def delete(ids: list[Any]) -> None:
        rows.model._base_manager.filter(pk__in=ids).delete()

    refuse_bad(what, work_apart(what, rows.order_by("pk").values_list("pk", flat=True), delete, batch=batch))


def refuse_bad(what: str, bad: Sequence[Any]) -> None:
    """Raise BadRows where there are `bad` ones, so that the job that met them counts as failed."""
    if bad:
        raise BadRows(what, bad)


def is_of_the_server(error: Exception) -> bool:
    """Whether `error` says that the database is away, and nothing about any row."""
    state = getattr(error.__cause__, "sqlstate", None) or ""
    return isinstance(error, (OperationalError, InterfaceError)) and (not state or state.startswith(_OF_THE_SERVER))


def log_bad(what: str, row: object, error: Exception) -> None:
    """Log that `row` was left out, and where; what the error says may hold words of a person."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    log.error("%s %s was left out: %s in %s:%s.", what, row, type(error).__name__, place.filename, place.lineno)
