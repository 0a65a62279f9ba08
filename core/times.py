"""One function renders every time, everywhere: in words, with the weekday, in both people's zones."""

import logging
import zoneinfo
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)
UTC = zoneinfo.ZoneInfo("UTC")
# So far away a day is still the one that comes to mind by its month: some ten months.
_NO_OTHER_YEAR = timedelta(days=300)


def in_utc(moment: datetime | None) -> str:
    """`moment` for whoever keeps the machine, in whichever zone that stands: 24 Nov 2026 14:26 UTC; "" for none."""
    return f"{moment.astimezone(UTC):%d %b %Y %H:%M} UTC" if moment else ""


@lru_cache(maxsize=1024)
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The IANA zone called `name`; UTC where this machine knows none (any more), which `city` then says."""
    return _known(name) or UTC


@lru_cache(maxsize=1024)
def is_known(name: str) -> bool:
    """Whether this machine has the zone called `name`: what one machine stored another one may not know."""
    return _known(name) is not None


def _known(name: str) -> zoneinfo.ZoneInfo | None:
    for one in (name, now_called(name)):
        with suppress(zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            return zoneinfo.ZoneInfo(one)
    log.warning("There is no time zone called %r on this machine.", name)
    return None


@lru_cache
def zone_names() -> frozenset[str]:
    """Every zone a person may choose: places, UTC, and the clocks that are always so many hours from it."""
    return frozenset(n for n in zoneinfo.available_timezones() if "/" in n and not n.startswith("Etc/")) | {
        "UTC",
        *_AT_DISTANCE,
    }


# POSIX turns the sign around: Etc/GMT-2 is two hours ahead of UTC.
_AT_DISTANCE = {f"Etc/GMT{-hours:+d}": f"UTC{hours:+d}" for hours in range(-12, 15) if hours}


# Browsers say these old names of zones, because CLDR never changes a name that it once gave.
_NOW_CALLED = {
    "Africa/Asmera": "Africa/Asmara",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}


def now_called(name: str) -> str:
    """The zone that a browser calls `name`, by the name that its people use today."""
    return _NOW_CALLED.get(name, name)


def city(name: str) -> str:
    """The zone's city in words: Europe/Berlin is Berlin, America/Argentina/Ushuaia is Ushuaia.

    Of a zone that is not known here it says that UTC stands in its place, and why.
    """
    if not is_known(name):
        return _("UTC, because we don’t know the time zone “%(zone)s”") % {"zone": name}
    return _AT_DISTANCE.get(name) or name.rsplit("/", 1)[-1].replace("_", " ")


def clock_of(name: str) -> str:
    """Whose clock a time is on: "London time", "UTC", "UTC+2"; where the zone is not known here, that and why."""
    is_place = name != "UTC" and name not in _AT_DISTANCE and is_known(name)
    return _("%(city)s time") % {"city": city(name)} if is_place else city(name)


@dataclass(frozen=True)
class Clocks:
    """A time in words: on the clock of the reader, and on the other person's where that differs, otherwise ""."""

    mine: str = ""
    theirs: str = ""

    def __str__(self) -> str:
        return _("%(mine)s (%(theirs)s)") % {"mine": self.mine, "theirs": self.theirs} if self.theirs else self.mine

    def __bool__(self) -> bool:
        return bool(self.mine)

    @property
    def beneath(self) -> str:
        """Each on a line of its own."""
        return "\n".join(filter(None, (self.mine, self.theirs)))


def both(
    moment: datetime, here: str | None = None, there: str | None = None, *, until: datetime | None = None
) -> Clocks:
    """A time that two people agreed on, or could, on the clock of `here` (default: the active zone) and of `there`.

    In: `moment` and `until`, its end where that is to be said, aware; zones as IANA names. Out: "Wednesday 2 December,
    10:00–10:20, London time", and "11:00–11:20, Berlin time", with its weekday where it is another day there. The year
    is left out: the weekday beside the day names it (docs/decisions/0063). Where the clocks go back and show an hour
    twice, which of the two: "2:30 the first time".
    """
    own = here or timezone.get_current_timezone_name()
    mine = _on_the_clock(moment, until, own)
    first = _("%(day)s, %(time)s") % {
        "day": _day_of_a_year(mine.begin.date(), get_language() or ""),
        "time": mine.words,
    }
    if there is None:
        return Clocks(first)
    theirs = _on_the_clock(moment, until, there)
    # Where one is not known here, its clock may show another hour all the same.
    if theirs.begin.utcoffset() == mine.begin.utcoffset() and is_known(own) and is_known(there):
        return Clocks(first)
    if theirs.begin.date() == mine.begin.date():
        return Clocks(first, theirs.words)
    return Clocks(first, _("%(day)s, %(time)s") % {"day": say_weekday(theirs.begin), "time": theirs.words})


def say(moment: datetime, here: str | None = None, there: str | None = None, *, until: datetime | None = None) -> str:
    """What `both` says, in one line: the other person's clock in brackets."""
    return str(both(moment, here, there, until=until))


def say_moment(moment: datetime) -> str:
    """ "Thursday 26 November 2026, 15:00", in the active zone: for what was recorded."""
    mine = moment.astimezone(timezone.get_current_timezone())
    return _("%(day)s, %(time)s") % {"day": say_day(mine), "time": _which_clock(mine, say_clock(mine))}


class _OnTheClock(NamedTuple):
    begin: datetime
    words: str


def _on_the_clock(moment: datetime, until: datetime | None, name: str) -> _OnTheClock:
    begin = moment.astimezone(zone(name))
    clock = _span(begin, until.astimezone(zone(name))) if until else _which_clock(begin, say_clock(begin))
    return _OnTheClock(begin, _("%(clock)s, %(zone)s") % {"clock": clock, "zone": clock_of(name)})


def _span(begin: datetime, end: datetime) -> str:
    """ "10:00–10:20"; "2:30–2:50 the first time", each with its own where only one is shown twice."""
    ends = say_clock(begin), say_clock(end)
    alike = shown_twice(begin) == shown_twice(end) and begin.fold == end.fold
    if not alike:
        ends = _which_clock(begin, ends[0]), _which_clock(end, ends[1])
    span = _("%(begin)s–%(end)s") % {"begin": ends[0], "end": ends[1]}
    return _which_clock(begin, span) if alike else span


def shown_twice(moment: datetime) -> bool:
    """Whether the clocks of the moment's own zone show its hour twice that day, because they go back."""
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()


def say_day(moment: datetime | date) -> str:
    """ "Thursday 26 November 2026", in the active language and in its order."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return _day_in_words(day, get_language() or "")


def say_day_near(moment: datetime, now: datetime) -> str:
    """The day of `moment` on its own clock; the year is left out where nobody at `now` would think of another."""
    near = abs(moment - now) < _NO_OTHER_YEAR
    return _day_of_a_year(moment.date(), get_language() or "") if near else say_day(moment)


def say_aloud(moment: datetime, here: str, there: str, *, both_clocks: bool = False) -> str:
    """ "Friday 8 January at 1 p.m., Tokyo time": on the clock of `here`, which is named where `there` has another.

    In: `both_clocks`, whether the clock of `there` is said then too: "…, which is 4 a.m., London time".
    """
    mine = moment.astimezone(zone(here))
    day = _day_of_a_year(mine.date(), get_language() or "")
    clock = _which_clock(mine, time_format(mine.time(), "P"))
    theirs = moment.astimezone(zone(there))
    if mine.utcoffset() != theirs.utcoffset():
        clock = _("%(clock)s, %(zone)s") % {"clock": clock, "zone": clock_of(here)}
        if both_clocks:
            other = _which_clock(theirs, time_format(theirs.time(), "P"))
            other = _("%(clock)s, %(zone)s") % {"clock": other, "zone": clock_of(there)}
            if theirs.date() != mine.date():
                other = _("%(day)s, %(time)s") % {"day": say_weekday(theirs), "time": other}
            clock = _("%(mine)s, which is %(theirs)s") % {"mine": clock, "theirs": other}
    return _("%(day)s at %(time)s") % {"day": day, "time": clock}


def say_date(moment: datetime | date) -> str:
    """ "26 November 2026", for lists of what lies behind us, where the weekday says nothing any more."""
    return date_format(moment, "DATE_FORMAT")


def say_weekday(moment: datetime | date) -> str:
    """ "Thursday", for a day within a week from here."""
    return date_format(moment, "l")


def say_clock(moment: datetime | time) -> str:
    """ "9:05" or "9:05 AM", as the clock is read in the active language."""
    return _clock_in_words(moment.hour, moment.minute, get_language() or "")


def _which_clock(moment: datetime, clock: str) -> str:
    if not shown_twice(moment):
        return clock
    which = _("%(clock)s the second time") if moment.fold else _("%(clock)s the first time")
    return which % {"clock": clock}


# A list of fifty rows names few days and hours, and naming one anew costs more than the rest of its row.
@lru_cache(maxsize=4096)
def _day_in_words(day: date, language: str) -> str:
    return _("%(weekday)s %(date)s") % {"weekday": say_weekday(day), "date": say_date(day)}


@lru_cache(maxsize=4096)
def _day_of_a_year(day: date, language: str) -> str:
    return _("%(weekday)s %(date)s") % {"weekday": say_weekday(day), "date": date_format(day, "MONTH_DAY_FORMAT")}


@lru_cache(maxsize=1440)
def _clock_in_words(hour: int, minute: int, language: str) -> str:
    return time_format(time(hour, minute), "TIME_FORMAT")
