from agendas.models.agenda import Agenda
from agendas.models.question import Question

__all__ = ["Agenda", "Question"]
