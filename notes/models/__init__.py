from notes.models.debrief import Debrief
from notes.models.named import NamedPerson
from notes.models.note import Note
from notes.models.timer import Timer

__all__ = ["Debrief", "NamedPerson", "Note", "Timer"]
