"""Mails that a server took and that came back later: a report about one is read, and the mail counts as refused.

A report is a mail by the form of RFC 3464 (multipart/report; report-type=delivery-status). It names our mail by the
Message-ID in what it brings back of it (RFC 6522); a report that does not is not ours to act on.
"""

import email
import email.policy
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message
from typing import NamedTuple

from core.models import Mail


class Report(NamedTuple):
    """What a report says: which mail it is about, and why it was not delivered."""

    message_id: str
    why: str


def take_back(raw: bytes, *, now: datetime) -> bool:
    """Mark the mail that the report `raw` is about as refused; whether there is such a mail.

    A delay is no end, so only what the report calls failed counts; and a mail that ended otherwise stays as it is.
    """
    report = read(raw)
    mail = Mail.objects.filter(message_id=report.message_id).first() if report else None
    if mail is None or report is None:
        return False
    mail.come_back(why=report.why, now=now)
    return True


def read(raw: bytes) -> Report | None:
    """The report in `raw`, or None where it is none of a failure, or names no mail."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or message.get_content_type() != "multipart/report":
        return None
    failed = next(
        (fields for fields in _recipients(message) if str(fields.get("Action", "")).strip().lower() == "failed"), None
    )
    name = next(_names(message), "")
    if failed is None or not name:
        return None
    reason = str(failed.get("Diagnostic-Code", "")).partition(";")[2] or str(failed.get("Status", ""))
    return Report(name, " ".join(reason.split()) or "it came back")


def _recipients(message: EmailMessage) -> Iterator[Message]:
    """The fields about each recipient; the first group is about the message as a whole."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            groups = part.get_payload()
            if isinstance(groups, list):
                yield from (group for group in groups[1:] if isinstance(group, Message))


def _names(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "text/rfc822-headers":
            fields = email.message_from_string(str(part.get_payload()))
        elif kind == "message/rfc822" and isinstance(part.get_payload(), list):
            fields = part.get_payload()[0]  # type: ignore[index,assignment]
        else:
            continue
        name = str(fields.get("Message-ID", "")).strip()
        if name:
            yield name
