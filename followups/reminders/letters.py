"""What reminders say, written at the moment of sending from what is still to be done; nothing left: no mail."""

from datetime import date, datetime, time
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centre.models import Centre
from core import times
from core.links import absolute, host
from core.models import Mail
from core.outbox import Words, register_writer
from followups.facts import FollowupFacts, facts
from followups.models import Followup, Reminding
from followups.reminders import questions
from followups.reminders.hours import reading
from followups.reminders.links import ACTS, act_link, stop_link
from followups.rows import rows
from meetings import answers
from meetings.models import Meeting, Reply

Kind = Reminding.Kind


def digest(mail: Mail, now: datetime) -> Words | None:
    """What is due today, the late first; and conversations of which nobody said whether they took place."""
    wants = _wants(mail)
    if wants is None:
        return None
    here = reading(wants.owner.zone, now)
    if here.day != date.fromisoformat(mail.about["day"]):
        return None
    with timezone.override(times.zone(wants.owner.zone)):
        due, more = questions.due(wants.owner, now, here.ends_at, confirmations=not wants.day_before)
        over = questions.over(wants.owner, now)
        if not due and not over:
            return None
        shown = zip(rows(due, now), due, strict=True)
        items: list[dict[str, Any]] = [{"row": row, **_acts(one, mail)} for row, one in shown]
        context = {"items": items, "more": more, "over": over, "day": times.say_day(here.day)}
        first = items[0]["row"].sentence if items else _took_place(over[0])
        others = len(due) + more + len(over) - 1
        subject = _("%(first)s, and %(count)s more") % {"first": first, "count": others} if others else first
        return _words(Kind.DIGEST, wants, mail, subject, context)


def day_before(mail: Mail, now: datetime) -> Words | None:
    """The conversation that comes, and the line that confirms it."""
    wants = _wants(mail)
    followup = _followup(mail)
    meeting = followup.meeting if followup else None
    if wants is None or followup is None or meeting is None or meeting.starts_at is None or meeting.starts_at <= now:
        return None
    if followup.rested_at or meeting.stage != Meeting.Stage.ARRANGED or meeting.starts_at != followup.late_at:
        return None
    with timezone.override(times.zone(wants.owner.zone)):
        who = meeting.contact.addressed
        away = (timezone.localdate(meeting.starts_at) - timezone.localdate(now)).days
        clock = times.say_clock(timezone.localtime(meeting.starts_at))
        subject = {0: _("Today at %(clock)s: %(who)s"), 1: _("Tomorrow at %(clock)s: %(who)s")}.get(away, "%(who)s")
        context = {
            "who": who,
            "time": meeting.in_words(wants.owner.zone),
            "meeting": meeting,
            "confirm": followup if followup.is_open else None,
            "write": absolute(reverse("followups:write", args=[followup.pk])),
            "page": absolute(reverse("meetings:show", args=[meeting.pk])),
            **_acts(facts(followup), mail),
        }
        return _words(Kind.DAY_BEFORE, wants, mail, subject % {"clock": clock, "who": who}, context, about=meeting)


def thanks(mail: Mail, now: datetime) -> Words | None:
    """The thank-you, while the conversation is fresh."""
    wants = _wants(mail)
    followup = _followup(mail)
    if wants is None or followup is None or followup.meeting is None or not followup.is_open:
        return None
    with timezone.override(times.zone(wants.owner.zone)):
        [row] = rows([facts(followup)], now)
        write = absolute(reverse("followups:thank", args=[followup.meeting.pk]))
        context = {"row": row, "who": followup.contact.addressed, "write": write, **_acts(facts(followup), mail)}
        return _words(Kind.THANKS, wants, mail, row.sentence, context, about=followup.meeting)


def news(mail: Mail, now: datetime) -> Words | None:
    """Who answered since the mail before, as far as the student has not seen it."""
    wants = _wants(mail)
    found = Reply.mark_mailed(Reply.objects.brought_by(mail), mail) if wants else []
    if wants is None or not found:
        return None
    with timezone.override(times.zone(wants.owner.zone)):
        items = [
            {
                "sentence": answers.news(reply, wants.owner.zone),
                "page": absolute(reverse("meetings:show", args=[reply.meeting_id])),
            }
            for reply in found
        ]
        names = {"who": found[0].meeting.contact.addressed, "count": len(items)}
        subject = ngettext("%(who)s replied to you", "%(count)s people replied to you", len(items)) % names
        return _words(Kind.NEWS, wants, mail, subject, {"items": items})


def text_of(kind: Kind, wants: Reminding, context: dict[str, Any], *, stop: str) -> str:
    """The text of `kind` around `context`: whom it greets, why it comes, and where it is stopped."""
    around = {
        "centre": Centre.recent(),
        "name": wants.owner.first_name,
        "clock": times.say_clock(time(wants.hour)),
        "zone": times.city(wants.owner.zone),
        "home": absolute(reverse("home:home")),
        "settings": absolute(reverse("followups:reminders")),
        "stop": stop,
    }
    return render_to_string(f"followups/mail/{kind}.txt", {**context, **around})


def register() -> None:
    """Let the outbox know who writes these mails."""
    writers = {Kind.DIGEST: digest, Kind.DAY_BEFORE: day_before, Kind.THANKS: thanks, Kind.NEWS: news}
    for kind, writer in writers.items():
        register_writer(f"followups.{kind}", writer)


def _wants(mail: Mail) -> Reminding | None:
    """What the member of `mail` chose; None where they no longer want it, or are gone."""
    found = questions.wants(mail.member_id or 0)
    return found if found and getattr(found, mail.kind) else None


def _followup(mail: Mail) -> Followup | None:
    found = Followup.objects.select_related("contact", "meeting__contact", "promise")
    return found.filter(pk=mail.about["followup"], owner=mail.member_id).first()


def _acts(one: FollowupFacts, mail: Mail) -> dict[str, str]:
    """The link of each act about `one`, by its name."""
    owner = mail.member_id or 0
    return {act: act_link(act, one.pk, owner=owner, due_at=one.due_at, posted_at=mail.posted_at) for act in ACTS}


def _took_place(who: str) -> str:
    return _("Did you talk with %(who)s?") % {"who": who}


def _words(
    kind: Kind, wants: Reminding, mail: Mail, subject: str, context: dict[str, Any], *, about: Meeting | None = None
) -> Words:
    """The mail with `context`, and the headers that let a mail program stop it by one click.

    Those `about` one conversation are shown together.
    """
    stop = stop_link(kind, wants.owner, posted_at=mail.posted_at)
    text = text_of(kind, wants, context, stop=stop)
    # RFC 8058, 3.1: both headers, and an address that ends the mails by itself when it is posted to.
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    if about is not None:
        # The root of the thread is a name, no mail (RFC 5322, 3.6.4, asks for no more).
        root = f"<conversation-{about.uid}@{host()}>"
        headers |= {"In-Reply-To": root, "References": root}
    return Words(subject, text, headers)
