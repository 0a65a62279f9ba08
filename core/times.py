"""One function renders every time, everywhere: in words, with the weekday, in both people's zones."""

import logging
import zoneinfo
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)
UTC = zoneinfo.ZoneInfo("UTC")


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
        return _("UTC, because the time zone “%(zone)s” is not known here") % {"zone": name}
    return _AT_DISTANCE.get(name) or name.rsplit("/", 1)[-1].replace("_", " ")


def say(moment: datetime, here: str | None = None, there: str | None = None) -> str:
    """The moment in words in the zone `here` (default: the active one), and in `there` where its clock differs.

    In: `moment` aware, zones as IANA names. Out: "Thursday 26 November 2026, 15:00 in Berlin (9:00 in Chicago)";
    the city only where two zones are named or one is not known here, the other day only where it differs. Where the
    clocks go back and show an hour twice, which of the two: "2:30 the first time".
    """
    mine = moment.astimezone(zone(here) if here else timezone.get_current_timezone())
    first = _("%(day)s, %(time)s") % {"day": say_day(mine), "time": _which_clock(mine)}
    unknown = any(name and not is_known(name) for name in (here, there))
    if there is None:
        return _("%(first)s in %(city)s") % {"first": first, "city": city(here)} if here and unknown else first
    theirs = moment.astimezone(zone(there))
    if theirs.utcoffset() == mine.utcoffset() and not unknown:
        return first
    other = _which_clock(theirs)
    if theirs.date() != mine.date():
        other = _("%(day)s, %(time)s") % {"day": say_weekday(theirs), "time": other}
    own = here or timezone.get_current_timezone_name()
    return _("%(first)s in %(city)s (%(other)s in %(other_city)s)") % {
        "first": first,
        "city": city(own),
        "other": other,
        "other_city": city(there),
    }


def shown_twice(moment: datetime) -> bool:
    """Whether the clocks of the moment's own zone show its hour twice that day, because they go back."""
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()


def say_day(moment: datetime | date) -> str:
    """ "Thursday 26 November 2026", in the active language and in its order."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return _day_in_words(day, get_language() or "")


def say_date(moment: datetime | date) -> str:
    """ "26 November 2026", for lists of what lies behind us, where the weekday says nothing any more."""
    return date_format(moment, "DATE_FORMAT")


def say_weekday(moment: datetime | date) -> str:
    """ "Thursday", for a day within a week from here."""
    return date_format(moment, "l")


def say_clock(moment: datetime) -> str:
    """ "9:05", on the 24-hour clock."""
    return f"{moment.hour}:{moment.minute:02}"


def _which_clock(moment: datetime) -> str:
    if not shown_twice(moment):
        return say_clock(moment)
    which = _("%(clock)s the second time") if moment.fold else _("%(clock)s the first time")
    return which % {"clock": say_clock(moment)}


# A list of fifty rows names few days, and naming one anew costs more than the rest of its row.
@lru_cache(maxsize=4096)
def _day_in_words(day: date, language: str) -> str:
    return _("%(weekday)s %(date)s") % {"weekday": say_weekday(day), "date": say_date(day)}
