"""Pages of this room."""

from agendas.views.bank import pick
from agendas.views.coaching import look, mend, pin, silence, unmend, unpin
from agendas.views.order import drop, move_down, move_to, move_up
from agendas.views.page import agenda, arrange, fill
from agendas.views.paper import pdf, sheet
from agendas.views.words import ask_about, revise, write

__all__ = [
    "agenda",
    "arrange",
    "ask_about",
    "drop",
    "fill",
    "look",
    "mend",
    "move_down",
    "move_to",
    "move_up",
    "pdf",
    "pick",
    "pin",
    "revise",
    "sheet",
    "silence",
    "unmend",
    "unpin",
    "write",
]
