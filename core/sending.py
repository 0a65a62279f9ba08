"""Sending what the outbox holds: claimed, sent, and noted as sent at once, one mail after the other.

SMTP cannot promise that a mail arrives exactly once: a worker that is killed between the server's acceptance and our
note of it sends the mail again. It is then the same mail with the same Message-ID, and no other moment can repeat one.
"""

import base64
import logging
import smtplib
from collections.abc import Callable
from datetime import datetime
from email.mime.base import MIMEBase
from email.utils import format_datetime
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from core import outbox
from core.models import Mail

log = logging.getLogger(__name__)
Now = Callable[[], datetime]
# One call of the worker sends no more than this, so that it can be stopped and its pulse be seen.
BATCH = 200


class Unreachable(Exception):
    """The mail server cannot be reached: the other mails wait for the next time."""


def send_due(*, now: Now, most: int = BATCH) -> int:
    """Send at most `most` mails that are due; `now` says the moment. Gives how many were taken up."""
    connection = get_connection()
    taken = 0
    try:
        while taken < most and (mail := _claim(now())) is not None:
            taken += 1
            _send(mail, connection, now)
    except Unreachable:
        log.warning("The mail server cannot be reached.")
    finally:
        _hang_up(connection)
    return taken


def _claim(now: datetime) -> Mail | None:
    """The next mail, and nobody else's for a while: that is committed before anything is sent."""
    with transaction.atomic():
        return Mail.claim(now=now)


def _send(mail: Mail, connection: Any, now: Now) -> None:
    try:
        letter = _written(mail, now())
    except Exception as error:
        # Whatever is wrong with one mail must not keep the others.
        log.exception("The mail %s could not be written.", mail.message_id)
        mail.put_off(why=f"It could not be written: {type(error).__name__}.", now=now())
        return
    if letter is None:
        mail.delete()
        return
    try:
        if connection.open() is None and getattr(connection, "connection", True) is None:
            raise smtplib.SMTPServerDisconnected
    except (smtplib.SMTPException, OSError) as error:
        mail.put_off(why=_readable(error), now=now())
        raise Unreachable from error
    try:
        connection.send_messages([letter])
    except (smtplib.SMTPException, OSError, ValueError) as error:
        # After a failure the talk with the server may stand anywhere: begin a new one.
        _hang_up(connection)
        if _is_final(error):
            mail.refuse(why=_readable(error), now=now())
        else:
            mail.put_off(why=_readable(error), now=now())
    else:
        mail.accept(now=now())


def _written(mail: Mail, now: datetime) -> EmailMessage | None:
    """The mail as it goes out; None where its writer finds that it need no longer be sent."""
    subject, text, more = mail.subject, mail.text, mail.headers
    if mail.writer:
        with transaction.atomic():
            words = outbox.writer(mail.writer)(mail, now)
        if words is None:
            return None
        subject, text, more = words.subject, words.text, {**mail.headers, **words.headers}
    headers = {**more, "Message-ID": mail.message_id, "Date": format_datetime(mail.posted_at)}
    letter = EmailMessage(
        subject=" ".join(subject.split()),
        body=text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers=headers,
    )
    for each in mail.attachments:
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


def _is_final(error: Exception) -> bool:
    """Whether a further attempt is of no use (RFC 5321, 4.2.1: a reply that begins with 5)."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            return all(code >= 500 for code, _words in error.recipients.values())
        case smtplib.SMTPDataError():
            return bool(error.smtp_code >= 500)
        case smtplib.SMTPException() | OSError():
            # A sender or a greeting that is refused is the centre's to mend, not the recipient's fault.
            return False
    # An address that no mail can be sent to.
    return True


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


def _hang_up(connection: Any) -> None:
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        log.debug("The mail server did not say goodbye.")
