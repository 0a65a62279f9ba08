"""A place that a lower room leaves on its page, and that higher rooms fill: imports keep running downwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

Provider = Callable[[Any, Any, datetime], dict[str, Any]]


@dataclass(frozen=True)
class Panel:
    """One filled place: the template to include and its context."""

    template: str
    context: dict[str, Any]


_filled: dict[str, list[tuple[int, str, Provider]]] = {}


def register_panel(place: str, template: str, provider: Provider, *, order: int = 50) -> None:
    """Show `template` at `place`, its context from `provider(subject, user, now)`, from a room’s `ready`."""
    entries = _filled.setdefault(place, [])
    if (order, template, provider) not in entries:
        entries.append((order, template, provider))
        entries.sort(key=lambda entry: (entry[0], entry[1]))


def panels(place: str, subject: Model, user: Any, now: datetime) -> list[Panel]:
    """What the rooms above put into `place` for `subject`, in order."""
    return [Panel(template, provider(subject, user, now)) for _, template, provider in _filled.get(place, [])]
