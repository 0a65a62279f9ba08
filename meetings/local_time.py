"""A day and an hour as somebody says them in their own zone, made into a moment."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from core import times


class Gap(Exception):
    """The clocks are put forward over this hour: it does not exist on this day."""


@dataclass(frozen=True)
class Moment:
    """The moment, and whether it is the first of two at which the clocks show its hour that day."""

    at: datetime
    twice: bool = False


def moment(day: date, clock: time, zone: str, *, stands: Collection[datetime] = ()) -> Moment:
    """`day` at `clock` in the IANA `zone`. Raises Gap.

    Of an hour that is shown twice it is the first, other than where the second `stands` already: what is sent back as
    it was shown means what it meant.
    """
    here = times.zone(zone)
    local = datetime.combine(day, clock.replace(second=0, microsecond=0), tzinfo=here)
    if local.astimezone(UTC).astimezone(here).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Gap
    first, second = local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    at = next((at for at in stands if at in (first, second)), first)
    return Moment(at, times.shown_twice(local) and at == first)
