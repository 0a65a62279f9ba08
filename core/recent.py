"""Rows that change a few times a year, as this process read them a few seconds ago (the cache "near")."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from django.core.cache import caches
from django.db import transaction

T = TypeVar("T")


def recent(name: str, read: Callable[[], T]) -> T:
    """What `read` gives, or gave within the last seconds under `name`.

    Pages are dressed and advised by it. What somebody saved shows at once in the process that saved it, where the
    saving says `forget`, and a moment later in the others; whatever decides who may come in reads the row itself.
    """
    return cast("T", caches["near"].get_or_set(name, read))


def forget(name: str) -> None:
    """Read `name` anew at the next `recent`, and once more when the transaction stands: another may read in between."""
    caches["near"].delete(name)
    transaction.on_commit(partial(caches["near"].delete, name))
