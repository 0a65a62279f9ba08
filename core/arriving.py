"""Mails that come to the centre's own address: told apart, handed on to whom they are for, and the rest counted.

Reports of a mail that came back are read here. What answers a mail is offered to those who registered a reader (a room
knows what its letters were about); an answer that nobody took goes to the address that the mail named for answers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from core import bounces, limits, raw_mail
from core.apart import log_bad
from core.automatic import is_automatic, may_be_automatic
from core.models import Arrival, Mail
from core.models.mail import ANSWER, LETTER
from core.outbox import Outgoing, is_address, post
from core.text import clean_line, clean_text

Kind = Arrival.Kind
# More than a conversation holds; what comes beyond it lies in the mailbox.
ANSWERS_AT_ONCE, ANSWERS_A_MINUTE = 20, 1 / 60
MOST_WORDS = 10_000
# What a calendar's answer comes as; some name it by its file alone.
_CALENDARS = {"text/calendar", "application/ics", "text/x-vcalendar"}


@dataclass(frozen=True)
class Arrived:
    """A mail that may answer one of ours. `answers` are the Message-IDs of the mails that it says it answers.

    What only may be automatic is a person's where it answers a letter.
    """

    name: str
    sender: str
    subject: str
    words: str
    answers: tuple[str, ...]
    calendars: tuple[str, ...]
    files: tuple[str, ...]
    is_automatic: bool
    may_be_automatic: bool


Reader = Callable[[Arrived, datetime], str]
_readers: list[Reader] = []


def register_reader(reader: Reader) -> None:
    """Offer what arrives to `reader`: (arrived, now) to a kind of Arrival.Kind, or "" where it is none of its own."""
    if reader not in _readers:
        _readers.append(reader)


def take_in(raw: bytes, *, to: tuple[str, ...] = (), now: datetime) -> str:
    """Do what the mail `raw` asks for and count it; gives what it was, of Arrival.Kind.

    In: `to`, the addresses to which it was handed in, as the envelope has them.
    Raises OperationalError or InterfaceError where the database is away or held up, and nothing else.
    """
    with transaction.atomic():
        try:
            with transaction.atomic():
                kind = _told_apart(raw, to, now)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            # Written by anybody, and by whoever wishes us ill; handed in once more it would be no better.
            log_bad("mail", "to the centre's address", error)
            kind = Kind.OTHER
        Arrival.count(kind, now=now)
    return kind


def pass_on(
    arrived: Arrived, *, to: str, who: str, context: dict[str, Any], member_id: int | None, now: datetime
) -> Mail | None:
    """Post what a person wrote to the one it was meant for, once; gives the mail, or None for too many at a time.

    Where nothing of it can be read they are told so: whoever was answered shall hear of it.
    In: `who` wrote it, and what the mail says besides in `context` ("name" greets, "page" leads on).
    """
    if not limits.take(f"answers:{to}", rate_per_minute=ANSWERS_A_MINUTE, burst=ANSWERS_AT_ONCE, now=now):
        return None
    unread = _("We couldn’t read it. Ask them to send it to you again as plain text.")
    values = {
        "who": who,
        "sender": arrived.sender,
        "words": arrived.words[:MOST_WORDS] or ("" if arrived.files else unread),
        "is_cut": len(arrived.words) > MOST_WORDS,
        "files": ", ".join(arrived.files),
    }
    thread = [*reversed(arrived.answers), *([arrived.name] if arrived.name else [])]
    key = sha256(f"{to} {arrived.name or arrived.words}".encode()).hexdigest()[:40]
    outgoing = Outgoing(
        to=to,
        kind=ANSWER,
        subject=subject_of(who, arrived.subject),
        text=render_to_string("core/mail/answer.txt", {**values, **context}),
        member_id=member_id,
        reply_to=arrived.sender if is_address(arrived.sender) else "",
        headers={"In-Reply-To": thread[-1], "References": " ".join(thread)} if thread else {},
        once=f"{ANSWER}:{key}",
    )
    return post(outgoing, now=now)


def subject_of(who: str, about: str = "") -> str:
    """The subject of the mail that passes on what `who` answered, with the subject of theirs."""
    words = _("A reply from %(who)s: %(about)s") if about else _("A reply from %(who)s")
    return clean_line(words % {"who": who, "about": about})


def _told_apart(raw: bytes, to: tuple[str, ...], now: datetime) -> str:
    raw = raw_mail.bare(raw)
    message = raw_mail.parse(raw)
    if report := bounces.read(message, raw):
        return _take_back(report, to, now)
    arrived = _arrived(message)
    for reader in _readers:
        if kind := reader(arrived, now):
            return kind
    if bounces.is_from_a_server(message):
        return Kind.UNCLEAR
    if arrived.may_be_automatic:
        return Kind.AUTOMATIC
    return _to_whom_it_was_meant_for(arrived, now)


def _take_back(report: bounces.Report, to: tuple[str, ...], now: datetime) -> str:
    mail = report.mail(*to)
    group = report.about(mail.to if mail else "")
    if group.action != bounces.FAILED:
        return Kind.DELAYED if group.action == bounces.DELAYED else Kind.AUTOMATIC
    if mail is None:
        return Kind.UNCLEAR
    mail.come_back(why=group.why, now=now)
    return Kind.CAME_BACK


def _arrived(message: raw_mail.Part) -> Arrived:
    parts = list(raw_mail.leaves(message))
    calendars = [part for part in parts if part.kind in _CALENDARS or (part.get_filename() or "").endswith(".ics")]
    names = [part.get_filename() for part in parts if part.get_content_disposition() == "attachment"]
    return Arrived(
        name=raw_mail.line(message, "Message-ID")[:200],
        sender=raw_mail.address(message),
        subject=raw_mail.decoded(message, "Subject")[:200],
        words=clean_text(raw_mail.words(message)).strip(),
        answers=raw_mail.answered(message),
        calendars=tuple(_with_method(part) for part in calendars),
        files=tuple(clean_line(name.replace("\0", ""))[:100] for name in names if name)[:10],
        is_automatic=is_automatic(message),
        may_be_automatic=may_be_automatic(message),
    )


def _with_method(part: raw_mail.Part) -> str:
    """The calendar file in `part`; what it is meant for may stand in its type alone (RFC 6047, 2.4)."""
    method, text = clean_line(str(part.get_param("method", "")).replace("\0", "")), part.content
    if not method or re.search(r"(?im)^METHOD[:;]", text):
        return text
    return text.replace("BEGIN:VEVENT", f"METHOD:{method}\nBEGIN:VEVENT", 1)


def _to_whom_it_was_meant_for(arrived: Arrived, now: datetime) -> str:
    """To the address that our mail named for answers: somebody answered to its sender all the same."""
    # Whoever knows what a letter was about has declined to pass its answer on.
    named = Mail.objects.filter(message_id__in=arrived.answers, member__is_active=True).exclude(kind=LETTER)
    mail = named.exclude(reply_to="").first()
    if mail is None:
        return Kind.OTHER
    who, about = arrived.sender or mail.to, {"name": "", "page": ""}
    gone = pass_on(arrived, to=mail.reply_to, who=who, context=about, member_id=mail.member_id, now=now)
    return Kind.PASSED_ON if gone else Kind.OTHER
