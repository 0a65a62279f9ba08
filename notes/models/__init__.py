from notes.models.clock import Clock
from notes.models.debrief import Debrief
from notes.models.named import NamedPerson
from notes.models.note import Note

__all__ = ["Clock", "Debrief", "NamedPerson", "Note"]
