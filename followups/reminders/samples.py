"""Reminders and news with made-up names."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from core import times
from core.links import absolute
from core.outbox import Words
from core.samples import FIRST, WHO, register_sample
from followups.models import Followup, Reminding
from followups.reminders.letters import text_of
from followups.words import PHRASES, Phrases
from meetings.models import Meeting

Kind = Reminding.Kind


def words(reader: Any, now: datetime, *, kind: Kind) -> Words:
    """The mail of `kind` to a student whose time is that of `reader`."""
    student = User(name=str(FIRST), time_zone=reader.time_zone)
    with timezone.override(times.zone(student.zone)):
        subject, context = _WRITERS[kind](now)
        stop = absolute(reverse("followups:reminders"))
        return Words(subject, text_of(kind, Reminding(owner=student), context, stop=stop))


def _row(kind: str, now: datetime) -> dict[str, str]:
    """A follow-up of `kind`, and where its acts would lead."""
    sentence = Phrases(*map(_, PHRASES[kind])).sentence % {"who": WHO}
    acts = dict.fromkeys(("done", "postpone", "rest", "write"), absolute())
    return {"sentence": sentence, "when": times.say_day(timezone.localdate(now)), **acts}


def _digest(now: datetime) -> tuple[str, dict[str, Any]]:
    found = [_row(kind, now) for kind in (Followup.Kind.THANK, Followup.Kind.NUDGE)]
    items = [{**row, "row": row} for row in found]
    subject = _("%(first)s, and %(count)s more") % {"first": found[0]["sentence"], "count": 1}
    return subject, {"items": items, "day": times.say_day(timezone.localdate(now))}


def _day_before(now: datetime) -> tuple[str, dict[str, Any]]:
    begin = (now + timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
    meeting = Meeting(minutes=20, mode=Meeting.Mode.PHONE, place="+233 30 222 0000")
    clock = times.say_clock(timezone.localtime(begin))
    time = times.both(begin, None, "Africa/Accra", until=begin + meeting.duration)
    context = {"who": WHO, "time": time, "meeting": meeting, "confirm": True, "page": absolute()}
    return _("Tomorrow at %(clock)s: %(who)s") % {"clock": clock, "who": WHO}, {**_row("confirm", now), **context}


def _thanks(now: datetime) -> tuple[str, dict[str, Any]]:
    row = _row(Followup.Kind.THANK, now)
    return row["sentence"], {**row, "row": row, "who": WHO}


def _news(now: datetime) -> tuple[str, dict[str, Any]]:
    items = [{"sentence": _("%(who)s would like to find a time with you.") % {"who": WHO}, "page": absolute()}]
    return ngettext("%(who)s replied to you", "%(count)s people replied to you", 1) % {"who": WHO, "count": 1}, {
        "items": items
    }


_WRITERS = {Kind.DIGEST: _digest, Kind.DAY_BEFORE: _day_before, Kind.THANKS: _thanks, Kind.NEWS: _news}


def register() -> None:
    """Let the director look at these mails."""
    for kind in _WRITERS:
        register_sample(kind.value, partial(words, kind=kind), to=gettext_lazy("to a student who wants them"))
