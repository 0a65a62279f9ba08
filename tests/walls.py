"""How a room says who may walk through each of its addresses; tests/test_walls.py walks them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast

Make = Callable[[Cast], Sequence[Any]]

STUDENTS = frozenset({"amina", "bo"})
MEMBERS = frozenset({"amina", "bo", "cleo", "dara"})


def nothing(cast: Cast) -> Sequence[Any]:
    """For an address without arguments."""
    return ()


@dataclass(frozen=True)
class Wall:
    """Who of the cast may pass; `make` builds what the address is about and gives its arguments."""

    may: frozenset[str]
    make: Make = nothing
    why: str = ""
    stranger: bool = False
    post: dict[str, Any] = field(default_factory=dict)
    # What a member may meet besides the page; `why` says for what reason.
    also: frozenset[str] = frozenset()


def own(make: Make) -> Wall:
    """A row of Amina's: for everybody else it does not exist."""
    return Wall(frozenset({"amina"}), make)


def students() -> Wall:
    """A page that every student has."""
    return Wall(STUDENTS)


def members(make: Make = nothing) -> Wall:
    """A page that everyone who signed in has."""
    return Wall(MEMBERS, make)


def advisers(make: Make = nothing, **more: Any) -> Wall:
    """A page of those who keep what the centre offers: its advisers and its directors."""
    return Wall(frozenset({"cleo", "dara"}), make, **more)


def director(make: Make = nothing) -> Wall:
    """A page of the director's desk."""
    return Wall(frozenset({"dara"}), make)


def open_to_all(why: str, make: Make = nothing) -> Wall:
    """An open door, with the reason for it."""
    return Wall(MEMBERS, make, why, stranger=True)
