"""What a conversation knows of itself, as the facts from which the coach drafts a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from coach.drafts import Facts
from core import times
from core.keys import by_title, whole_name

if TYPE_CHECKING:
    from contacts.models import Contact
    from meetings.models import Meeting

# From here on one says again who one is (docs/CRAFT.md, "Messages").
LONG = timedelta(days=180)
SOON = timedelta(hours=36)
# So long the weekday alone says which day it was.
A_DAY = timedelta(days=1)
THIS_WEEK = timedelta(days=5)

# A letter names so many of the times on offer (the page behind its link has all), at hours when its reader is awake.
MOST_NAMED = 3
FIRST_HOUR, LAST_HOUR = 7, 22

FactsProvider = Callable[["Meeting", str], Mapping[str, Any]]
_providers: list[FactsProvider] = []


def register_facts(provider: FactsProvider) -> None:
    """Ask `provider` of a higher room for what it knows of a conversation, for every draft.

    In: `provider(meeting, occasion)`, which gives fields of Facts.
    """
    if provider not in _providers:
        _providers.append(provider)


def gather(meeting: Meeting, occasion: str, *, now: datetime, more: Mapping[str, Any] | None = None) -> Facts:
    """The facts of `meeting` at `now` for a draft of `occasion`.

    `more` holds facts that only a higher room knows (fields of Facts); without it the higher rooms are asked.
    """
    # A page drafts a letter and then looks it over: what the rooms gave for the one serves the other.
    given: dict[str, dict[str, Any]] = meeting.__dict__.setdefault("_facts_given", {})
    if more is not None or occasion not in given:
        known_here = {**_aim(meeting), **_on_offer(meeting, occasion, now=now)}
        given[occasion] = {**known_here, **(_asked_around(meeting, occasion) if more is None else more)}
    facts = replace(known(meeting, now=now), **given[occasion])
    referrer = meeting.contact.referred_by
    if occasion == "report" and referrer:
        facts = replace(facts, **_held(meeting, _where_they_talked(meeting), now), met=_third(facts), referrer="")
        return replace(facts, **_reader(referrer))
    return facts


def _aim(meeting: Meeting) -> dict[str, Any]:
    goal = next(iter(meeting.served), None)
    if goal is None:
        return {}
    return {"goal_kind": goal.kind, "goal_subject": goal.subject, "wants": next(iter(goal.sentences), "")}


def _on_offer(meeting: Meeting, occasion: str, *, now: datetime) -> dict[str, Any]:
    """The times that the contact's page offers, on the clock of whoever reads the request."""
    if occasion != "request" or "reply" not in meeting.has:
        return {}
    return {"windows": in_letter(meeting, (one.starts_at for one in meeting.reply.on_offer(now=now)))}


def in_letter(meeting: Meeting, moments: Iterable[datetime]) -> tuple[str, ...]:
    """Those of `moments` that a letter names, in words: the first few that are by day for whoever reads it."""
    zone = times.zone(meeting.their_zone or meeting.owner.zone)
    by_day = [at for at in moments if FIRST_HOUR <= at.astimezone(zone).hour < LAST_HOUR]
    return _in_words(meeting, by_day[:MOST_NAMED])


def _in_words(meeting: Meeting, moments: Iterable[datetime]) -> tuple[str, ...]:
    """`moments` in words, on the clock of whoever reads the request."""
    here = meeting.owner.zone
    return tuple(times.say(at, meeting.their_zone or here, here) for at in moments)


def gone_in_letter(meeting: Meeting, *, now: datetime) -> tuple[str, ...]:
    """The offered times that are past or taken by now, in the words in which a request names them."""
    return _in_words(meeting, meeting.reply.gone(now=now)) if "reply" in meeting.has else ()


def _asked_around(meeting: Meeting, occasion: str) -> dict[str, Any]:
    return {name: value for provider in _providers for name, value in provider(meeting, occasion).items()}


def known(meeting: Meeting, *, now: datetime) -> Facts:
    """What the conversation with its person and owner says by itself, without a further query."""
    contact, owner = meeting.contact, meeting.owner
    by = None if contact.referrer_unnamed else contact.referred_by
    referrer = whole_name(by.name) if by else ""

    # Every time stands on the clock of whoever reads the letter; who was asked in person stood where the student did.
    theirs = meeting.their_zone or owner.zone

    return Facts(
        student=owner.name or owner.first_name,
        **_reader(contact),
        email=contact.email,
        programme=owner.programme,
        phone=owner.phone,
        link=owner.profile_link,
        role=contact.role,
        organisation=contact.organisation,
        field=contact.field,
        known=contact.known,
        # What was noted of somebody who was suggested says by whom, or is no word to them.
        known_words="" if contact.referrer_unnamed and contact.known == contact.Known.REFERRAL else contact.known_words,
        referrer=referrer,
        why_them=meeting.why_them,
        minutes=meeting.minutes,
        asked_on=_day(meeting.asked_at, owner.zone if meeting.asked_by == contact.Channel.IN_PERSON else theirs, now),
        asked_by=meeting.asked_by,
        answer=meeting.answer,
        **_starts(meeting, theirs, now),
        day_before=meeting.starts_at is not None and meeting.starts_at - now < SOON,
        mode=meeting.mode,
        place=_place(meeting),
        reason=meeting.cancel_reason,
        **_held(meeting, theirs, now),
        long_ago=meeting.held_at is not None and now - meeting.held_at > LONG,
    )


def _place(meeting: Meeting) -> str:
    """What is known of where they talk; online the address stands behind the words about it."""
    online = meeting.mode == meeting.Mode.ONLINE and meeting.link not in meeting.place
    return ", ".join(filter(None, (meeting.place, meeting.link if online or not meeting.place else "")))


def _day(moment: datetime | None, zone: str, now: datetime) -> str:
    return times.say_day_near(moment.astimezone(times.zone(zone)), now) if moment else ""


def _starts(meeting: Meeting, zone: str, now: datetime) -> dict[str, Any]:
    """When they talk, on the clock of `zone`, and on the student's beside it where that shows another time.

    Also of two who meet at one table: nobody noted on whose clock its place is.
    """
    if meeting.starts_at is None:
        return {}
    return {
        "starts": str(meeting.in_words(zone, meeting.owner.zone)),
        "starts_on": _day(meeting.starts_at, zone, now),
        "starts_aloud": times.say_aloud(
            meeting.starts_at, zone, meeting.owner.zone, both_clocks=meeting.mode == meeting.Mode.IN_PERSON
        ),
    }


def _where_they_talked(meeting: Meeting) -> str:
    """The zone whose day a talk has for somebody else: that of its place, or of the student who sat at home."""
    in_person = meeting.mode == meeting.Mode.IN_PERSON
    return (meeting.their_zone if in_person else "") or meeting.owner.zone


def _held(meeting: Meeting, zone: str, now: datetime) -> dict[str, Any]:
    """When they talked, on the clock of `zone`: by the weekday alone as long as that says which day is meant."""
    if meeting.held_at is None:
        return {}
    # Whoever says after midnight that they talked means the evening.
    began = meeting.starts_at
    if began is None or not timedelta() <= meeting.held_at - began < A_DAY:
        began = meeting.held_at
    held, today = (moment.astimezone(times.zone(zone)) for moment in (began, now))
    lately = now - meeting.held_at <= THIS_WEEK
    return {
        "held_on": times.say_weekday(held) if lately else times.say_day_near(held, now),
        "held_today": held.date() == today.date(),
    }


def _third(facts: Facts) -> str:
    """By what somebody is called before others: the whole name, where it is one."""
    return facts.contact if " " in facts.contact or not facts.addressed else facts.addressed


def _reader(contact: Contact) -> dict[str, Any]:
    """By which names a letter calls whom it goes to."""
    return {"contact": whole_name(contact.name), "addressed": contact.form_of_address or by_title(contact.name)}
