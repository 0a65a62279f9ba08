"""Business days and months: when a nudge, a thank-you or a word to keep in touch is due."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def is_business_day(day: date, holidays: Collection[date] = ()) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


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
