"""What a student's calendar reads: their conversations and what is due, as much of it as they chose."""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Component, Event, Todo

from centre.models import Centre
from core import times
from core.keys import first_name
from core.links import absolute, host
from followups import words
from followups.facts import facts
from followups.models import Feed, Followup, Promise
from meetings.calendar import blank, line, name_of, put, put_place
from meetings.models import Meeting

log = logging.getLogger(__name__)

# A year back, and at most so many of each: no calendar shows more, and no feed grows without end.
BACK = timedelta(days=365)
MOST_TALKS, MOST_FOLLOWUPS = 300, 200
END = b"END:VCALENDAR\r\n"
READ_AGAIN_AFTER = timedelta(hours=1)

M = TypeVar("M", bound=Model)


def content(feed: Feed, *, now: datetime) -> bytes:
    """The calendar of `feed` (RFC 5545), the same to the letter as long as nothing in it changed.

    Moments are told in UTC, which every calendar puts on its owner's clock; days by the owner's own calendar.
    """
    calendar = blank()
    name = line(_("Conversations, %(centre)s") % {"centre": Centre.recent().name})
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    # RFC 7986, 5.7, and the name under which others look for it.
    calendar.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    items = (*_written(_talk, feed, _talks(feed, now)), *_written(_followup, feed, _due(feed, now)))
    return b"".join((calendar.to_ical().removesuffix(END), *items, END))


def _talks(feed: Feed, now: datetime) -> Iterable[Meeting]:
    """The conversations that stand or were held, the latest first."""
    if not feed.talks:
        return ()
    mine = Meeting.objects.visible_to(feed.owner).filter(cancelled_at=None, missed_at=None)
    found = mine.filter(starts_at__gte=now - BACK).select_related("contact")
    return found.order_by("-starts_at", "-pk")[:MOST_TALKS]


def _due(feed: Feed, now: datetime) -> Iterable[Followup]:
    """What is open, the soonest first."""
    if feed.followups == Feed.Followups.NONE:
        return ()
    mine = Followup.objects.visible_to(feed.owner).standing(now).filter(due_at__gte=now - BACK)
    return mine.with_people().soonest_first()[:MOST_FOLLOWUPS]


def _written(write: Callable[[Feed, M], Component], feed: Feed, rows: Iterable[M]) -> Iterator[bytes]:
    """An item for each row, as it stands in the file.

    A row that cannot be written is left out and logged: the rest is still worth reading.
    """
    for row in rows:
        try:
            item = write(feed, row).to_ical()
        except Exception:
            log.exception("Left out of a calendar: %s %s", type(row).__name__, row.pk)
        else:
            yield item


def _talk(feed: Feed, meeting: Meeting) -> Component:
    """A conversation at its time; its place and link only where they were chosen."""
    event = Event()
    event.add("uid", name_of(meeting))
    event.add("sequence", meeting.sequence or 0)
    event.add("dtstamp", meeting.modified_at or meeting.begun_at)
    event.add("dtstart", _utc(meeting.starts_at))
    event.add("dtend", _utc(meeting.ends_at))
    put(event, "summary", _("Conversation with %(name)s") % {"name": _name(feed, meeting.contact.name)})
    if feed.details:
        put_place(event, meeting)
    put(event, "description", absolute(meeting.get_absolute_url()))
    event.add("status", "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _followup(feed: Feed, followup: Followup) -> Component:
    """Something to do, on its day by the owner's calendar: a line that takes no time, or a task."""
    day = followup.due_at.astimezone(times.zone(feed.owner.zone)).date()
    if feed.followups == Feed.Followups.TASKS:
        item: Component = Todo()
        item.add("due", day)
        item.add("status", "NEEDS-ACTION")
    else:
        item = Event()
        item.add("dtstart", day)
        item.add("dtend", day + timedelta(days=1))
        item.add("transp", "TRANSPARENT")
    item.add("uid", f"followup-{followup.pk}@{host()}")
    item.add("sequence", followup.postponed)
    item.add("dtstamp", followup.made_at)
    put(item, "summary", line(_sentence(feed, followup)))
    put(item, "description", absolute(reverse("followups:index")))
    item.add("class", "PRIVATE")
    return item


def _sentence(feed: Feed, followup: Followup) -> str:
    """What is to be done; what was promised only where details were chosen."""
    who = _name(feed, followup.contact.name)
    if feed.details or followup.promise is None:
        return words.sentence(facts(followup)._replace(name=who, form_of_address=""))
    mine = followup.promise.whose == Promise.Whose.MINE
    sentence = _("Keep your promise to %(who)s") if mine else _("Ask %(who)s about what they offered")
    return sentence % {"who": who}


def _name(feed: Feed, name: str) -> str:
    """The whole name, or the first of it."""
    name = line(name)
    return name if feed.names == Feed.Names.WHOLE else first_name(name)


def _utc(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError("a conversation without its times")
    return moment.astimezone(UTC)
