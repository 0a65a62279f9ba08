"""Business days and months: when a nudge, a thank-you or a word to keep in touch is due."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

SATURDAY, SUNDAY = 5, 6


class Later(StrEnum):
    """How far something can be put off, in words."""

    TOMORROW = "tomorrow"
    THREE = "three"
    WEEK = "week"


def is_business_day(day: date, holidays: Collection[date] = ()) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


def is_sunday(day: date) -> bool:
    return day.weekday() == SUNDAY


def business_days_after(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The `count`-th business day after `day`; with 0, `day` itself or the next business day."""
    current = day
    left = count
    while left > 0 or not is_business_day(current, holidays):
        current += timedelta(days=1)
        if is_business_day(current, holidays) and left > 0:
            left -= 1
    return current


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def morning(day: date, zone: tzinfo, hour: int = 9) -> datetime:
    """`hour` o'clock of `day` on the clocks of `zone`, as a moment in UTC.

    Where a change of the clocks skips that hour: as much later as was skipped; where it comes twice: the first.
    """
    return datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)


@dataclass(frozen=True)
class Waits:
    """How long to wait for an answer, by a centre's rhythm (docs/CRAFT.md, "Waiting").

    "days" counts the centre's number of business days. "3b7" is Duke's: after three to somebody else there too, after
    seven to the first again. "week" is Carleton's: the same day of the next week, or the next business day.
    """

    rhythm: str
    days: int

    def reminder(self, day: date, holidays: Collection[date] = ()) -> date:
        """The day on which to write again, asked on `day`."""
        if self.rhythm == "week":
            return business_days_after(day + timedelta(days=7), 0, holidays)
        return business_days_after(day, 7 if self.rhythm == "3b7" else self.days, holidays)

    def somebody_else(self, day: date, holidays: Collection[date] = ()) -> date | None:
        """The day on which to write to somebody else too; None where the centre does not advise it."""
        return business_days_after(day, 3, holidays) if self.rhythm == "3b7" else None


def day_meant(words: str, today: date, holidays: Collection[date] = ()) -> date:
    """The day that one of Later means, seen from `today`. Raises ValueError for other words.

    TOMORROW is the very next day; THREE the third business day; WEEK the first business day of next week. On a Sunday,
    when some call tomorrow next week already, WEEK is a whole week away.
    """
    match Later(words):
        case Later.TOMORROW:
            return today + timedelta(days=1)
        case Later.THREE:
            return business_days_after(today, 3, holidays)
        case Later.WEEK:
            ahead = 7 if is_sunday(today) else 7 - today.weekday()
            return business_days_after(today + timedelta(days=ahead), 0, holidays)
