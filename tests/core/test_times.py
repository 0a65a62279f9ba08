"""One function renders every time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import times

MOMENT = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def test_says_the_weekday_and_the_time_in_one_zone() -> None:
    assert times.say(MOMENT, "Europe/Berlin") == "Thursday 26 November 2026, 15:00"


def test_says_both_cities_where_the_clocks_differ() -> None:
    said = times.say(MOMENT, "Europe/Berlin", "America/Chicago")
    assert said == "Thursday 26 November 2026, 15:00 in Berlin (8:00 in Chicago)"


def test_says_one_time_where_two_zones_share_a_clock() -> None:
    assert times.say(MOMENT, "Europe/Berlin", "Europe/Paris") == "Thursday 26 November 2026, 15:00"


def test_names_the_other_day_where_it_differs() -> None:
    said = times.say(MOMENT, "America/Chicago", "Asia/Kathmandu")
    assert said == "Thursday 26 November 2026, 8:00 in Chicago (Thursday, 19:45 in Kathmandu)".replace(
        "(Thursday, ", "("
    )
    late = times.say(MOMENT + timedelta(hours=9), "America/Chicago", "Asia/Kathmandu")
    assert late == "Thursday 26 November 2026, 17:00 in Chicago (Friday, 4:45 in Kathmandu)"


def test_refuses_a_zone_that_does_not_exist() -> None:
    for name in ("Europe/Atlantis", "../etc/passwd", "", "Europe/Berlin\0"):
        with pytest.raises(ValueError, match="no time zone"):
            times.zone(name)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.sampled_from(sorted(times.zone_names())))  # noqa: DTZ001
def test_says_any_moment_in_any_zone(moment: datetime, there: str) -> None:
    aware = moment.replace(tzinfo=UTC)
    said = times.say(aware, "Europe/Berlin", there)
    here = aware.astimezone(times.zone("Europe/Berlin"))
    other = aware.astimezone(times.zone(there))
    assert f"{here.hour}:{here.minute:02}" in said
    assert (f"{other.hour}:{other.minute:02} in {times.city(there)}" in said) == (here.utcoffset() != other.utcoffset())
