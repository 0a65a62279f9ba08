"""The calendar file of one conversation: what both calendars are told when it is arranged, moved or cancelled."""

from copy import copy
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Component, Event, vCalAddress, vUri
from icalendar.timezone.tzid import tzid_from_tzinfo

from centre.models import Centre
from core import times
from core.links import absolute, host
from core.outbox import Attachment
from core.text import clean_line, clean_text
from meetings.models import Meeting, Message

PRODID = "-//Halfhour//Halfhour//EN"
NAME = "invite.ics"
BEFORE = (timedelta(days=1), timedelta(hours=1))
# Time zone rules are told for the years around the conversation, which is all that a reader of this file needs.
AROUND = timedelta(days=366)


def invite(
    meeting: Meeting, *, for_contact: bool, now: datetime, shows_address: bool = False, mailed_to: str = ""
) -> bytes:
    """The calendar file of `meeting` as RFC 5545 writes it and RFC 5546 sends it: REQUEST, or CANCEL once cancelled.

    In: `meeting` with its contact and owner; `for_contact` for the copy that the contact gets, in which the student's
    address stands only where they gave it (`shows_address`), and nothing but what both of them know; where it is
    `mailed_to` another address than the student knows, the contact is called by that one.
    Raises Meeting.NotArranged where calendars were never told of a time.
    """
    if meeting.sequence is None or meeting.starts_at is None:
        raise Meeting.NotArranged
    calendar = blank()
    calendar.add("method", method(meeting))
    event = _event(meeting, for_contact=for_contact, now=now)
    event.add("organizer", _organizer(meeting, hidden=for_contact and not shows_address))
    event.add("attendee", _attendee(meeting, mailed_to or meeting.contact.email))
    if not for_contact and meeting.cancelled_at is None:
        for before in BEFORE:
            event.add_component(_alarm(str(event["summary"]), before))
    calendar.add_component(event)
    day = meeting.starts_at.date()
    calendar.add_missing_timezones(day - AROUND, day + AROUND)
    return bytes(calendar.to_ical())


def attachment(
    meeting: Meeting, *, for_contact: bool, now: datetime, shows_address: bool = False, mailed_to: str = ""
) -> Attachment:
    """The calendar file as it goes with a mail. Raises Meeting.NotArranged."""
    content = invite(meeting, for_contact=for_contact, now=now, shows_address=shows_address, mailed_to=mailed_to)
    return Attachment(NAME, media_type(meeting), content)


def enclosed(message: Message, *, now: datetime) -> tuple[Attachment, ...]:
    """What the centre encloses in a letter that it sends at `now`, so that their calendar follows.

    A confirmation brings the invitation. A cancellation takes it away, also where the student has not cancelled here
    yet: with the number that sending it then gives (Meeting.note_cancellation). Asking to move brings nothing: the
    time told before is no good, and the new one is not known. The answer's address is theirs anyway.
    """
    meeting, cancels = message.meeting, message.occasion == Message.Occasion.CANCEL
    if cancels and meeting.may_be_called_off(now):
        meeting = copy(meeting)
        meeting.cancelled_at, meeting.sequence = now, meeting.arranged_times
    cancelled = meeting.cancelled_at is not None
    fits = cancelled if cancels else message.occasion == Message.Occasion.CONFIRM and not cancelled
    if not fits or meeting.sequence is None or not meeting.stands or meeting.held_at is not None:
        return ()
    return (attachment(meeting, for_contact=True, now=now, shows_address=True),)


def download(file: Attachment) -> HttpResponse:
    """`file` as a browser saves it."""
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.content, content_type=file.kind, headers=headers)


def media_type(meeting: Meeting) -> str:
    """What the file is (RFC 5545, 8.1): mail programs offer buttons only where the method stands here too."""
    return f"text/calendar; method={method(meeting)}; charset=utf-8"


def method(meeting: Meeting) -> str:
    return "REQUEST" if meeting.cancelled_at is None else "CANCEL"


def blank() -> Calendar:
    """A calendar with nothing in it."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def name_of(meeting: Meeting) -> str:
    """The name that every calendar knows this appointment by, for good (RFC 5545, 3.8.4.7)."""
    return f"{meeting.uid}@{host()}"


def line(words: str) -> str:
    """`words` on one line, without a sign that no calendar file may hold (RFC 5545, 3.1)."""
    return clean_line(words.replace("\0", ""))


def put(component: Component, name: str, words: str) -> None:
    """Add the property `name` unless there is nothing to say; several lines stay several."""
    if text := clean_text(words.replace("\0", "")).strip():
        component.add(name, text)


def put_place(event: Component, meeting: Meeting) -> None:
    """Where: the place, or else the link, which many programs show only there; the link also as what it is."""
    link = iri_to_uri(line(meeting.link))
    put(event, "location", line(meeting.place) or link or line(meeting.where))
    if link:
        event.add("url", vUri(link))


def _event(meeting: Meeting, *, for_contact: bool, now: datetime) -> Event:
    """What happens when and where, as one of the two sees it."""
    other = _student(meeting) if for_contact else meeting.contact.name
    here, there = meeting.owner.zone, meeting.their_zone or meeting.owner.zone
    if for_contact:
        here, there = there, here
    event = Event()
    event.add("uid", name_of(meeting))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now)
    event.add("last-modified", meeting.modified_at or now)
    begin, end = _on_the_clock(meeting, here)
    event.add("dtstart", begin)
    event.add("dtend", end)
    put(event, "summary", line(_("Conversation with %(name)s") % {"name": other}))
    put_place(event, meeting)
    put(event, "description", _description(meeting, here, there, for_contact=for_contact))
    event.add("status", "CONFIRMED" if meeting.cancelled_at is None else "CANCELLED")
    event.add("transp", "OPAQUE")
    event.add("class", "PRIVATE")
    return event


def _on_the_clock(meeting: Meeting, zone: str) -> tuple[datetime, datetime]:
    """Begin and end on the clocks of `zone`; in UTC where those clocks show either of them twice.

    A file cannot say which of the two is meant (RFC 5545, 3.3.5), and readers differ in which they take. In UTC, too,
    where the library takes the zone for UTC itself and would not convert.
    """
    assert meeting.starts_at is not None and meeting.ends_at is not None  # noqa: S101, PT018 - modified_at, so arranged
    here = times.zone(zone)
    span = (meeting.starts_at.astimezone(here), meeting.ends_at.astimezone(here))
    if any(map(times.shown_twice, span)) or tzid_from_tzinfo(here) == "UTC":
        return span[0].astimezone(UTC), span[1].astimezone(UTC)
    return span


def _description(meeting: Meeting, here: str, there: str, *, for_contact: bool) -> str:
    """A few lines: when on both clocks, how long, with whom; to the student also where everything else stands."""
    assert meeting.starts_at is not None  # noqa: S101
    owner, contact = meeting.owner, meeting.contact
    who = (_student(meeting), owner.programme) if for_contact else (contact.name, contact.work)
    facts = {"minutes": meeting.minutes, "who": ", ".join(line(part) for part in who if part)}
    lines = [str(meeting.in_words(here, there)), _("%(minutes)s minutes with %(who)s") % facts]
    if meeting.link and meeting.place:
        lines.append(iri_to_uri(line(meeting.link)))
    if for_contact:
        lines.append(_("You don’t need to prepare anything."))
    else:
        lines.append(absolute(meeting.get_absolute_url()))
    return "\n".join(lines)


def _organizer(meeting: Meeting, *, hidden: bool) -> vCalAddress:
    """The student; the centre in their place where their address was not given away."""
    if not hidden:
        return _address(meeting.owner.email, _student(meeting))
    names = {"name": _student(meeting), "centre": Centre.recent().name}
    return _address(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], _("%(name)s, %(centre)s") % names)


def _student(meeting: Meeting) -> str:
    """The student's name; who has none is not called by their address."""
    return meeting.owner.name or _("a student")


def _attendee(meeting: Meeting, email: str) -> vCalAddress:
    """The contact at `email`, who said yes already, so that no calendar asks them to answer once more."""
    attendee = _address(email, meeting.contact.name, else_of=meeting)
    attendee.params["CUTYPE"] = "INDIVIDUAL"
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = "ACCEPTED"
    attendee.params["RSVP"] = "FALSE"
    return attendee


def _address(email: str, name: str, *, else_of: Meeting | None = None) -> vCalAddress:
    """A person as a calendar names one; without an address by a name that leads nowhere and stays the same."""
    email = "".join(line(email).split())
    if email:
        found = vCalAddress(f"mailto:{email}")
    else:
        found = vCalAddress(f"urn:uuid:{uuid5(NAMESPACE_URL, name_of(else_of)) if else_of else ''}")
    # Quotation marks may not stand in a parameter (RFC 5545, 3.2), and what RFC 6868 puts for them few can read.
    if shown := line(name).replace('"', "”"):
        # A value of this kind has no way to say a backslash (RFC 5545, 3.2), and readers make different things of one.
        found.params["CN"] = shown.replace("\\", "/")
    return found


def _alarm(words: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -before)
    return alarm
