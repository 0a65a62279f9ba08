"""The background worker: one process that outlives its database, and takes up again what was cut off.

Where the database stops, hangs, is full of connections or moves to another server, procrastinate's listener, its
heartbeat or its next look for jobs fails, and its worker ends. Then both sets of slots are let go, and begun anew as
soon as the database answers.
"""

import asyncio
import logging
import os
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import psycopg
from django.conf import settings
from procrastinate import App, PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import AlreadyEnqueued

from core.outbox import QUEUE
from core.stalled import give_back
from core.tasks import beat
from core.watching import keep_record

log = logging.getLogger(__name__)

# The worker's pulse, reminders and housekeeping: short jobs, two at a time.
GENERAL, AT_ONCE = "default", 2
# Seconds: until a new connection counts as refused, and between two attempts.
CONNECT_WITHIN, LOOK_EVERY = 5, 1
# Seconds until a set of slots learns that no connection is to be had.
CONNECTION_WITHIN = 10.0
# Seconds for what was begun, where the worker is told to stop; a job that is cut off is taken up again.
STOP_WITHIN = 25


async def work() -> None:
    """Work until a signal comes."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _stop, stop)
    while not stop.is_set():
        if not await _database_answers(stop):
            break
        try:
            await _work_until_it_fails(stop)
        except Exception as error:
            log.warning("The worker begins anew: %s.", _kind(error))
        else:
            if not stop.is_set():
                log.warning("The worker begins anew: the database was away.")


def _stop(stop: asyncio.Event) -> None:
    stop.set()
    # A thread that waits for a database which hangs cannot be ended otherwise.
    asyncio.get_running_loop().call_later(STOP_WITHIN, os._exit, 1)


async def _database_answers(stop: asyncio.Event) -> bool:
    """Wait until it does; False where the worker is told to stop before."""
    away_since = 0.0
    while not stop.is_set():
        try:
            async with asyncio.timeout(CONNECT_WITHIN):
                async with await psycopg.AsyncConnection.connect(**_params()) as connection:
                    await connection.execute("SELECT 1")
        except (psycopg.Error, OSError, TimeoutError) as error:
            if not away_since:
                away_since = time.monotonic()
                log.warning("The database isn't answering, and is asked again each second: %s.", _kind(error))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)
        else:
            if away_since:
                log.warning("The database answers again after %.0f s.", time.monotonic() - away_since)
            return True
    return False


async def _work_until_it_fails(stop: asyncio.Event) -> None:
    """Work on both sets of slots until one of them ends, or the worker is told to stop; raises what ended it."""
    connector = PsycopgConnector(kwargs=_params(), min_size=1, max_size=8, timeout=CONNECTION_WITHIN)
    with app.replace_connector(connector) as its:
        async with its.open_async():
            with suppress(AlreadyEnqueued):
                # Whoever watches sees that it is at work before its first full minute.
                await beat.configure().defer_async(timestamp=int(time.time()))
            await give_back(its.job_manager)
            slots = {GENERAL: AT_ONCE, QUEUE: settings.MAIL_AT_ONCE}
            parts = [asyncio.create_task(_worker(its, queue, most)) for queue, most in slots.items()]
            stopping = asyncio.create_task(stop.wait())
            try:
                await asyncio.wait([*parts, stopping], return_when=asyncio.FIRST_COMPLETED)
            finally:
                stopping.cancel()
                await _end(parts)
            for part in parts:
                if not part.cancelled():
                    part.result()


async def _worker(its: App, queue: str, most: int) -> None:
    await its.run_worker_async(
        queues=[queue],
        name=queue,
        concurrency=most,
        install_signal_handlers=False,
        worker_middleware=[keep_record],
    )


async def _end(parts: Iterable[asyncio.Task[None]]) -> None:
    """Cancelled, each takes up no new job and ends those that it has begun."""
    for part in parts:
        part.cancel()
    await asyncio.wait(list(parts))


def _params() -> dict[str, Any]:
    params: dict[str, Any] = connector_params()
    return params


def _kind(error: BaseException) -> str:
    """What went wrong in one line: what the driver says of it where the driver says anything."""
    causes = [error]
    while (cause := causes[-1].__cause__) is not None:
        causes.append(cause)
    spoken = next((one for one in reversed(causes) if isinstance(one, psycopg.Error)), error)
    words = " ".join(str(spoken).split())
    return f"{type(spoken).__name__}: {words}" if words else type(spoken).__name__
