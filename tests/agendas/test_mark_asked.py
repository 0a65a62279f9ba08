"""Ticking a question in the conversation."""

from datetime import datetime, timedelta

from accounts.models import User
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting


def test_keeps_the_first_time(amina: User, now: datetime) -> None:
    (question,) = an_agenda(a_meeting(amina), "W")
    question.mark_asked(now=now)
    question.mark_asked(now=now + timedelta(minutes=3))
    question.refresh_from_db()
    assert question.asked_at == now


def test_can_be_taken_back(amina: User, now: datetime) -> None:
    (question,) = an_agenda(a_meeting(amina), "W")
    question.mark_asked(now=now)
    question.unmark()
    question.refresh_from_db()
    assert question.asked_at is None
