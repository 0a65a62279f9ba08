from notes.models.debrief import Debrief
from notes.models.named import NamedPerson
from notes.models.note import Note

__all__ = ["Debrief", "NamedPerson", "Note"]
