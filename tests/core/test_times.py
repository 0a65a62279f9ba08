"""One function renders every time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core import times

MOMENT = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def test_says_the_weekday_the_time_and_whose_clock_it_is() -> None:
    assert times.say(MOMENT, "Europe/Berlin") == "Thursday 26 November, 15:00, Berlin time"


def test_says_from_when_until_when() -> None:
    sentence = times.say(MOMENT, "Europe/London", until=MOMENT + timedelta(minutes=20))
    assert sentence == "Thursday 26 November, 14:00–14:20, London time"


def test_says_both_clocks_where_they_differ() -> None:
    clocks = times.both(MOMENT, "Europe/Berlin", "America/Chicago", until=MOMENT + timedelta(minutes=20))
    assert clocks.mine == "Thursday 26 November, 15:00–15:20, Berlin time"
    assert clocks.theirs == "8:00–8:20, Chicago time"
    assert str(clocks) == f"{clocks.mine} ({clocks.theirs})"
    assert clocks.beneath == f"{clocks.mine}\n{clocks.theirs}"


def test_says_both_clocks_aloud_where_two_meet_at_one_table() -> None:
    aloud = times.say_aloud(MOMENT, "Europe/Berlin", "America/Chicago", both_clocks=True)
    assert aloud == "Thursday 26 November at 3 p.m., Berlin time, which is 8 a.m., Chicago time"
    night = times.say_aloud(MOMENT, "Europe/Berlin", "Pacific/Auckland", both_clocks=True)
    assert night.endswith("at 3 p.m., Berlin time, which is Friday, 3 a.m., Auckland time")
    assert times.say_aloud(MOMENT, "Europe/Berlin", "Europe/Paris", both_clocks=True).endswith("at 3 p.m.")


def test_says_one_time_where_two_zones_share_a_clock() -> None:
    assert times.say(MOMENT, "Europe/Berlin", "Europe/Paris") == "Thursday 26 November, 15:00, Berlin time"


def test_names_the_other_day_where_it_differs() -> None:
    assert times.both(MOMENT, "America/Chicago", "Asia/Kathmandu").theirs == "19:45, Kathmandu time"
    late = times.say(MOMENT + timedelta(hours=9), "America/Chicago", "Asia/Kathmandu")
    assert late == "Thursday 26 November, 17:00, Chicago time (Friday, 4:45, Kathmandu time)"


def test_says_what_was_recorded_with_its_year() -> None:
    with timezone.override("Europe/Berlin"):
        assert times.say_moment(MOMENT) == "Thursday 26 November 2026, 15:00"


def test_a_clock_without_a_city_is_called_by_its_name() -> None:
    assert [times.clock_of(name) for name in ("UTC", "Etc/GMT-2", "America/New_York")] == [
        "UTC", "UTC+2", "New York time",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Europe/Atlantis", "../etc/passwd", "", "Europe", "Europe/Berlin\0", "x" * 5000])
def test_what_is_no_zone_here_is_utc_and_says_so(name: str) -> None:
    assert times.zone(name) == times.zone("UTC")
    assert times.city(name) == f"UTC, because we don’t know the time zone “{name}”"


def test_an_old_name_that_this_machine_dropped_is_read_by_its_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(times._NOW_CALLED, "Europe/Old_Kyiv", "Europe/Kyiv")
    assert times.zone("Europe/Old_Kyiv").utcoffset(MOMENT) == times.zone("Europe/Kyiv").utcoffset(MOMENT)
    assert times.city("Europe/Old_Kyiv") == "Old Kyiv"


def test_says_utc_and_why_where_a_zone_is_not_known() -> None:
    why = "UTC, because we don’t know the time zone “Mars/Base”"
    day = "Thursday 26 November"
    assert times.say(MOMENT, "Mars/Base") == f"{day}, 14:00, {why}"
    assert times.say(MOMENT, "Europe/Berlin", "Mars/Base") == f"{day}, 15:00, Berlin time (14:00, {why})"
    # Where the clocks happen to agree it is said all the same: theirs may show another hour.
    assert times.say(MOMENT, "Mars/Base", "Africa/Accra") == f"{day}, 14:00, {why} (14:00, Accra time)"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.sampled_from(sorted(times.zone_names())))  # noqa: DTZ001
def test_says_any_moment_in_any_zone(moment: datetime, there: str) -> None:
    aware = moment.replace(tzinfo=UTC)
    sentence = times.say(aware, "Europe/Berlin", there)
    here = aware.astimezone(times.zone("Europe/Berlin"))
    other = aware.astimezone(times.zone(there))
    assert f"{times.say_weekday(here)} {here.day} {here:%B}, {here.hour}:{here.minute:02}" in sentence
    differ = here.utcoffset() != other.utcoffset()
    assert (f"{other.hour}:{other.minute:02}{which(other)}, {times.clock_of(there)})" in sentence) == differ
    assert (f"({times.say_weekday(other)}, " in sentence) == (differ and here.date() != other.date())


def which(moment: datetime) -> str:
    """What is said besides where the clocks show the hour twice."""
    twice = moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()
    return ["", " the first time", " the second time"][twice + (twice and moment.fold)]


@pytest.mark.parametrize(
    ("moment", "zone", "sentence"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin", "Sunday 25 October, 2:30 the first time"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin", "Sunday 25 October, 2:30 the second time"),
        # Half an hour is all by which the clocks of Lord Howe go back.
        (datetime(2027, 4, 3, 14, 45, tzinfo=UTC), "Australia/Lord_Howe", "Sunday 4 April, 1:45 the first time"),
        (datetime(2027, 4, 3, 15, 15, tzinfo=UTC), "Australia/Lord_Howe", "Sunday 4 April, 1:45 the second time"),
        (datetime(2027, 4, 3, 15, 30, tzinfo=UTC), "Australia/Lord_Howe", "Sunday 4 April, 2:00"),
        (datetime(2026, 3, 8, 5, 30, tzinfo=UTC), "America/St_Johns", "Sunday 8 March, 3:00"),
        (datetime(2028, 2, 29, 18, 15, tzinfo=UTC), "Asia/Kathmandu", "Wednesday 1 March, 0:00"),
        (datetime(2028, 2, 28, 18, 15, tzinfo=UTC), "Asia/Kathmandu", "Tuesday 29 February, 0:00"),
        (datetime(2028, 2, 29, 18, 14, tzinfo=UTC), "Asia/Kathmandu", "Tuesday 29 February, 23:59"),
    ],
)
def test_says_odd_clocks_and_days(moment: datetime, zone: str, sentence: str) -> None:
    assert times.say(moment, zone) == f"{sentence}, {times.clock_of(zone)}"


@pytest.mark.parametrize(
    ("begin", "span"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2:30–2:50 the first time"),
        (datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "2:50 the first time–2:10 the second time"),
        (datetime(2026, 10, 25, 1, 50, tzinfo=UTC), "2:50 the second time–3:10"),
        (datetime(2026, 10, 24, 21, 50, tzinfo=UTC), "23:50–0:10"),
    ],
)
def test_says_of_both_ends_which_of_two_is_meant(begin: datetime, span: str) -> None:
    assert f", {span}, Berlin time" in times.say(begin, "Europe/Berlin", until=begin + timedelta(minutes=20))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.sampled_from(sorted(times.zone_names())))  # noqa: DTZ001
def test_no_two_moments_are_said_alike(moment: datetime, zone: str) -> None:
    minute = moment.replace(tzinfo=UTC, second=0, microsecond=0)
    others = [minute + timedelta(minutes=away) for away in (-180, -120, -60, -45, -30, -15, 15, 30, 45, 60, 120, 180)]
    assert times.say(minute, zone) not in [times.say(other, zone) for other in others]
