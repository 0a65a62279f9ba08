"""Pages of this room."""

from agendas.views.bank import pick
from agendas.views.order import drop, move_down, move_to, move_up
from agendas.views.page import agenda, fill
from agendas.views.paper import pdf, sheet
from agendas.views.words import ask_about, revise, write

__all__ = [
    "agenda",
    "ask_about",
    "drop",
    "fill",
    "move_down",
    "move_to",
    "move_up",
    "pdf",
    "pick",
    "revise",
    "sheet",
    "write",
]
