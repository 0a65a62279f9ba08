"""Waits for the database end: by PostgreSQL's own limits where they hold, and from our side where they do not.

Limits that PostgreSQL keeps are set when a connection begins, unless a pooler stands in between, which would give them
to others. From our side one thread looks at every page that is being worked on: whoever waits longer than the limit,
for a lock behind a pooler or for a server that hangs, is freed (docs/decisions/0050-waits-end-on-both-sides.md).
"""

import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from django.db import NotSupportedError, connection
from psycopg.pq import TransactionStatus

# Seconds. PostgreSQL is given this much longer than its own limit before we end a wait ourselves, and less to whoever
# has waited for their turn. Together with the two in which Django then tries a new connection that is below five.
GRACE = 0.15
WHOLE = 4.0
# The question whether a connection still lives needs no longer; after it a new one is made.
ALIVE = 0.6
LOOK_EVERY = 0.1
CANCEL_WITHIN = 0.2

# One statement, and none where the process that answers is not the one that a pooler let us believe in.
_LIMIT = """
SELECT set_config('lock_timeout', %s, false), set_config('statement_timeout', %s, false),
    set_config('idle_in_transaction_session_timeout', %s, false)
WHERE pg_backend_pid() = %s
"""


@dataclass
class Waiting:
    """What one thread waits for: its connection, the how-manieth statement, and since when it was seen waiting."""

    raw: "psycopg.Connection[Any] | None" = None
    statement: int = 0
    seen: int = -1
    since: float = 0.0
    until: float = 0.0


_here = threading.local()
_at_work: dict[int, Waiting] = {}
_failed_at = 0.0


def look_after() -> None:
    """Begin to look after what the pages of this process wait for."""
    threading.Thread(target=_look, name="waits", daemon=True).start()


def note_failure(error: BaseException) -> None:
    """Remember that the database could not be reached, or hung; what it refused itself is no such thing."""
    global _failed_at
    if getattr(error.__cause__, "sqlstate", None) is None:
        _failed_at = time.monotonic()


def failed_since(moment: float) -> bool:
    """Whether the database was found away or hanging after `moment` (monotonic): to ask again would take too long."""
    return _failed_at > moment


def limit_connection(sender: object, connection: Any, **kwargs: object) -> None:
    """Receiver of connection_created: set this process's limits on a connection that is its own."""
    seconds = settings.DATABASE_LIMITS
    with connection.cursor() as cursor:
        raw: psycopg.Connection[Any] = cursor.connection
        _waiting().raw = raw
        limits = [f"{seconds[name]}s" for name in ("lock", "statement", "idle")]
        # A pooler makes up the number that it calls the process behind it by.
        cursor.execute(_LIMIT, [*limits, raw.info.backend_pid])


@contextlib.contextmanager
def bounded(since: float) -> Iterator[None]:
    """Look after what this thread waits for until the block is left; it works for who came at `since` (monotonic)."""
    waiting = _waiting()
    waiting.statement, waiting.seen, waiting.until = 0, -1, since + WHOLE
    _at_work[threading.get_ident()] = waiting
    try:
        with connection.execute_wrapper(_count), connection.execute_wrapper(plan_anew):
            yield
    finally:
        _at_work.pop(threading.get_ident(), None)


def plan_anew(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Wrap a statement: one whose kept plan a migration has outdated is planned once more, and its page goes on.

    Within a transaction PostgreSQL has ended that; its end drops the plans, and whoever tries again is served.
    """
    try:
        return execute(sql, params, many, context)
    except NotSupportedError as error:
        database = context["connection"]
        if database.in_atomic_block or not isinstance(error.__cause__, psycopg.errors.FeatureNotSupported):
            raise
        with database.cursor() as cursor:
            cursor.execute("DEALLOCATE ALL")
        return execute(sql, params, many, context)


def _count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    _waiting().statement += 1
    return execute(sql, params, many, context)


def _waiting() -> Waiting:
    if not hasattr(_here, "waiting"):
        _here.waiting = Waiting()
    waiting: Waiting = _here.waiting
    return waiting


def _look() -> None:
    limit = settings.DATABASE_LIMITS["statement"]
    while True:
        time.sleep(LOOK_EVERY)
        now = time.monotonic()
        for waiting in list(_at_work.values()):
            if not _is_active(waiting.raw):
                waiting.seen = -1
            elif waiting.seen != waiting.statement:
                waiting.seen, waiting.since = waiting.statement, now
            elif now - waiting.since > _patience(waiting, now, limit):
                waiting.since = now
                # A thread of its own: another page may wait for the same server.
                threading.Thread(target=_free, args=(waiting, waiting.statement), daemon=True).start()


def _is_active(raw: "psycopg.Connection[Any] | None") -> bool:
    """Whether a statement is under way on `raw`, which its own thread may close at any moment."""
    try:
        return raw is not None and raw.info.transaction_status == TransactionStatus.ACTIVE
    except psycopg.Error:
        return False


def _patience(waiting: Waiting, now: float, limit: float) -> float:
    """How many seconds the statement that `waiting` is in may take."""
    if not waiting.statement:
        return ALIVE
    if not limit:
        return float("inf")
    return GRACE if now > waiting.until else limit + GRACE


def _free(waiting: Waiting, statement: int) -> None:
    """End a statement: ask the server to, and where it does not hear, hang up."""
    raw = waiting.raw
    if raw is None:
        return
    # Whoever does not even say that it lives cancels nothing either.
    if statement and psycopg.capabilities.has_cancel_safe():
        with contextlib.suppress(psycopg.Error):
            raw.cancel_safe(timeout=CANCEL_WITHIN)
            # Heard; what is left is to see that it helps.
            time.sleep(CANCEL_WITHIN)
    if waiting.raw is raw and waiting.statement == statement and _is_active(raw):
        # Not closed from here: whoever waits on it sees its end, and closes it.
        with contextlib.suppress(psycopg.Error, OSError), socket.socket(fileno=os.dup(raw.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)
