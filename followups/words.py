"""What a follow-up says: one sentence, one button, and when, in words."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import times
from followups.models import Followup

Kind = Followup.Kind


class Said(NamedTuple):
    """The words of one follow-up: its sentence, its one button, what "done" is called, and what is said then."""

    sentence: str
    button: str
    done: str
    thanks: str


def said(followup: Followup) -> Said:
    """The words for `followup`, whose contact and promise came with it."""
    who = followup.contact.addressed
    promise = followup.promise
    if promise is not None and promise.is_mine:
        sentence = _("Keep your promise to %(who)s: %(what)s") % {"who": who, "what": promise.text}
        return Said(sentence, _("I kept it"), _("I kept it"), _("Kept. That is how trust grows."))
    if promise is not None:
        sentence = _("Ask %(who)s kindly after: %(what)s") % {"who": who, "what": promise.text}
        return Said(sentence, _("Write a line"), _("They kept it"), _("Good, they kept it."))
    sentence, button, done, thanks = {
        Kind.CONFIRM: (
            _("Confirm with %(who)s"),
            _("Write to confirm"),
            _("I confirmed it"),
            _("Confirmed with %(who)s."),
        ),
        Kind.DEBRIEF: (
            _("Look back on your talk with %(who)s"),
            _("Look back"),
            _("I looked back"),
            _("Looked back on your talk with %(who)s."),
        ),
        Kind.THANK: (
            _("Thank %(who)s"),
            _("Write the thank-you"),
            _("I thanked them"),
            _("You thanked %(who)s."),
        ),
        Kind.NUDGE: (
            _("Remind %(who)s kindly"),
            _("Write the reminder"),
            _("I reminded them"),
            _("You reminded %(who)s."),
        ),
        Kind.CLOSE: (
            _("Write %(who)s a kind last line"),
            _("Write the last line"),
            _("I wrote it"),
            _("Closed kindly. The door to %(who)s stays open."),
        ),
        Kind.REPLY: (
            _("Thank %(who)s for answering, and ask who else might"),
            _("Write a line"),
            _("I wrote it"),
            _("You answered %(who)s."),
        ),
        Kind.KEEP: (
            _("Keep in touch with %(who)s"),
            _("Write a few lines"),
            _("I was in touch"),
            _("You kept in touch with %(who)s."),
        ),
    }[Kind(followup.kind)]
    return Said(sentence % {"who": who}, button, done, thanks % {"who": who} if "%(who)s" in thanks else thanks)


def act(followup: Followup) -> str:
    """What the list of people says is due next: without the name, which stands beside it."""
    promise = followup.promise
    if promise is not None:
        template = _("Keep your promise: %(what)s") if promise.is_mine else _("Ask after: %(what)s")
        return (template % {"what": promise.text})[:200]
    return {
        Kind.CONFIRM: _("Confirm the conversation"),
        Kind.DEBRIEF: _("Look back"),
        Kind.THANK: _("Thank"),
        Kind.NUDGE: _("Remind kindly"),
        Kind.CLOSE: _("Close kindly"),
        Kind.REPLY: _("Thank for the answer"),
        Kind.KEEP: _("Keep in touch"),
    }[Kind(followup.kind)]


def href(followup: Followup) -> str:
    """Where the one button leads; empty where the button itself is the act (a promise of one's own)."""
    if followup.promise is not None and followup.promise.is_mine:
        return ""
    if followup.kind == Kind.DEBRIEF:
        return reverse("notes:debrief", args=[followup.meeting_id])
    if followup.kind == Kind.THANK:
        return reverse("followups:thank", args=[followup.meeting_id])
    return reverse("followups:write", args=[followup.pk])


def when(followup: Followup, now: datetime) -> str:
    """When it is due, seen from `now` in the active zone: "by tomorrow 15:00", "since yesterday", "on Friday …"."""
    here = timezone.get_current_timezone()
    due, today = followup.due_at.astimezone(here), now.astimezone(here).date()
    away = (due.date() - today).days
    clock = times.say_clock(due)
    shown = followup.shows_at <= now
    if away == 0 and shown and followup.due_at > now:
        return _("by %(clock)s today") % {"clock": clock}
    if away == 0:
        return _("today")
    if away == -1:
        return _("since yesterday")
    if away < 0:
        return _("since %(day)s") % {"day": _near_or_far(due, away)}
    if shown:
        day = _("tomorrow") if away == 1 else date_format(due, "l")
        return _("by %(day)s, %(clock)s") % {"day": day, "clock": clock}
    return _("tomorrow") if away == 1 else _near_or_far(due, away)


def _near_or_far(moment: datetime, away: int) -> str:
    """The weekday within a week, the whole day beyond it."""
    near = abs(timedelta(days=away)) < timedelta(days=7)
    return date_format(moment, "l") if near else times.say_day(moment)
