from agendas.models.agenda import Agenda
from agendas.models.centre_bank import centre_bank
from agendas.models.centre_question import CentreQuestion
from agendas.models.centre_row import Hidden
from agendas.models.centre_set import CentreSet
from agendas.models.question import Question

__all__ = ["Agenda", "CentreQuestion", "CentreSet", "Hidden", "Question", "centre_bank"]
