"""Business days, mornings and months, on the clocks of the whole world."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import days

ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Santiago",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Asia/Tehran",
)
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
WEDNESDAY = date(2026, 11, 18)


@given(DAYS, st.sampled_from(ZONES))
def test_nine_in_the_morning_is_nine_on_every_clock(day: date, zone: str) -> None:
    moment = days.morning(day, ZoneInfo(zone))
    assert moment.tzinfo is UTC
    local = moment.astimezone(ZoneInfo(zone))
    assert (local.date(), local.hour, local.minute) == (day, 9, 0)


@given(DAYS, st.sampled_from(ZONES), st.integers(0, 23))
def test_every_hour_of_every_day_is_a_moment_of_that_day_and_never_before_it(day: date, zone: str, hour: int) -> None:
    local = days.morning(day, ZoneInfo(zone), hour).astimezone(ZoneInfo(zone))
    meant = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone))
    assert timedelta(0) <= local.replace(tzinfo=None) - meant.replace(tzinfo=None) <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "day", "hour", "utc"),
    [
        ("Asia/Kathmandu", WEDNESDAY, 9, "2026-11-18T03:15"),
        ("Australia/Lord_Howe", WEDNESDAY, 9, "2026-11-17T22:00"),
        # The clocks of Berlin skip from 2:00 to 3:00: an hour that is not there comes an hour later.
        ("Europe/Berlin", date(2026, 3, 29), 2, "2026-03-29T01:00"),
        # And they show 2:00 twice in October: the first time.
        ("Europe/Berlin", date(2026, 10, 25), 2, "2026-10-25T00:00"),
        # Lord Howe moves by half an hour.
        ("Australia/Lord_Howe", date(2026, 10, 4), 2, "2026-10-03T15:30"),
    ],
)
def test_mornings_where_the_clocks_are_odd(zone: str, day: date, hour: int, utc: str) -> None:
    assert days.morning(day, ZoneInfo(zone), hour).isoformat()[:16] == utc


@given(DAYS, st.integers(1, 30), st.sets(DAYS, max_size=20))
def test_so_many_business_days_lie_between(day: date, count: int, holidays: set[date]) -> None:
    then = days.business_days_after(day, count, holidays)
    between = [day + timedelta(days=i) for i in range(1, (then - day).days + 1)]
    assert sum(days.is_business_day(d, holidays) for d in between) == count
    assert days.is_business_day(then, holidays)


def test_business_days_leave_out_the_week_end_and_the_holidays() -> None:
    assert days.business_days_after(WEDNESDAY, 5) == date(2026, 11, 25)
    assert days.business_days_after(WEDNESDAY, 5, {date(2026, 11, 20)}) == date(2026, 11, 26)
    assert days.business_days_after(date(2026, 11, 21), 0) == date(2026, 11, 23)


def test_a_month_later_is_the_last_day_where_that_month_is_shorter() -> None:
    assert days.months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert days.months_after(date(2026, 11, 18), 4) == date(2027, 3, 18)


@pytest.mark.parametrize(
    ("words", "then"),
    [("tomorrow", date(2026, 11, 19)), ("three", date(2026, 11, 23)), ("week", date(2026, 11, 23))],
)
def test_later_in_words(words: str, then: date) -> None:
    assert days.day_meant(words, WEDNESDAY) == then


def test_next_week_begins_behind_its_holiday() -> None:
    assert days.day_meant("week", WEDNESDAY, {date(2026, 11, 23)}) == date(2026, 11, 24)


@given(DAYS, st.sampled_from(list(days.Later)), st.sets(DAYS, max_size=20))
def test_later_lies_ahead(day: date, words: str, holidays: set[date]) -> None:
    assert days.day_meant(words, day, holidays) > day


def test_words_that_mean_no_day() -> None:
    with pytest.raises(ValueError, match="someday"):
        days.day_meant("someday", WEDNESDAY)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_around_leap_days_and_years(day: date, months: int, then: date) -> None:
    assert days.months_after(day, months) == then


@given(DAYS, st.integers(0, 60))
def test_so_many_months_later_is_that_month_and_never_a_later_day(day: date, months: int) -> None:
    then = days.months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@given(DAYS, st.sampled_from(ZONES), st.integers(0, 23))
def test_mornings_of_days_that_follow_each_other_do_so_too(day: date, zone: str, hour: int) -> None:
    here = ZoneInfo(zone)
    between = days.morning(day + timedelta(days=1), here, hour) - days.morning(day, here, hour)
    assert timedelta(hours=22) <= between <= timedelta(hours=26)


@given(DAYS, st.integers(0, 30), st.integers(0, 30), st.sets(DAYS, max_size=20))
def test_business_days_add_up(day: date, first: int, second: int, holidays: set[date]) -> None:
    begun = days.business_days_after(day, 0, holidays)
    there = days.business_days_after(begun, first, holidays)
    at_once = days.business_days_after(begun, first + second, holidays)
    assert days.business_days_after(there, second, holidays) == at_once


@pytest.mark.parametrize(
    ("today", "then"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 24), date(2026, 11, 30)),
        (date(2026, 11, 25), date(2026, 11, 30)),
        (date(2026, 11, 26), date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 12, 7)),
    ],
)
def test_i14_next_week_is_never_tomorrow(today: date, then: date) -> None:
    assert days.day_meant("week", today) == then
    assert then > days.day_meant("tomorrow", today)
