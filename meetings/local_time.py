"""A day and an hour as somebody says them in their own zone, made into a moment."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from core import times


class Gap(Exception):
    """The clocks are put forward over this hour: it does not exist on this day."""


@dataclass(frozen=True)
class Moment:
    """The moment, and whether the clocks show its hour twice that day (then it is the first of the two)."""

    at: datetime
    twice: bool = False


def moment(day: date, clock: time, zone: str) -> Moment:
    """`day` at `clock` in the IANA `zone`. Raises Gap."""
    here = times.zone(zone)
    local = datetime.combine(day, clock.replace(second=0, microsecond=0), tzinfo=here)
    if local.astimezone(UTC).astimezone(here).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Gap
    return Moment(local.astimezone(UTC), times.shown_twice(local))
