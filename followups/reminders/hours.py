"""What the clocks of the world show at one moment, so that SQL can choose by each member's own day and hour.

PostgreSQL and Python each bring their own table of zones; all days and hours here are Python's, as on the pages.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from coach.days import morning
from core import times


class Reading(NamedTuple):
    """One zone's clock: its day, the hour it shows, and the moment at which the day ends."""

    zone: str
    day: date
    hour: int
    ends_at: datetime


def reading(zone: str, now: datetime) -> Reading:
    """What the clock of `zone` shows at `now`; that of UTC where this machine does not know it."""
    here = times.zone(zone)
    local = now.astimezone(here)
    return Reading(zone, local.date(), local.hour, morning(local.date() + timedelta(days=1), here, 0))


def readings(zones: Iterable[str], now: datetime) -> list[Reading]:
    """The clocks of `zones`."""
    return [reading(zone, now) for zone in sorted(set(zones))]
