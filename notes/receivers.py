"""What the rooms below tell, and what this room keeps of it."""

from datetime import datetime
from typing import Any

from meetings import events
from meetings.models import Meeting
from notes.models import NamedPerson


def on_named(
    sender: Any, *, meeting: Meeting, now: datetime, name: str, about: str, may_use_name: bool, **more: Any
) -> None:
    """The contact named somebody on their own page."""
    NamedPerson.add(meeting, now=now, name=name, about=about, may_use_name=may_use_name)


def connect() -> None:
    """Listen to the rooms below; called once, from NotesConfig.ready."""
    events.named.connect(on_named, dispatch_uid="notes.on_named")
