"""What a follow-up says: one sentence, one button, and when, in words."""

from datetime import datetime, time, tzinfo
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from coach.wording import isolated
from core import times
from followups.models import Followup, Promise

Kind = Followup.Kind
# What is due on a day is due at nine; the hour is said only where it is another.
MORNING = time(9)


class Told(NamedTuple):
    """What the words of a follow-up are made of: plain facts, so that a page of rows needs no models."""

    pk: int
    kind: str
    meeting_pk: int | None
    who: str
    shows_at: datetime
    due_at: datetime
    late_at: datetime | None
    whose: str
    what: str


class Said(NamedTuple):
    """The words of one follow-up: its sentence, its one button, what "done" is called, and what is said then."""

    sentence: str
    button: str
    done: str
    thanks: str


# Marked here, translated when one is said: a page of rows says few of these words.
SAID: dict[str, Said] = {
    Kind.CONFIRM: Said(
        marked("Confirm with %(who)s"),
        marked("Write to confirm"),
        marked("I confirmed it"),
        marked("Confirmed with %(who)s."),
    ),
    Kind.DEBRIEF: Said(
        marked("Look back on your talk with %(who)s"),
        marked("Look back"),
        marked("I looked back"),
        marked("Looked back on your talk with %(who)s."),
    ),
    Kind.THANK: Said(
        marked("Thank %(who)s"),
        marked("Write the thank-you"),
        marked("I thanked them"),
        marked("You thanked %(who)s."),
    ),
    Kind.NUDGE: Said(
        marked("Remind %(who)s kindly"),
        marked("Write the reminder"),
        marked("I reminded them"),
        marked("You reminded %(who)s."),
    ),
    Kind.CLOSE: Said(
        marked("Write %(who)s a kind last line"),
        marked("Write the last line"),
        marked("I wrote it"),
        marked("Closed kindly. The door to %(who)s stays open."),
    ),
    Kind.REPLY: Said(
        marked("Thank %(who)s for answering, and ask who else might"),
        marked("Write a line"),
        marked("I wrote it"),
        marked("You answered %(who)s."),
    ),
    Kind.KEEP: Said(
        marked("Keep in touch with %(who)s"),
        marked("Write a few lines"),
        marked("I was in touch"),
        marked("You kept in touch with %(who)s."),
    ),
}
SAID |= {
    Kind.ELSE: Said(
        marked("Ask somebody else too while you wait for %(who)s"),
        marked("See whom to ask"),
        marked("I asked somebody"),
        marked("You asked somebody else too, beside %(who)s."),
    ),
    Kind.AGAIN: Said(
        marked("Ask %(who)s again, as they said you may"),
        marked("Write the request"),
        marked("I asked again"),
        marked("You asked %(who)s again."),
    ),
    Kind.CONNECT: Said(
        marked("Connect with %(who)s on LinkedIn"),
        marked("Write the note"),
        marked("We are connected"),
        marked("You are connected with %(who)s."),
    ),
    Kind.REPORT: Said(
        marked("Tell %(who)s what came of their hint"),
        marked("Write a few lines"),
        marked("I told them"),
        marked("%(who)s knows what came of their hint."),
    ),
}
MINE = Said(
    marked("Keep your promise to %(who)s: %(what)s"),
    marked("I kept it"),
    marked("I kept it"),
    marked("You kept your promise to %(who)s."),
)
THEIRS = Said(
    marked("Ask %(who)s kindly after: %(what)s"),
    marked("Write a line"),
    marked("They kept it"),
    marked("%(who)s kept the promise."),
)


def told(followup: Followup) -> Told:
    """The facts of `followup`, whose contact and promise came with it."""
    promise = followup.promise
    return Told(
        followup.pk,
        followup.kind,
        followup.meeting_id,
        followup.contact.addressed,
        followup.shows_at,
        followup.due_at,
        followup.late_at,
        promise.whose if promise else "",
        promise.text if promise else "",
    )


def said(one: Told) -> Said:
    """The words for a follow-up, not yet translated or filled in."""
    if not one.whose:
        return SAID[one.kind]
    return MINE if one.whose == Promise.Whose.MINE else THEIRS


def sentence(one: Told) -> str:
    return _(said(one).sentence) % {"who": isolated(one.who), "what": isolated(one.what)}


def thanks(one: Told) -> str:
    """What is said once it is done."""
    return _(said(one).thanks) % {"who": isolated(one.who), "what": isolated(one.what)}


def act(followup: Followup) -> str:
    """What the list of people says is due next: without the name, which stands beside it."""
    promise = followup.promise
    if promise is None:
        return str(Kind(followup.kind).label)
    template = _("Keep your promise: %(what)s") if promise.is_mine else _("Ask after: %(what)s")
    return (template % {"what": promise.text})[:200]


def href(one: Told, base: str) -> str:
    """Where the one button leads, `base` being this room's first page; empty where the button itself is the act."""
    if one.whose == Promise.Whose.MINE:
        return ""
    if one.kind == Kind.DEBRIEF:
        return reverse("notes:debrief", args=[one.meeting_pk])
    return f"{base}{one.meeting_pk}/thank/" if one.kind == Kind.THANK else f"{base}{one.pk}/write/"


def state(one: Told, now: datetime) -> str:
    """ "late", "due" or "" (not yet due) at `now`."""
    if one.late_at and one.late_at <= now:
        return "late"
    return "due" if one.due_at <= now else ""


def when(one: Told, now: datetime, here: tzinfo) -> str:
    """When it is due, seen from `now` on the clocks of `here`: "by tomorrow 15:00", "since yesterday"."""
    due = one.due_at.astimezone(here)
    away = (due.date() - now.astimezone(here).date()).days
    shown = one.shows_at <= now
    if away == 0 and shown and due.time() != MORNING:
        clock = {"clock": times.say_clock(due)}
        return (_("by %(clock)s today") if one.due_at > now else _("since %(clock)s")) % clock
    if away == 0:
        return _("today")
    if away == -1:
        return _("since yesterday")
    if away < 0:
        return _("since %(day)s") % {"day": _near_or_far(due, away)}
    if shown:
        day = _("tomorrow") if away == 1 else _near_or_far(due, away)
        return _("by %(day)s, %(clock)s") % {"day": day, "clock": times.say_clock(due)}
    return _("tomorrow") if away == 1 else _near_or_far(due, away)


def _near_or_far(moment: datetime, away: int) -> str:
    """The weekday within a week, the whole day beyond it."""
    return times.say_weekday(moment) if abs(away) < 7 else times.say_day(moment)
