"""A day and an hour in somebody's zone, made into a moment."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import times
from meetings.clock import Gap, moment


def test_an_hour_that_does_not_exist_is_a_gap() -> None:
    with pytest.raises(Gap):
        moment(date(2027, 3, 28), time(2, 30), "Europe/Berlin")


def test_an_hour_shown_twice_is_the_first() -> None:
    found = moment(date(2027, 10, 31), time(2, 30), "Europe/Berlin")
    assert found.at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert found.twice


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        moment(date(2027, 3, 1), time(9), "Europe/Atlantis")


@given(
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    clock=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    zone=st.sampled_from(sorted(times.zone_names())),
)
def test_what_was_said_is_what_is_read(day: date, clock: time, zone: str) -> None:
    try:
        found = moment(day, clock, zone)
    except Gap:
        return
    assert found.at.astimezone(times.zone(zone)).replace(tzinfo=None, fold=0) == datetime.combine(day, clock)
