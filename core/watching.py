"""What became of each job of the worker is kept (core/models/job_record.py), so that one that fails is seen."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from asgiref.sync import sync_to_async
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.exceptions import ConnectorException

from core.apart import BadRows, is_of_the_server
from core.models import JobRecord

if TYPE_CHECKING:
    from procrastinate import JobContext
    from procrastinate.middleware import AsyncCallNext
    from procrastinate.worker import Worker

log = logging.getLogger(__name__)

# For every job: soon again, where the database went away under it and was back before anybody noted what became of it.
# Seconds short enough that a job of every few minutes is not kept from its next turn.
AGAIN = RetryStrategy(
    max_attempts=5, wait=5, linear_wait=15, retry_exceptions={OperationalError, InterfaceError, ConnectorException}
)


async def keep_record(call_next: "AsyncCallNext", context: "JobContext", worker: "Worker") -> Any:
    """A middleware of the worker's, around every job."""
    name = context.job.task_name
    try:
        result = await call_next()
    except Exception as error:
        why = str(error) if isinstance(error, BadRows) else type(error).__name__
        await _keep(JobRecord.fail, name, why=why, was_away=is_of_the_server(error), now=timezone.now())
        raise
    await _keep(JobRecord.succeed, name, now=timezone.now())
    return result


async def _keep(note: Callable[..., None], name: str, **facts: Any) -> None:
    """Where the database is away now, the job itself must not fail for it: the next one tells."""
    try:
        await sync_to_async(_in_this_thread, thread_sensitive=False)(note, name, **facts)
    except DatabaseError:
        log.warning("What became of the job %s could not be kept.", name)


def _in_this_thread(note: Callable[..., None], name: str, **facts: Any) -> None:
    close_old_connections()
    try:
        note(name, **facts)
    finally:
        close_old_connections()
