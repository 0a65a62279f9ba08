"""Taking a question off the agenda."""

from datetime import datetime

from accounts.models import User
from agendas.models import Agenda
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting


def test_the_others_close_up(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    rows[1].drop(now=now)
    assert [(q.phase, q.position) for q in Agenda.of(meeting).questions.in_order()] == [("W", 1), ("X", 2)]
