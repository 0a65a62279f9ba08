"""What the rooms above hear of a conversation."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.dispatch import Signal

from meetings import events
from meetings.models import Meeting


@pytest.fixture
def signals() -> Iterator[list[tuple[str, Meeting, datetime]]]:
    """What the rooms above heard, in order."""
    heard: list[tuple[str, Meeting, datetime]] = []
    known = {name: value for name, value in vars(events).items() if isinstance(value, Signal)}

    def listen(signal: Signal, meeting: Meeting, now: datetime, **more: Any) -> None:
        heard.append((next(name for name, value in known.items() if value is signal), meeting, now))

    for signal in known.values():
        signal.connect(listen)
    yield heard
    for signal in known.values():
        signal.disconnect(listen)
