"""A day and an hour in somebody's zone, made into a moment."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import times
from meetings.local_time import Gap, Moment, moment


def test_an_hour_that_does_not_exist_is_a_gap() -> None:
    with pytest.raises(Gap):
        moment(date(2027, 3, 28), time(2, 30), "Europe/Berlin")


def test_an_hour_shown_twice_is_the_first() -> None:
    found = moment(date(2027, 10, 31), time(2, 30), "Europe/Berlin")
    assert found.at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert found.twice


def test_an_unknown_zone_is_read_as_utc() -> None:
    assert moment(date(2027, 3, 1), time(9), "Europe/Atlantis").at == datetime(2027, 3, 1, 9, tzinfo=UTC)


ODD = ("Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Pacific/Apia")
ZONES = st.sampled_from(sorted(times.zone_names())) | st.sampled_from(ODD)
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def meant(day: date, clock: time, zone: str) -> list[datetime]:
    """Every moment at which the clocks of `zone` show that, found the long way: by trying each offset it ever had."""
    shown, here = datetime.combine(day, clock), times.zone(zone)
    around = [shown.replace(tzinfo=UTC) + timedelta(hours=hours) for hours in range(-48, 49, 1)]
    offsets = {moment.astimezone(here).utcoffset() or timedelta(0) for moment in around}
    tried = {(shown - offset).replace(tzinfo=UTC) for offset in offsets}
    return sorted(moment for moment in tried if moment.astimezone(here).replace(tzinfo=None, fold=0) == shown)


def check(day: date, clock: time, zone: str) -> None:
    found = meant(day, clock, zone)
    if not found:
        with pytest.raises(Gap):
            moment(day, clock, zone)
    else:
        assert moment(day, clock, zone) == Moment(found[0], len(found) == 2)


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), clock=CLOCKS, zone=ZONES)
def test_what_is_said_is_the_first_moment_that_shows_it(day: date, clock: time, zone: str) -> None:
    check(day, clock, zone)


@given(
    year=st.integers(2000, 2037),
    zone=ZONES,
    which=st.integers(0, 3),
    away=st.integers(-90, 90).map(lambda minutes: timedelta(minutes=minutes)),
)
def test_it_is_so_around_every_change_of_the_clocks(year: int, zone: str, which: int, away: timedelta) -> None:
    changes = list(changes_of(year, zone))
    if not changes:
        return
    shown = changes[which % len(changes)] + away
    check(shown.date(), shown.time(), zone)


def changes_of(year: int, zone: str) -> Iterator[datetime]:
    """What the clocks of `zone` showed just before each change in `year`, to a quarter of an hour."""
    here, day = times.zone(zone), datetime(year, 1, 1, tzinfo=UTC)
    for number in range(366):
        then = day + timedelta(days=number)
        if then.astimezone(here).utcoffset() == (then + timedelta(days=1)).astimezone(here).utcoffset():
            continue
        for quarter in range(96):
            at = then + timedelta(minutes=15 * quarter)
            if at.astimezone(here).utcoffset() != (at + timedelta(minutes=15)).astimezone(here).utcoffset():
                yield (at + timedelta(minutes=15)).astimezone(UTC).replace(tzinfo=None) + (
                    at.astimezone(here).utcoffset() or timedelta(0)
                )


@pytest.mark.parametrize(
    ("day", "clock", "zone"),
    [
        (date(2026, 10, 4), time(2, 0), "Australia/Lord_Howe"),
        (date(2026, 10, 4), time(2, 29), "Australia/Lord_Howe"),
        (date(2026, 3, 8), time(2, 59), "America/St_Johns"),
        # Samoa left this whole day out when it changed sides of the date line.
        (date(2011, 12, 30), time(12, 0), "Pacific/Apia"),
    ],
)
def test_gaps_of_odd_sizes(day: date, clock: time, zone: str) -> None:
    with pytest.raises(Gap):
        moment(day, clock, zone)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "at", "twice"),
    [
        (date(2027, 4, 4), time(1, 45), "Australia/Lord_Howe", datetime(2027, 4, 3, 14, 45, tzinfo=UTC), True),
        (date(2026, 10, 4), time(2, 30), "Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC), False),
        (date(2028, 2, 29), time(0, 0), "Asia/Kathmandu", datetime(2028, 2, 28, 18, 15, tzinfo=UTC), False),
        (date(2026, 11, 1), time(1, 30), "America/St_Johns", datetime(2026, 11, 1, 4, 0, tzinfo=UTC), True),
    ],
)
def test_odd_clocks(day: date, clock: time, zone: str, at: datetime, twice: bool) -> None:
    assert moment(day, clock, zone) == Moment(at, twice)


@given(
    at=st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0)),  # noqa: DTZ001
    zone=ZONES,
)
def test_a_moment_that_is_read_off_a_clock_and_typed_again_is_the_same(at: datetime, zone: str) -> None:
    shown = at.replace(tzinfo=UTC).astimezone(times.zone(zone))
    again = moment(shown.date(), shown.time(), zone)
    assert again.twice == times.shown_twice(shown)
    assert again.at == shown or (again.twice and shown.fold == 1 and again.at < shown)
