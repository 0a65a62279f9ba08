"""What contacts answer to the centre's address instead of the student's: by their calendar, or in their own words."""

import re
import warnings
from contextlib import suppress
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from icalendar import Calendar, Component, vCalAddress

from contacts.models import Contact, Touch
from core import times
from core.arriving import Arrived, pass_on
from core.keys import mailbox_key
from core.links import absolute
from core.models import Arrival
from core.raw_mail import MOST_TEXT
from core.text import clean_line, clean_text
from meetings import calendar
from meetings.models import Meeting, Reply
from meetings.models.answering import LINE
from meetings.models.dispatch import Dispatch
from meetings.own_words import own_words

_METHOD = re.compile(r"(?im)^METHOD:[A-Z ]{1,20}$")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class CalendarAnswer(NamedTuple):
    """What a calendar answers to an invitation (RFC 5546, 3.2.3 and 3.2.7)."""

    meeting: Meeting
    # "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", or "COUNTER" with the time they propose; where nothing says in
    # which time zone that is, `hour` has it as it stands and there is no `at`.
    answer: str
    at: datetime | None
    hour: datetime | None
    attendee: str
    sent_by: str
    sequence: int
    stamp: datetime | None
    # What they wrote into the answer itself.
    comment: str


def read(arrived: Arrived, now: datetime) -> str:
    """Take down what `arrived` answers, or pass it on to the student; "" where it answers none of our letters."""
    for found in _calendar_answers(arrived):
        return _take_down(found, arrived, now)
    if arrived.is_automatic:
        return ""
    letter = Dispatch.objects.answered_by(arrived.answers)
    if letter is None:
        return ""
    return _to_student(arrived, letter.message.meeting, letter.message.recipient, now)


def _take_down(found: CalendarAnswer, arrived: Arrived, now: datetime) -> str:
    """By the contact's own verb where it is certainly their answer; otherwise the student reads of it."""
    meeting = found.meeting
    is_theirs = _is_theirs(found, arrived)
    words = _together(found.comment, own_words(arrived.words))
    arrived = replace(arrived, words=_together(found.comment, arrived.words))
    if mailbox_key(found.attendee) == mailbox_key(_left_address(meeting)):
        # The student does not learn the address that was left on the page.
        found, arrived = found._replace(attendee=meeting.contact.addressed), replace(arrived, sender="")
    if not is_theirs:
        return _to_student(arrived, meeting, None, now, says=_sentence(found))
    reply = Reply.of(meeting, now=now)
    if found.stamp and reply.answered_at and found.stamp < reply.answered_at:
        # Their page, or another answer of their calendar, was later (RFC 5546, 2.1.5); what they wrote is read even so.
        if clean_line(words) not in reply.line:
            _to_student(replace(arrived, words=words), meeting, meeting.contact, now)
        return Arrival.Kind.CALENDAR
    line = clean_line(words)
    try:
        if found.sequence < (meeting.sequence or 0):
            raise Reply.Meanwhile
        _follow(found, reply, line if len(line) <= LINE else "", now)
    except (Reply.Refused, Meeting.Refused):
        return _to_student(arrived, meeting, meeting.contact, now, says=_sentence(found))
    if len(line) > LINE:
        _to_student(replace(arrived, words=words), meeting, meeting.contact, now)
    return Arrival.Kind.CALENDAR


def _together(comment: str, words: str) -> str:
    """What stands in an answer and beside it; most programs write the same in both places."""
    one, both = clean_line(comment), clean_line(words)
    if not one or one in both:
        return words
    return comment if not both or both in one else f"{comment}\n\n{words}"


def _is_theirs(found: CalendarAnswer, arrived: Arrived) -> bool:
    """Whether it comes for the person invited and from them, or from whom their calendar names as writing for them."""
    attendee, sender = mailbox_key(found.attendee), mailbox_key(arrived.sender)
    return attendee in _invited(found.meeting) and sender in (attendee, mailbox_key(found.sent_by))


def _invited(meeting: Meeting) -> set[str]:
    """The mailboxes to which a calendar file of `meeting` goes: the one that the student knows, and one left since."""
    return {mailbox_key(address) for address in (meeting.contact.email, _left_address(meeting)) if address}


def _left_address(meeting: Meeting) -> str:
    return Reply.objects.filter(meeting=meeting).values_list("mail_to", flat=True).first() or ""


def _follow(found: CalendarAnswer, reply: Reply, line: str, now: datetime) -> None:
    """Answer by the verb of Reply, in the words of `line`. Raises what it refuses."""
    zone = reply.zone or found.meeting.their_zone or ""
    if found.answer == "ACCEPTED":
        reply.confirm(now=now, line=line)
    elif found.answer == "DECLINED":
        reply.cancel(now=now, line=line)
    elif found.answer == "COUNTER" and found.at is not None:
        reply.propose(now=now, zone=zone, at=found.at, line=line)
    else:
        raise Reply.NotArranged


def _to_student(arrived: Arrived, meeting: Meeting, contact: Contact | None, now: datetime, *, says: str = "") -> str:
    """Let the student read what `contact`, or somebody else, wrote; `says` is what their calendar said besides."""
    owner = meeting.owner
    if not owner.is_active:
        return ""
    whole = replace(arrived, words="\n\n".join(part for part in (says, arrived.words) if part))
    who = (contact.name if contact else "") or arrived.sender or _("Someone")
    context = {"name": owner.first_name, "page": absolute(meeting.get_absolute_url())}
    mail = pass_on(whole, to=owner.email, who=who, context=context, member_id=owner.pk, now=now)
    if mail is None:
        return Arrival.Kind.OTHER
    # Handed in twice it is one touch; and it is theirs only where their own address says so.
    if contact and arrived.words and mail.posted_at == now and _wrote(arrived, contact):
        words = _("Wrote to the centre’s address: “%(words)s”") % {"words": clean_line(arrived.words)[:200]}
        link = meeting.get_absolute_url()
        Touch.log(contact, Touch.Kind.ANSWERED, at=now, words=words, link=link, by=Touch.By.CONTACT)
    return Arrival.Kind.PASSED_ON


def _wrote(arrived: Arrived, contact: Contact) -> bool:
    return bool(contact.email) and mailbox_key(arrived.sender) == mailbox_key(contact.email)


def _sentence(found: CalendarAnswer) -> str:
    names = {"who": found.attendee or _("Someone")}
    sentences = {
        "ACCEPTED": _("The calendar of %(who)s accepted an earlier version of your invitation."),
        "DECLINED": _("The calendar of %(who)s declined your invitation."),
        "TENTATIVE": _("The calendar of %(who)s tentatively accepted your invitation."),
        "DELEGATED": _("The calendar of %(who)s passed your invitation on to someone else."),
        "COUNTER": _("The calendar of %(who)s suggested another time."),
    }
    if found.answer == "COUNTER" and found.hour:
        hour = {**names, "day": times.say_day(found.hour), "time": times.say_clock(found.hour)}
        return _("The calendar of %(who)s suggested %(day)s, %(time)s, in an unknown time zone.") % hour
    return sentences[found.answer] % names


def _calendar_answers(arrived: Arrived) -> list[CalendarAnswer]:
    """What the calendar files in it answer to our own invitations; several parts that say the same are one."""
    found: dict[str, CalendarAnswer] = {}
    for text in arrived.calendars:
        file = _parsed(text[:MOST_TEXT])
        if file is None:
            continue
        method = str(file.get("METHOD", "")).upper()
        for event in file.walk("VEVENT") if method in ("REPLY", "COUNTER") else ():
            answer = _answer(event, method)
            if answer is not None:
                found[answer.attendee] = answer
    return list(found.values())


def _parsed(text: str) -> Component | None:
    """The calendar in `text`; of one that is broken somewhere else its first event. None where there is none."""
    method = _METHOD.search(text)
    event = text[text.find("BEGIN:VEVENT") : text.find("END:VEVENT")]
    alone = f"BEGIN:VCALENDAR\n{method[0] if method else ''}\n{event}END:VEVENT\nEND:VCALENDAR\n"
    for whole in (text, alone):
        with suppress(ValueError, IndexError, KeyError), warnings.catch_warnings(action="ignore"):
            return Calendar.from_ical(whole.lstrip("\ufeff"))
    return None


def _answer(event: Component, method: str) -> CalendarAnswer | None:
    """What `event` answers; None where it is none of our invitations."""
    uid, _at, ours = str(event.get("UID", "")).strip().lower().partition("@")
    meeting = None
    if _UID.fullmatch(uid):
        meeting = Meeting.objects.filter(uid=uid).select_related("contact", "owner").first()
    if meeting is None or f"{uid}@{ours}" != calendar.name_of(meeting).lower():
        return None
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    invited = _invited(meeting)
    # A counter-proposal may name everybody who was invited.
    own = [one for one in attendees if mailbox_key(_address(one)) in invited] or attendees
    if not own:
        return None
    params = own[0].params
    answer = "COUNTER" if method == "COUNTER" else str(params.get("PARTSTAT", "")).upper()
    if answer not in ("ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "COUNTER"):
        return None
    at, stamp = _moment(event, "DTSTART"), _moment(event, "DTSTAMP")
    return CalendarAnswer(
        meeting=meeting,
        answer=answer,
        at=at if at and at.tzinfo else None,
        hour=at if at and not at.tzinfo else None,
        attendee=_address(own[0]),
        sent_by=_bare(params.get("SENT-BY", "")),
        sequence=_number(event),
        stamp=stamp and (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)),
        comment=_comment(event, own[0]),
    )


def _address(attendee: vCalAddress) -> str:
    """Theirs, which stands beside where the value names none (RFC 7986, 6.2)."""
    return _bare(attendee.params.get("EMAIL") or attendee)


def _bare(address: object) -> str:
    """The address in "mailto:efua@example.org"."""
    return re.sub(r"(?i)^\s*mailto:", "", str(address)).strip()


def _moment(event: Component, name: str) -> datetime | None:
    """What stands there, without a time zone where none is named or known; none in which no zone has a day left."""
    try:
        value = getattr(event.get(name), "dt", None)
    except ValueError:
        return None
    return value if isinstance(value, datetime) and MINYEAR < value.year < MAXYEAR else None


def _number(event: Component) -> int:
    try:
        return int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def _comment(event: Component, attendee: vCalAddress) -> str:
    """What they wrote into the answer; Google has it beside their address."""
    comments = event.get("COMMENT", "")
    comments = comments if isinstance(comments, list) else [comments or attendee.params.get("X-RESPONSE-COMMENT", "")]
    try:
        return clean_text(" ".join(map(str, comments))).strip()
    except ValidationError:
        return ""
