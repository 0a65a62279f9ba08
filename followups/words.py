"""What a follow-up says: one sentence, one button, and when, in words."""

from datetime import datetime, time, tzinfo
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from coach.wording import isolated
from core import times
from followups.facts import FollowupFacts
from followups.models import Followup, Promise

Kind = Followup.Kind
# What is due on a day is due at nine; the hour is said only where it is another.
MORNING = time(9)


class Phrases(NamedTuple):
    """The words of one follow-up: its sentence, its one button, what "done" is called, and what is said then."""

    sentence: str
    button: str
    done: str
    thanks: str


# Marked here, translated by `phrases`.
PHRASES: dict[str, Phrases] = {
    Kind.CONFIRM: Phrases(
        gettext_noop("Confirm with %(who)s"),
        gettext_noop("Write the confirmation"),
        gettext_noop("I’ve confirmed it"),
        gettext_noop("You confirmed with %(who)s."),
    ),
    Kind.DEBRIEF: Phrases(
        gettext_noop("Write down what you learned from %(who)s"),
        gettext_noop("Write it down"),
        gettext_noop("I’ve done this"),
        gettext_noop("You wrote down what you learned from %(who)s."),
    ),
    Kind.THANK: Phrases(
        gettext_noop("Thank %(who)s"),
        gettext_noop("Write the thank-you"),
        gettext_noop("I’ve thanked them"),
        gettext_noop("You thanked %(who)s."),
    ),
    Kind.NUDGE: Phrases(
        gettext_noop("Follow up with %(who)s"),
        gettext_noop("Write the follow-up"),
        gettext_noop("I followed up"),
        gettext_noop("You followed up with %(who)s."),
    ),
    Kind.CLOSE: Phrases(
        gettext_noop("Send %(who)s a friendly final message"),
        gettext_noop("Write the final message"),
        gettext_noop("I’ve sent it"),
        gettext_noop("Done. You can contact %(who)s again another time."),
    ),
    Kind.REPLY: Phrases(
        gettext_noop("Thank %(who)s for replying"),
        gettext_noop("Write the message"),
        gettext_noop("I’ve sent it"),
        gettext_noop("You replied to %(who)s."),
    ),
    Kind.KEEP: Phrases(
        gettext_noop("Keep in touch with %(who)s"),
        gettext_noop("Write the message"),
        gettext_noop("I’ve been in touch"),
        gettext_noop("You kept in touch with %(who)s."),
    ),
}
PHRASES |= {
    Kind.ELSE: Phrases(
        gettext_noop("While you wait for %(who)s, contact someone else too"),
        gettext_noop("See who to contact"),
        gettext_noop("I’ve contacted someone"),
        gettext_noop("You’ve contacted someone else while you wait for %(who)s."),
    ),
    Kind.AGAIN: Phrases(
        gettext_noop("Contact %(who)s again, as they suggested"),
        gettext_noop("Write the request"),
        gettext_noop("I’ve contacted them again"),
        gettext_noop("You contacted %(who)s again."),
    ),
    Kind.CONNECT: Phrases(
        gettext_noop("Connect with %(who)s on LinkedIn"),
        gettext_noop("Write the note"),
        gettext_noop("We’re connected"),
        gettext_noop("You’re connected with %(who)s."),
    ),
    Kind.REPORT: Phrases(
        gettext_noop("Tell %(who)s how it went with the person they suggested"),
        gettext_noop("Write the message"),
        gettext_noop("I’ve told them"),
        gettext_noop("You told %(who)s how it went."),
    ),
}
MINE = Phrases(
    gettext_noop("You told %(who)s you would: %(what)s"),
    gettext_noop("I did it"),
    gettext_noop("I did it"),
    gettext_noop("You kept your promise to %(who)s."),
)
THEIRS = Phrases(
    gettext_noop("Ask %(who)s about what they offered you: %(what)s"),
    gettext_noop("Write the message"),
    gettext_noop("They did it"),
    gettext_noop("%(who)s kept their promise."),
)


def phrases(one: FollowupFacts) -> Phrases:
    """The words for a follow-up, translated, their gaps not yet filled in."""
    return _translated(one.kind, one.whose, get_language())


# A list says the same few kinds again and again.
@lru_cache(maxsize=256)
def _translated(kind: str, whose: str | None, language: str | None) -> Phrases:
    if not whose:
        return Phrases(*map(_, PHRASES[kind]))
    return Phrases(*map(_, MINE if whose == Promise.Whose.MINE else THEIRS))


def sentence(one: FollowupFacts) -> str:
    return phrases(one).sentence % {"who": isolated(one.who), "what": isolated(one.what or "")}


def thanks(one: FollowupFacts) -> str:
    """What is said once it is done."""
    return phrases(one).thanks % {"who": isolated(one.who), "what": isolated(one.what or "")}


def act(followup: Followup) -> str:
    """What the list of people says is due next: without the name, which stands beside it."""
    promise = followup.promise
    if promise is None:
        return str(Kind(followup.kind).label)
    template = _("You said you would: %(what)s") if promise.is_mine else _("They offered to: %(what)s")
    return (template % {"what": promise.text})[:200]


def href(one: FollowupFacts, base: str) -> str:
    """Where the one button leads, `base` being this room's first page; empty where the button itself is the act."""
    if one.whose == Promise.Whose.MINE:
        return ""
    if one.kind == Kind.DEBRIEF:
        return reverse("notes:debrief", args=[one.meeting_pk])
    return f"{base}{one.meeting_pk}/thank/" if one.kind == Kind.THANK else f"{base}{one.pk}/write/"


def state(one: FollowupFacts, now: datetime) -> str:
    """ "late", "due" or "" (not yet due) at `now`."""
    if one.late_at and one.late_at <= now:
        return "late"
    return "due" if one.due_at <= now else ""


def when(one: FollowupFacts, now: datetime, here: tzinfo) -> str:
    """When it is due, seen from `now` on the clocks of `here`: "by tomorrow 15:00", "Due since yesterday"."""
    due = one.due_at.astimezone(here)
    away = (due.date() - now.astimezone(here).date()).days
    shown, late = one.shows_at <= now, state(one, now) == "late"
    if away == 0 and shown and due.time() != MORNING:
        clock = times.say_clock(due)
        return _("by %(clock)s today") % {"clock": clock} if one.due_at > now else _since(clock, late)
    if away == 0:
        return _("Overdue today") if late else _("today")
    if away == -1:
        return _("Overdue since yesterday") if late else _("Due since yesterday")
    if away < 0:
        return _since(_near_or_far(due, away), late)
    if shown:
        day = _("tomorrow") if away == 1 else _near_or_far(due, away)
        return _("by %(day)s, %(clock)s") % {"day": day, "clock": times.say_clock(due)}
    return _("tomorrow") if away == 1 else _near_or_far(due, away)


def _since(moment: str, late: bool) -> str:
    # A bare "since" was read as part of the sentence before it: "Thank them for replying since Thursday".
    return (_("Overdue since %(moment)s") if late else _("Due since %(moment)s")) % {"moment": moment}


def _near_or_far(moment: datetime, away: int) -> str:
    """The weekday within a week, the whole day beyond it."""
    return times.say_weekday(moment) if abs(away) < 7 else times.say_day(moment)
