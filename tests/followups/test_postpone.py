"""Postpone: to nine in the morning of a day that lies ahead."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import User
from followups.facts import facts
from followups.models import Followup
from followups.words import state
from tests.cast import NOW
from tests.followups.builders import Kind, a_followup

FRIDAY = date(2026, 11, 20)


def test_comes_back_at_nine_on_the_students_clock(amina: User) -> None:
    row = a_followup(amina)
    row.postpone(now=NOW, to=FRIDAY)
    assert row.shows_at == row.due_at == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert not Followup.objects.due(NOW).filter(pk=row.pk).exists()


def test_twice_is_once(amina: User) -> None:
    row = a_followup(amina)
    row.postpone(now=NOW, to=FRIDAY)
    row.postpone(now=NOW, to=FRIDAY)
    assert row.postponed == 1


def test_a_late_thank_you_comes_back_late(amina: User) -> None:
    row = a_followup(amina, Kind.THANK, late_at=NOW + timedelta(hours=24))
    row.postpone(now=NOW, to=FRIDAY)
    assert state(facts(row), row.due_at) == "late"


@pytest.mark.parametrize("to", [NOW.date(), NOW.date() - timedelta(days=1)])
def test_refuses_a_day_that_is_not_ahead(amina: User, to: date) -> None:
    with pytest.raises(Followup.NotAhead):
        a_followup(amina).postpone(now=NOW, to=to)


def test_today_is_the_students_today(amina: User) -> None:
    """At 23:30 UTC it is the next day in Berlin already."""
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    with pytest.raises(Followup.NotAhead):
        a_followup(amina).postpone(now=late, to=date(2026, 11, 19))


def test_refuses_what_lies_years_ahead(amina: User) -> None:
    with pytest.raises(Followup.TooFar):
        a_followup(amina).postpone(now=NOW, to=NOW.date() + timedelta(days=731))


def test_refuses_what_is_done(amina: User) -> None:
    row = a_followup(amina)
    row.done(now=NOW)
    with pytest.raises(Followup.Closed):
        row.postpone(now=NOW, to=FRIDAY)
