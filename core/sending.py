"""Sending what the outbox holds: claimed, sent, and noted as sent at once, one mail after the other.

SMTP cannot promise that a mail arrives exactly once: a worker that is killed between the server's acceptance and our
note of it sends the mail again. It is then the same mail with the same Message-ID, and no other moment can repeat one.

A fault of the server's is no fault of a mail's: then the queue is held (core/models/mail_server.py). Nor does anything
leave a copy of another installation's database (core/models/installation.py).
"""

import base64
import logging
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from email.mime.base import MIMEBase
from email.utils import format_datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.db import transaction
from django.utils import translation

from core import mail_page, outbox, return_path
from core.apart import is_of_the_server, log_bad, refuse_bad
from core.keys import for_mail_server
from core.models import Installation, Mail, MailServer
from core.models.mail import LETTER, UNWRITTEN, lease

log = logging.getLogger(__name__)
Now = Callable[[], datetime]
# One call of the worker sends no more than this, and not for longer (in seconds), so that it can be stopped, its pulse
# be seen, and a slow server be left to the next call.
BATCH = 200
# What a row is called in the log.
MAIL = "mail"
LONGEST = 20
# What a server says to whoever talks to it wrongly: sign in first, or: no such command, not in this order
# (RFC 4954, 6; RFC 5321, 4.2.2).
_SIGN_IN_FIRST = frozenset({530, 534, 535, 538})
_NOT_UNDERSTOOD = frozenset({500, 502, 503, 504})
# The size of this one mail (RFC 1870, 6.1), which is looked at together with the sender.
_TOO_BIG = 552

# What no person wrote says so, that no machine answers it (RFC 3834, 5; Exchange's own word for the same). Reports of a
# mail that came back are wanted, hence not "All".
BY_ITSELF = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply, DR, RN, NRN"}


class RepeatableMail(EmailMultiAlternatives):
    """A mail whose parts are parted by the same line at every attempt, so that a repeat is the same to the letter."""

    def message(self, **more: Any) -> Any:
        message = super().message(**more)
        name = sha256(message["Message-ID"].encode()).hexdigest()[:32]
        for number, part in enumerate(message.walk()):
            if part.is_multipart():
                part.set_boundary(f"={number}={name}")
        return message


class Held(Exception):
    """Nothing can leave, whoever it is for: `fault` of MailServer.Fault, `why` in the server's words."""

    def __init__(self, fault: str, why: str) -> None:
        super().__init__(why)
        self.fault, self.why = fault, why


def send_due(*, now: Now, most: int = BATCH) -> int:
    """Send at most `most` mails that are due; `now` says the moment. Gives how many were taken up.

    Raises BadRows once all others had their turn.
    """
    if reason := Installation.current().refusal:
        log.warning("%s No emails go out until someone runs: manage.py adopt", reason)
        return 0
    server = MailServer.current()
    if not server.may_be_tried(now()):
        return 0
    connection = get_connection()
    taken, until = 0, time.monotonic() + LONGEST
    bad: list[int] = []
    try:
        while taken < most and time.monotonic() < until and server.may_be_tried(now()):
            if (mail := _claim(server, bad, now())) is None:
                break
            taken += 1
            try:
                _send(mail, connection, server, now)
            except Held as held:
                mail.release(why=held.why)
                server.hold(held.fault, why=held.why, now=now())
                log.warning("%s No mail leaves until it is mended: %s", server.sentence, server.why)
            except Exception as error:
                if is_of_the_server(error):
                    raise
                log_bad(MAIL, mail.pk, error)
                bad.append(mail.pk)
    finally:
        _hang_up(connection)
    refuse_bad(MAIL, bad)
    return taken


def _claim(server: MailServer, bad: list[int], now: datetime) -> Mail | None:
    """The next mail, and nobody else's for a while: that is committed before anything is sent.

    A row that cannot be written joins the `bad` ones, and the next is taken.
    """
    while True:
        try:
            with transaction.atomic():
                return Mail.claim(now=now, doubted_last=server.held_since is not None, but=bad)
        except Mail.Unclaimable as error:
            log_bad(MAIL, error.pk, error)
            bad.append(error.pk)


def _send(mail: Mail, connection: Any, server: MailServer, now: Now) -> None:
    """Send one mail and note what came of it. Raises Held where no mail at all could have left."""
    try:
        with translation.override(outbox.language_of(mail)):
            letter = _written(mail, now())
    except Exception as error:
        # Whatever is wrong with one mail must not keep the others.
        log_bad(MAIL, mail.pk, error)
        mail.put_off(why=f"{UNWRITTEN} written: {type(error).__name__}.", now=now())
        return
    if letter is None:
        mail.delete()
        return
    try:
        if connection.open() is None and getattr(connection, "connection", True) is None:
            raise smtplib.SMTPServerDisconnected
        if isinstance(talk := getattr(connection, "connection", None), smtplib.SMTP):
            # Before it hears of any mail: whoever hangs up here takes none.
            talk.ehlo_or_helo_if_needed()
    except (smtplib.SMTPException, OSError) as error:
        _hang_up(connection)
        raise Held(_fault(error), _readable(error)) from error
    try:
        with _ended_in_time(connection):
            connection.send_messages([letter])
    except (smtplib.SMTPException, OSError, ValueError) as error:
        # After a failure the talk with the server may stand anywhere: begin a new one.
        _hang_up(connection)
        _note(mail, error, server, now())
    except Exception as error:
        _hang_up(connection)
        log_bad(MAIL, mail.pk, error)
        mail.put_off(why=f"{UNWRITTEN} sent: {type(error).__name__}.", now=now())
    else:
        mail.accept(now=now())
        server.accept(now=now())


def _note(mail: Mail, error: Exception, server: MailServer, now: datetime) -> None:
    """What came of a mail that was not taken. Raises Held."""
    if fault := _held_by(error):
        raise Held(fault, _readable(error)) from error
    if not _is_final(error):
        mail.put_off(why=_readable(error), now=now)
    elif isinstance(error, smtplib.SMTPException):
        server.refuse(mail, why=_readable(error), now=now)
    else:
        mail.refuse(why=_readable(error), now=now)


def _written(mail: Mail, now: datetime) -> EmailMessage | None:
    """The mail as it goes out; None where its writer finds that it need no longer be sent."""
    subject, text, more, files = mail.subject, mail.text, mail.headers, mail.attachments
    if mail.writer:
        with transaction.atomic():
            words = outbox.writer(mail.writer)(mail, now)
        if words is None:
            return None
        subject, text, more = words.subject, words.text, {**mail.headers, **words.headers}
        files = [*files, *outbox.packed(words.attachments)]
    headers = {
        **more,
        "Message-ID": mail.message_id,
        "Date": format_datetime(mail.posted_at),
        # Reports go to the return path, which may be this mail's own; people read another name.
        "From": settings.DEFAULT_FROM_EMAIL,
        return_path.HEADER: return_path.mark(mail),
    }
    subject, is_ours = " ".join(subject.split()), mail.kind != LETTER
    if is_ours:
        headers |= BY_ITSELF
        text = outbox.tidy(text)
    letter = RepeatableMail(
        subject=subject,
        body=text,
        from_email=return_path.return_path(mail),
        to=[for_mail_server(mail.to)],
        reply_to=[for_mail_server(mail.reply_to)] if mail.reply_to else None,
        headers=headers,
    )
    if is_ours:
        # A person writes plain letters; what the house writes has an HTML part besides, made of the same words.
        letter.attach_alternative(mail_page.page(subject, text), "text/html")
    for each in files:
        letter.attach(_part(each))
    return letter


def _part(attachment: dict[str, str]) -> MIMEBase:
    kind, *more = (part.strip() for part in attachment["type"].split(";"))
    main, _, sub = kind.partition("/")
    part = MIMEBase(main, sub)
    for name, value in (p.split("=", 1) for p in more if "=" in p):
        part.set_param(name, value)
    part.set_payload(base64.encodebytes(base64.b64decode(attachment["content"])).decode())
    part["Content-Transfer-Encoding"] = "base64"
    part.add_header("Content-Disposition", "attachment", filename=attachment["name"])
    return part


def _fault(error: Exception) -> str:
    """Which of MailServer.Fault keeps us from talking to the server at all."""
    if isinstance(error, smtplib.SMTPAuthenticationError) and _code(error) >= 500:
        return MailServer.Fault.SIGN_IN
    # A certificate that does not fit, a sign-in that it does not offer, and whatever it says with a 5.
    never = isinstance(error, (ssl.SSLError, smtplib.SMTPNotSupportedError)) or _code(error) >= 500
    return MailServer.Fault.TALK if never else MailServer.Fault.AWAY


def _held_by(error: Exception) -> str:
    """Which of MailServer.Fault the server names although it talked to us; empty where it is about this mail."""
    code = _code(error)
    if code in _SIGN_IN_FIRST:
        return MailServer.Fault.SIGN_IN
    if code in _NOT_UNDERSTOOD or isinstance(error, smtplib.SMTPHeloError):
        return MailServer.Fault.TALK
    if isinstance(error, smtplib.SMTPSenderRefused) and code != _TOO_BIG:
        return MailServer.Fault.SENDER if code >= 500 else MailServer.Fault.AWAY
    return ""


def _is_final(error: Exception) -> bool:
    """Whether a further attempt is of no use (RFC 5321, 4.2.1: a reply that begins with 5)."""
    match error:
        case smtplib.SMTPRecipientsRefused() | smtplib.SMTPDataError():
            return _code(error) >= 500
        case smtplib.SMTPSenderRefused():
            return error.smtp_code == _TOO_BIG
        case smtplib.SMTPException() | OSError():
            return False
    # An address that no mail can be sent to.
    return True


def _code(error: Exception) -> int:
    """The number of the server's reply; 0 where it said none."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            # One mail has one recipient.
            return next((code for code, _words in error.recipients.values()), 0)
        case smtplib.SMTPResponseException():
            return error.smtp_code
    return 0


def _readable(error: Exception) -> str:
    """What the server said, in its words."""
    code: int
    words: bytes | str
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, words = next(iter(error.recipients.values()), (0, b""))
        case smtplib.SMTPResponseException():
            code, words = error.smtp_code, error.smtp_error
        case _:
            return str(error) or type(error).__name__
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
    return f"{code} {' '.join(text.split())}"


@contextmanager
def _ended_in_time(connection: Any) -> Iterator[None]:
    """Cut the line before the lease of a mail is over: its timeout ends silence only, and no slow trickle of words."""
    talk = getattr(connection, "connection", None)

    def cut() -> None:
        with suppress(OSError):
            if isinstance(talk, smtplib.SMTP) and talk.sock:
                talk.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(lease().total_seconds() * 0.9, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(connection: Any) -> None:
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        log.debug("The mail server did not say goodbye.")
