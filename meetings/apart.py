"""What tells conversations of one list apart whose people have the same name, for who hears only the links."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from core import times
from meetings.models import Meeting


class Listed(Protocol):
    """A conversation of a list; `apart` stays empty where nobody else there has the name."""

    apart: str


def tell_apart(listed: Iterable[tuple[Listed, str, datetime]]) -> None:
    """Say of each conversation whose person's name stands there twice when it was started.

    In: each with the name and the moment at which it was started. The hour is said where the day is the same too.
    """
    rows = list(listed)
    names = Counter(name for _row, name, _at in rows)
    days = Counter((name, timezone.localdate(at)) for _row, name, at in rows)
    for row, name, at in rows:
        if names[name] > 1:
            one_that_day = days[name, timezone.localdate(at)] == 1
            day = times.say_date(timezone.localtime(at)) if one_that_day else times.say_moment(at)
            row.apart = _("started %(day)s") % {"day": day}


def tell_meetings_apart(meetings: Iterable[Meeting]) -> None:
    """The same of rows, which have their people with them."""
    tell_apart((meeting, meeting.contact.name, meeting.begun_at) for meeting in meetings)
