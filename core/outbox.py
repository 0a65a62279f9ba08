"""The outbox: mails are posted in the transaction of their cause, and the worker sends them (core/sending.py)."""

import base64
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import get_language
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.keys import for_mail_server
from core.links import host
from core.models import Mail
from core.text import clean_line, clean_text

# The jobs that talk to the mail server have a queue of their own: a slow one keeps nothing else waiting.
QUEUE = "mail"


class Attachment(NamedTuple):
    """A small file that goes with a mail. `kind` is its media type: "text/calendar; method=REQUEST"."""

    name: str
    kind: str
    content: bytes


class Words(NamedTuple):
    """What a writer writes at the moment of sending."""

    subject: str
    text: str
    headers: Mapping[str, str] = {}
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A mail to be posted.

    `to` is one address. `kind` says what it is for; `member_id` is the member whom it concerns, who is told when it
    cannot be delivered. With `once` a second post of the same words is no second mail. With `not_before` it does not
    leave before then. A mail with a link that
    nobody may keep has no text: it names a `writer` (see `register_writer`) and what it is `about`.
    """

    to: str
    kind: str
    subject: str = ""
    text: str = ""
    member_id: int | None = None
    reply_to: str = ""
    attachments: tuple[Attachment, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    once: str = ""
    not_before: datetime | None = None
    writer: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)


Writer = Callable[[Mail, datetime], Words | None]
_writers: dict[str, Writer] = {}


def register_writer(name: str, writer: Writer) -> None:
    """Let `writer` write the mails that name it: (mail, now) to Words, or None when it need no longer be sent.

    It is called for every attempt, in a transaction that is committed before the mail leaves; a link it makes must
    stay valid beside those of earlier attempts, because one of them may have arrived (see core.links.derived).
    """
    _writers[name] = writer


def writer(name: str) -> Writer:
    """Raises KeyError where nobody writes under this name."""
    return _writers[name]


LanguageReader = Callable[[int | None], str]
_language_reader: list[LanguageReader] = [lambda _member_id: ""]


def register_language_reader(read: LanguageReader) -> None:
    """Let `read` say in which language mails about a member (by id; None: nobody) are written; "" leaves it open."""
    _language_reader[0] = read


def language_of(mail: Mail) -> str:
    """The language of `mail`: the one that its text was written in, else the one of the member whom it concerns."""
    return mail.about.get("language") or _language_reader[0](mail.member_id) or settings.LANGUAGE_CODE


def post(outgoing: Outgoing, *, now: datetime) -> Mail:
    """Put the mail into the outbox, in the caller's transaction; it leaves once that has committed.

    Returns the row: an earlier one where `once` was posted before. Raises ValueError for an address that is none.
    """
    row = _row(outgoing, now)
    transaction.on_commit(wake, robust=True)
    if not outgoing.once:
        row.save(force_insert=True)
        return row
    Mail.objects.bulk_create([row], ignore_conflicts=True)
    return Mail.objects.get(once=outgoing.once)


def post_all(outgoing: Iterable[Outgoing], *, now: datetime) -> None:
    """As `post`, for many mails at once; those whose `once` was posted before are left out."""
    transaction.on_commit(wake, robust=True)
    Mail.objects.bulk_create((_row(each, now) for each in outgoing), batch_size=500, ignore_conflicts=True)


def tidy(text: str) -> str:
    """`text` without the blank lines that a template leaves where it has nothing to say."""
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text).strip() + "\n"


def wake() -> None:
    """Have the worker look now instead of within the minute."""
    with suppress(AlreadyEnqueued):
        app.configure_task("core.tasks.send_mails", queueing_lock="send_mails", queue=QUEUE).defer()


def _row(outgoing: Outgoing, now: datetime) -> Mail:
    return Mail(
        message_id=f"<{uuid.uuid4()}@{host()}>",
        kind=outgoing.kind,
        once=outgoing.once,
        member_id=outgoing.member_id,
        to=_address(outgoing.to),
        reply_to=_address(outgoing.reply_to) if outgoing.reply_to else "",
        subject=clean_line(outgoing.subject)[:300],
        text=clean_text(outgoing.text),
        attachments=packed(outgoing.attachments),
        headers={clean_line(name): clean_line(value) for name, value in outgoing.headers.items()},
        writer=outgoing.writer,
        # A text that stands already is in the language of whoever asked for it.
        about=dict(outgoing.about) if outgoing.writer else {"language": get_language(), **outgoing.about},
        posted_at=now,
        next_try_at=max(now, outgoing.not_before or now),
    )


def packed(attachments: Iterable[Attachment]) -> list[dict[str, str]]:
    """Small files as a row keeps them."""
    return [
        {"name": clean_line(a.name), "type": clean_line(a.kind), "content": base64.b64encode(a.content).decode()}
        for a in attachments
    ]


def is_address(value: str) -> bool:
    """Whether a mail can be posted to `value`: an address of at most 254 letters (RFC 5321, 4.5.3.1)."""
    # A line end in an address would begin a header of somebody else's choice; and some domains no mail can name.
    try:
        validate_email(value)
        value.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError):
        return False
    # Letters beyond ASCII in front of the @ are taken by few servers; a domain has an A-label.
    return len(value) <= 254 and for_mail_server(value).isascii()


def _address(value: str) -> str:
    if not is_address(value):
        raise ValueError(f"not an address: {value!r}")
    return value
