"""What a contact answered, in words: for their own page, for home and for the conversation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from coach.wording import isolated
from contacts.models import Contact
from core import times
from meetings.models import Meeting, Reply

Answer = Reply.Answer


def proposed(reply: Reply, here: str, there: str | None = None) -> times.Clocks:
    """The time that was proposed, in the zone `here` and beside it in `there`; empty where only words were said."""
    if reply.proposed_at:
        return times.both(reply.proposed_at, here, there, until=reply.proposed_at + reply.meeting.duration)
    part = reply.get_proposed_part_display() if reply.proposed_part else ""
    day = times.say_day(reply.proposed_day) if reply.proposed_day else ""
    return times.Clocks(_("%(day)s, %(part)s") % {"day": day, "part": part} if day and part else day or part)


def how(reply: Reply) -> str:
    """In which way and where they would like to meet; empty where they said neither."""
    mode = reply.get_mode_display() if reply.mode else ""
    return ": ".join(words for words in (mode, isolated(reply.place) if reply.place else "") if words)


def sentence(reply: Reply, here: str) -> str:
    """What the contact answered, to the student whose zone is `here`."""
    meeting = reply.meeting
    who, name = isolated(meeting.contact.addressed), isolated(reply.named)
    when = proposed(reply, here, reply.zone or None)
    sentences = {
        Answer.ACCEPTED: _("%(who)s chose %(when)s."),
        Answer.PROPOSED: _("%(who)s suggests %(when)s.") if when else _would_meet(meeting),
        Answer.LATER: _("%(who)s said: not now, maybe later."),
        Answer.DECLINED: _("%(who)s said no."),
        Answer.NAMED: _("%(who)s suggested %(name)s."),
        Answer.CANCELLED: _("%(who)s had to cancel."),
        Answer.QUIET: _("%(who)s asked not to be contacted again. Please don’t write to them."),
        Answer.ERASED: _("They asked us to delete their details, so we removed what you had saved about them."),
    }
    if reply.answer == Answer.ACCEPTED:
        when = meeting.in_words(here)
    return sentences[Answer(reply.answer)] % {"who": who, "when": when, "name": name}


def _would_meet(meeting: Meeting) -> str:
    """What a proposal without a time asks for: another one, where one stands already."""
    return _("%(who)s would like another time.") if meeting.stands else _("%(who)s would like to find a time with you.")


def news(reply: Reply, here: str) -> str:
    """That they answered, and how, without a word of theirs: what may stand in a mail to the student."""
    meeting = reply.meeting
    sentences = {
        Answer.ACCEPTED: _("%(who)s chose a time: %(when)s.") if meeting.stands else _("%(who)s chose a time."),
        Answer.PROPOSED: _would_meet(meeting),
        Answer.LATER: _("%(who)s said: not now, maybe later."),
        Answer.DECLINED: _("%(who)s said no."),
        Answer.NAMED: _("%(who)s suggested someone else to you."),
        Answer.CANCELLED: _("%(who)s had to cancel."),
        Answer.QUIET: _("%(who)s asked not to be contacted again. Please don’t write to them."),
        Answer.ERASED: _("They asked us to delete their details, so we removed what you had saved about them."),
    }
    names = {"who": isolated(meeting.contact.addressed), "when": meeting.in_words(here)}
    return sentences[Answer(reply.answer)] % names


# On the contact's own clock: from the first hour of these to the last, a time is at night.
NIGHT = (21, 7)


@dataclass(frozen=True)
class OfferInWords:
    """A time on offer; `night` says which hour that is for the contact, where they would sleep."""

    words: times.Clocks
    night: str


def on_offer(at: datetime, lasting: timedelta, here: str, there: str | None) -> OfferInWords:
    """The time `at` that a student in the zone `here` offers to a contact in `there`, where that is known."""
    theirs = at.astimezone(times.zone(there)) if there else None
    begins, ends = NIGHT
    at_night = theirs is not None and not ends <= theirs.hour < begins
    clock = times.say_clock(theirs) if theirs and at_night else ""
    night = _("That’s %(clock)s for them. Another time may be better.") % {"clock": clock} if clock else ""
    return OfferInWords(times.both(at, here, there, until=at + lasting), night)


@dataclass(frozen=True)
class ReplyInWords:
    """A reply as the student sees it beside their conversation."""

    sentence: str
    named: str
    how: str
    line: str
    waits: bool
    exact: bool
    noted: bool
    version: int
    erased: bool
    over: bool
    agreed: bool
    open: bool
    linked: bool
    out: bool
    until: str
    offers: list[OfferInWords]
    may_unoffer: bool
    may_relink: bool

    @property
    def begun(self) -> bool:
        """Whether there is more to tell than that a link waits in a letter.

        Of what is over that is only what was answered; once the time is agreed, besides it, the link itself.
        """
        answered = bool(self.sentence) and not self.waits
        if self.over:
            return answered
        if self.agreed:
            return answered or (self.linked and self.open) or self.may_relink
        return answered or self.out or bool(self.offers) or self.may_unoffer or not self.open


def of_meeting(meeting: Meeting, user: Any, now: datetime) -> ReplyInWords | None:
    """What there is to tell `user`, who may see `meeting`, of the reply to it; None where there is none.

    Two queries at most where the reply came with the meeting: its links, and the times on offer.
    """
    found: Reply | None = getattr(meeting, "reply", None) if "reply" in meeting.has else None
    if found is None:
        return None
    is_open = found.is_open(now)
    # After a choice nothing of the offer is left, nor of the proposal that was accepted.
    offered_since = found.made_at > (meeting.modified_at or found.made_at)
    agreed = meeting.stands and not found.waits and not offered_since
    free = found.on_offer(now=now) if is_open and (offered_since or not meeting.stands) else []
    is_past = found.answer == Answer.PROPOSED and meeting.stands and not found.waits
    return ReplyInWords(
        sentence=sentence(found, user.zone) if found.answer and not is_past else "",
        named=found.named if found.answer == Answer.NAMED else "",
        how=how(found),
        line=found.line,
        waits=found.waits,
        exact=found.proposed_at is not None,
        noted=found.noted_at is not None,
        version=found.version,
        erased=found.answer == Answer.ERASED,
        over=meeting.cancelled_at is not None or meeting.held_at is not None,
        agreed=agreed,
        open=is_open,
        linked=bool(found.working_links),
        out=found.is_out,
        until=times.say_day(found.expires_at.astimezone(times.zone(user.zone))),
        offers=[on_offer(one.starts_at, meeting.duration, user.zone, meeting.their_zone) for one in free],
        may_unoffer=found.may_unoffer(now),
        may_relink=found.may_relink(now),
    )


def kept(contact: Contact) -> list[tuple[str, str]]:
    """What a student keeps about `contact`, each with its name; private notes and who named whom stay with them."""
    known = ": ".join(filter(None, (contact.get_known_display(), contact.known_words)))
    facts: dict[str, str | int | None] = {
        _("Name"): contact.name,
        _("How to greet you"): contact.form_of_address,
        _("Role"): contact.role,
        _("Organisation"): contact.organisation,
        _("Field"): contact.field,
        _("Where you are in your career"): contact.get_standing_display(),
        _("Year of graduation"): contact.graduated_in,
        _("Email"): contact.email,
        _("Phone"): contact.phone,
        _("Profile"): contact.profile_link,
        _("Best way to reach you"): contact.get_preferred_channel_display(),
        _("Time zone"): times.city(contact.time_zone) if contact.time_zone else "",
        _("Where your contact details are from"): contact.address_source,
        _("How the student knows you"): known,
        _("How well the student knows you"): contact.get_warmth_display(),
        _("Why the student chose you"): contact.why_them,
        _("Tags"): ", ".join(contact.tags),
    }
    return [(label, str(fact)) for label, fact in facts.items() if fact]


def kept_address(reply: Reply) -> list[tuple[str, str]]:
    """That they left an address for mails; whoever opens their page must not learn which."""
    return [(_("Address for emails"), _("You left one here. The student can’t see it."))] if reply.mail_to else []


def state(reply: Reply, now: datetime) -> str:
    """Where things stand for the contact: "ask" as long as nothing is answered, otherwise what came of it."""
    meeting = reply.meeting
    if reply.answer == Answer.QUIET:
        return "quiet"
    if meeting.cancelled_at is not None:
        return "called_off"
    if meeting.held_at is not None:
        return "held"
    if meeting.stands and not reply.waits:
        return "late" if reply.is_late(now) else "arranged"
    given = {Answer.PROPOSED: "proposed", Answer.LATER: "later", Answer.DECLINED: "declined", Answer.NAMED: "named"}
    return given.get(Answer(reply.answer), "ask") if reply.answer else "ask"


def offers_anew(reply: Reply) -> bool:
    """Whether the student has offered times since one was agreed on, and no answer came."""
    since = reply.meeting.modified_at
    return not reply.answer and since is not None and since < reply.made_at


def title(state: str, *, asker: str, minutes: int) -> str:
    """What the contact's page is called where things stand at `state`: the first that is read out of a page."""
    answered, over = _("Your reply to %(asker)s"), _("Your conversation with %(asker)s")
    titles = {
        "ask": _("%(asker)s would like to talk for %(minutes)s minutes"),
        "arranged": _("You’ll talk with %(asker)s"),
        "late": _("You’ll talk with %(asker)s"),
        "called_off": over,
        "held": over,
    }
    return titles.get(state, answered) % {"asker": asker, "minutes": minutes}
