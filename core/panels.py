"""A place that a lower room leaves on its page, and that higher rooms fill: imports keep running downwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

Fill = Callable[[Any, Any, datetime], dict[str, Any]]


@dataclass(frozen=True)
class Panel:
    """One filled place: the template to include and what it is told."""

    template: str
    told: dict[str, Any]


_filled: dict[str, list[tuple[int, str, Fill]]] = {}


def fill(place: str, template: str, with_: Fill, *, order: int = 50) -> None:
    """Fill `place` with `template`, told by `with_(subject, user, now)`; called once, from a room's AppConfig.ready."""
    entries = _filled.setdefault(place, [])
    if (order, template, with_) not in entries:
        entries.append((order, template, with_))
        entries.sort(key=lambda entry: (entry[0], entry[1]))


def panels(place: str, subject: Model, user: Any, now: datetime) -> list[Panel]:
    """What the rooms above put into `place` for `subject`, in order."""
    return [Panel(template, with_(subject, user, now)) for _, template, with_ in _filled.get(place, [])]
