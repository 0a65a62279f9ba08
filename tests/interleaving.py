"""Two acts that meet in the middle: one stops once it has locked some rows, and the other goes as far as it can."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from django.db import connection

Act = Callable[[], object]
PATIENCE = 20
LOCKS = re.compile(r"^UPDATE |^DELETE | FOR NO KEY UPDATE")


def meet(first: Act, second: Act, *, after: int) -> bool:
    """Stop `first` after its statement number `after` of those that lock rows, until `second` is through, or waits for
    it; then let both end.

    Each on a connection of its own. Gives whether `first` has so many; raises what either act raised, and the
    OperationalError of PostgreSQL where each waits for the other.
    """
    stopped, go_on, through = Event(), Event(), Event()
    who: list[int] = []

    def stop_once() -> Callable[..., Any]:
        ran = 0

        def after_each(execute: Callable[..., Any], *statement: Any) -> Any:
            nonlocal ran
            result = execute(*statement)
            ran += LOCKS.search(statement[0]) is not None
            if ran == after and not stopped.is_set():
                stopped.set()
                assert go_on.wait(PATIENCE), "the other act neither ended nor waited"
            return result

        return after_each

    def run_first() -> None:
        try:
            with connection.execute_wrapper(stop_once()):
                first()
        finally:
            connection.close()

    def run_second() -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                who.extend(cursor.fetchone())
            second()
        finally:
            through.set()
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(run_first)
        one.add_done_callback(lambda _done: stopped.set())
        assert stopped.wait(PATIENCE)
        has_so_many = not one.done()
        other = pool.submit(run_second)
        while not through.wait(0.005) and not (who and _waits(who[0])):
            pass
        go_on.set()
        for act in (one, other):
            act.result(PATIENCE)
    return has_so_many


def _waits(pid: int) -> bool:
    """Whether the connection `pid` waits for a lock that another one holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [pid])
        return bool(cursor.fetchone()[0])
