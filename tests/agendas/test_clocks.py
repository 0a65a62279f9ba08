"""The clock in the margin of an agenda, in a night in which the clocks change."""

from datetime import UTC, datetime

import pytest

from accounts.models import User
from agendas.plan import plan_of
from tests.agendas.builders import an_agenda
from tests.cast import NOW
from tests.meetings.builders import arranged

pytestmark = pytest.mark.django_db


def test_goes_on_from_three_where_the_clocks_are_put_forward(amina: User) -> None:
    # In Berlin it is 1:55, and five minutes later 3:00.
    meeting = arranged(amina, datetime(2027, 3, 28, 0, 55, tzinfo=UTC))
    an_agenda(meeting, "C", "C")
    plan = plan_of(meeting, now=NOW)
    assert [question.until for question in plan.planned] == ["3:00", "3:03"]
    assert plan.close_from.startswith("3:")
