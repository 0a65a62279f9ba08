"""Days, mornings and daily mails on the clocks of the whole world, over every change of them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from accounts.models import User
from coach import days
from coach.days import Waits
from coach.policy import Policy
from core.models import Mail
from followups.models import Reminding
from followups.reminders.choosing import CATCH_UP_HOURS, post_due
from followups.reminders.hours import reading, readings
from followups.schedule import Schedule
from tests.followups.builders import Kind, a_followup
from tests.sampling import one_in

ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "America/Havana",
    "America/Asuncion",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
)
zones = st.sampled_from(ZONES)
moments = st.integers(1293840000, 2082672000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
hours = st.integers(0, 23)
# Days on which some clock of ZONES is changed, besides any.
CHANGES = ("2026-03-29", "2026-10-25", "2026-04-05", "2026-09-06", "2026-10-04", "2011-12-30")
dates = st.one_of(st.sampled_from(CHANGES).map(date.fromisoformat), st.dates(date(2011, 1, 1), date(2035, 12, 31)))


def is_time(zone: str, hour: int, now: datetime) -> date | None:
    """The day for which the daily mail of `hour` may be posted at `now`; the rule that choosing.py says in SQL."""
    here = reading(zone, now)
    return here.day if hour <= here.hour < hour + CATCH_UP_HOURS else None


def posted(zone: str, hour: int, looks: list[datetime]) -> list[tuple[date, datetime]]:
    """What is posted when the worker looks at these moments: at most one a day, later days only."""
    found: list[tuple[date, datetime]] = []
    for now in looks:
        day = is_time(zone, hour, now)
        if day is not None and (not found or found[-1][0] < day):
            found.append((day, now))
    return found


def around(day: date, *, every: int = 5) -> list[datetime]:
    """Each moment at which the worker looks from two days before `day` to three days behind it."""
    began = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
    return [began + timedelta(minutes=n) for n in range(0, 5 * 24 * 60, every)]


@given(dates, zones, hours)
@example(date(2026, 3, 29), "Europe/Berlin", 2)
@example(date(2026, 10, 25), "Europe/Berlin", 2)
@example(date(2026, 9, 6), "America/Santiago", 0)
@example(date(2026, 4, 4), "America/Santiago", 23)
@example(date(2026, 3, 8), "America/Havana", 0)
@example(date(2026, 11, 1), "America/Havana", 0)
@example(date(2026, 10, 4), "Australia/Lord_Howe", 2)
@example(date(2026, 4, 5), "Australia/Lord_Howe", 1)
@example(date(2028, 2, 29), "Asia/Kathmandu", 8)
def test_one_daily_mail_on_each_day_of_each_clock(day: date, zone: str, hour: int) -> None:
    looks = around(day)
    found = posted(zone, hour, looks)
    lived = {reading(zone, now).day for now in looks}
    # The first and the last day are seen in part only; of the others none is left out and none comes twice.
    inner = sorted(lived)[1:-1]
    assert [each for each, _now in found if each in inner] == inner
    for each, now in found:
        local = now.astimezone(ZoneInfo(zone))
        assert local.date() == each
        assert local.hour >= hour


@given(dates, zones, hours)
def test_it_comes_as_soon_as_the_clock_shows_the_hour(day: date, zone: str, hour: int) -> None:
    looks = around(day)
    for each, now in posted(zone, hour, looks)[1:]:
        begins = days.morning(each, ZoneInfo(zone), hour)
        # Where the change of a clock skips the hour, the next one that it shows.
        assert timedelta(0) <= now - begins < timedelta(minutes=65)


@given(dates, zones, hours, st.integers(0, 5 * 24 * 60), st.integers(0, 72 * 60))
def test_a_worker_that_was_away_sends_nothing_twice_nothing_late_and_never_yesterdays(
    day: date, zone: str, hour: int, from_minute: int, minutes: int
) -> None:
    looks = around(day)
    away = (looks[0] + timedelta(minutes=from_minute), looks[0] + timedelta(minutes=from_minute + minutes))
    found = posted(zone, hour, [now for now in looks if not away[0] <= now < away[1]])
    assert len({each for each, _now in found}) == len(found)
    for each, now in found:
        local = now.astimezone(ZoneInfo(zone))
        assert local.date() == each
        assert hour <= local.hour < hour + CATCH_UP_HOURS


@given(dates, zones, zones, hours)
def test_who_moves_gets_no_day_twice(day: date, zone: str, other: str, hour: int) -> None:
    looks = around(day)
    half = len(looks) // 2
    found = posted(zone, hour, looks[:half])
    last = found[-1][0] if found else date.min
    later = [each for each, _now in posted(other, hour, looks[half:]) if each > last]
    assert later == sorted(set(later))
    assert last not in later


@given(moments, zones)
@example(datetime(2026, 9, 6, 3, 59, 59, tzinfo=UTC), "America/Santiago")
@example(datetime(2011, 12, 30, 9, 59, tzinfo=UTC), "Pacific/Apia")
def test_a_day_ends_where_the_next_begins(now: datetime, zone: str) -> None:
    here = reading(zone, now)
    assert here.ends_at > now
    assert reading(zone, here.ends_at).day > here.day
    assert here.ends_at - now <= timedelta(hours=49)
    # A clock that goes back over midnight shows the old day once more; everywhere else this is its last second.
    before = reading(zone, here.ends_at - timedelta(seconds=1)).day
    assert before == here.day


@given(moments, st.lists(st.one_of(zones, st.sampled_from(["", "Mars/Olympus", "../etc/passwd", "Europe/berlin"]))))
def test_a_name_that_is_no_zone_has_the_clock_of_utc(now: datetime, names: list[str]) -> None:
    found = readings(names, now)
    assert {each.zone for each in found} == set(names)
    utc = reading("UTC", now)
    assert {each._replace(zone="UTC") for each in found if each.zone not in ZONES} <= {utc}


clocks = st.builds(
    lambda zone, holidays, rhythm: Schedule(ZoneInfo(zone), holidays, Policy(nudge_rhythm=rhythm)),
    zones,
    st.frozensets(dates, max_size=20),
    st.sampled_from(["days", "3b7", "week"]),
)


@given(clocks, moments)
def test_a_reminder_is_due_at_nine_on_a_business_day(schedule: Schedule, now: datetime) -> None:
    due = schedule.reminder(now).astimezone(schedule.zone)
    assert (due.hour, due.minute) == (9, 0)
    assert days.is_business_day(due.date(), schedule.holidays)
    assert due.date() >= schedule.day(now) + timedelta(days=5)
    elsewhere = schedule.somebody_else(now)
    assert elsewhere is None or schedule.day(now) < elsewhere.astimezone(schedule.zone).date() < due.date()


@given(clocks, moments, st.integers(1, 10))
def test_business_days_lie_between_on_the_students_own_calendar(schedule: Schedule, now: datetime, count: int) -> None:
    due = schedule.business_days(now, count)
    between = [schedule.day(now) + timedelta(days=n + 1) for n in range((schedule.day(due) - schedule.day(now)).days)]
    assert sum(days.is_business_day(day, schedule.holidays) for day in between) == count


@given(clocks, moments, moments, st.integers(1, 36))
def test_keeping_in_touch_lies_ahead_and_a_later_touch_never_brings_it_nearer(
    schedule: Schedule, one: datetime, two: datetime, months: int
) -> None:
    first, second = sorted((one, two))
    due, later = schedule.months(first, months), schedule.months(second, months)
    assert due > first
    assert later >= due
    local = due.astimezone(schedule.zone)
    assert (local.hour, local.minute) == (9, 0)
    assert days.is_business_day(local.date(), schedule.holidays)
    assert local.date() >= days.months_after(schedule.day(first), months)


@given(clocks, moments)
def test_the_mornings_around_a_conversation_lie_a_day_apart(schedule: Schedule, moment: datetime) -> None:
    before, after = schedule.day_before(moment), schedule.next_morning(moment)
    assert before < moment < after
    # Apia left a day out in 2011: a morning of a day that never was is one of a day beside it.
    assume(schedule.day(after) == schedule.day(moment) + timedelta(days=1))
    assume(schedule.day(before) == schedule.day(moment) - timedelta(days=1))
    assert schedule.morning(schedule.day(moment)) - before <= timedelta(hours=25)


@pytest.mark.parametrize(
    ("rhythm", "reminder", "elsewhere"),
    [
        ("days", date(2026, 11, 25), None),
        ("3b7", date(2026, 11, 27), date(2026, 11, 23)),
        ("week", date(2026, 11, 25), None),
    ],
)
def test_the_three_rhythms(rhythm: str, reminder: date, elsewhere: date | None) -> None:
    waits = Waits(rhythm, 5)
    assert (waits.reminder(date(2026, 11, 18)), waits.somebody_else(date(2026, 11, 18))) == (reminder, elsewhere)


def test_a_year_after_a_leap_day() -> None:
    schedule = Schedule(ZoneInfo("Asia/Kathmandu"), frozenset(), Policy())
    # 28 February 2029 is a Wednesday.
    assert schedule.months(datetime(2028, 2, 29, 12, tzinfo=UTC), 12) == datetime(2029, 2, 28, 3, 15, tzinfo=UTC)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("change", one_in(5, ["2026-03-29", "2026-10-25", "2026-04-05", "2026-09-06", "2026-10-04"]))
def test_the_database_chooses_by_the_same_rule(change: str) -> None:
    looks = around(date.fromisoformat(change), every=60)
    chosen = [(zone, hour) for zone in ZONES for hour in (0, 1, 2, 8, 23)]
    members = {}
    for number, (zone, hour) in enumerate(chosen):
        member = User.objects.create_user(f"s{number}@example.edu", time_zone=zone)
        Reminding.settle(by=member, seen=None, hour=hour)
        a_followup(member, Kind.NUDGE, now=looks[0] - timedelta(days=1))
        members[member.pk] = (zone, hour)
    for now in looks:
        post_due(now=now)
    found: dict[tuple[str, int], list[tuple[date, datetime]]] = {each: [] for each in chosen}
    for mail in Mail.objects.filter(kind="digest").order_by("pk"):
        found[members[mail.member_id]].append((date.fromisoformat(mail.about["day"]), mail.posted_at))
    assert found == {(zone, hour): posted(zone, hour, looks) for zone, hour in chosen}
