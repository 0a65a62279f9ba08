"""The one way to change what others may change too, and the one place where what follows from an act is worked out.

Every act locks in one order, so that no two wait for each other: the agenda, the conversations (by pk where several),
what belongs to one (a reply, a letter, a promise), its student, the person, what is to be done for them. An act on a
person that reaches into the conversations with them therefore begins with these (`Contact.transition`).

What belongs to a conversation that the act has locked may come last: the promise in Followup.done, the reply in
Message.send. Whoever else locks it has locked the conversation before, or waits for nothing that this act holds.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction

Row = TypeVar("Row", bound=models.Model)
# Keeps true what rows hold of others: given the rows of its model that an act concerned, each of them once.
Refresher = Callable[[list[Any]], None]
_refreshers: dict[type[models.Model], list[Refresher]] = {}


class Vanished(ObjectDoesNotExist):
    """The row was taken out in another window, after it was found and before it was locked."""


class _Act:
    """What one act has locked so far, and which rows hold something that follows from it."""

    def __init__(self) -> None:
        self.locked: list[models.Model] = []
        self.concerned: dict[type[models.Model], list[models.Model]] = {}

    def lock(self, row: models.Model) -> None:
        """Once for each row in hand: what the act itself changed in it stays."""
        if not any(one is row for one in self.locked):
            read_and_lock(row)
            self.locked.append(row)
            self.concern(row)

    def holds(self, row: models.Model) -> bool:
        return any(one.__class__ is row.__class__ and one.pk == row.pk for one in self.locked)

    def concern(self, row: models.Model) -> None:
        known = self.concerned.setdefault(row.__class__, [])
        if not any(one is row for one in known):
            known.append(row)

    def end(self) -> None:
        for model, refreshers in _refreshers.items():
            # In one order everywhere, so that two acts do not wait for each other.
            rows = sorted(self.concerned.get(model, ()), key=lambda row: row.pk)
            for refresher in refreshers if rows else ():
                refresher(rows)


_act: ContextVar[_Act | None] = ContextVar("act", default=None)


@contextmanager
def transition(*rows: models.Model) -> Iterator[None]:
    """Read `rows` as they stand now and lock them, in this order, until the act is through; all of it or nothing.

    One inside another belongs to the same act: what is locked already is not read again, and what follows from the
    act is worked out once, at the end of the outermost and in its transaction. A verb therefore refuses before its
    first write, so that whoever called it may go on. Raises Vanished of a row that is gone.
    """
    act = _act.get()
    if act is not None:
        for row in rows:
            act.lock(row)
        yield
        return
    act = _Act()
    token = _act.set(act)
    try:
        with transaction.atomic():
            for row in rows:
                act.lock(row)
            yield
            act.end()
    finally:
        _act.reset(token)


def locked(
    rows: "models.QuerySet[Row]", *, of: Sequence[str] = ("self",), skip_locked: bool = False
) -> "models.QuerySet[Row]":
    """`rows`, locked as they are read until the transaction ends, for where the row to change is not in hand yet.

    That is what a worker takes next (`skip_locked` leaves out what another one holds), a row that may not be there,
    and a parent whose children are counted or compared. `of` names what else is locked with each row. Rows that only
    name a locked one need not wait for it.
    """
    return rows.select_for_update(of=of, no_key=True, skip_locked=skip_locked)


def refresh_after(*rows: models.Model) -> None:
    """Say that the act concerns `rows`, beside those that it locks. Raises RuntimeError outside of a transition."""
    act = _act.get()
    if act is None:
        raise RuntimeError("nothing follows outside of a transition")
    for row in rows:
        act.concern(row)


def is_locked(row: models.Model) -> bool:
    """Whether the act under way has locked `row` by a transition."""
    act = _act.get()
    return act is not None and act.holds(row)


def register_refresher(model: type[models.Model], refresher: Refresher) -> None:
    """Call `refresher` at the end of each act that concerned rows of `model`; called once, from AppConfig.ready."""
    known = _refreshers.setdefault(model, [])
    if refresher not in known:
        known.append(refresher)


def read_and_lock(row: models.Model) -> None:
    """Read the columns of `row` as they stand now, and lock it until the transaction ends. Raises Vanished."""
    # A member comes from the request as a lazy object, whose class is only what it says.
    rows: models.QuerySet[Any] = row.__class__._base_manager.filter(pk=row.pk)
    columns = locked(rows).values(*(field.attname for field in row._meta.concrete_fields))
    # Where a foreign key is the same, the row behind it stays as it was read.
    now_there = next(iter(columns), None)
    if now_there is None:
        raise Vanished
    for name, value in now_there.items():
        setattr(row, name, value)
