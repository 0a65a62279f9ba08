"""The mails that were written to files, where no mail server is named: for the demo and for trying things out."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

# The names that Django's file backend gives: the day, the time and a number.
_NAME = re.compile(r"\d{8}-\d{6}-\d+\.log")
_LINE = b"\n" + b"-" * 79 + b"\n"
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True)
class KeptMail:
    """One mail as its reader meets it."""

    name: str
    to: str
    subject: str
    sent_at: datetime
    body: str


def names(folder: Path) -> list[str]:
    """The mails' names, newest first; none where nothing was sent yet."""
    if not folder.is_dir():
        return []
    return sorted((p.name for p in folder.iterdir() if _NAME.fullmatch(p.name)), reverse=True)


def read(folder: Path, name: str) -> KeptMail | None:
    """The mail called `name`, which must be one of `names`: no path can be said."""
    path = folder / name
    if not _NAME.fullmatch(name) or not path.is_file() or path.is_symlink():
        return None
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES).split(_LINE)[0]
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    return KeptMail(
        name, str(message["To"] or ""), str(message["Subject"] or ""), _sent_at(message, path), _words(body)
    )


def _words(body: object) -> str:
    if not isinstance(body, EmailMessage):
        return ""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):
        return str(body.get_payload())


def _sent_at(message: object, path: Path) -> datetime:
    try:
        return parsedate_to_datetime(str(message["Date"]))  # type: ignore[index]
    except (TypeError, ValueError):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
