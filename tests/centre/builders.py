"""Rows and files of this room."""

from datetime import date
from pathlib import Path

from django.core.files.base import ContentFile

from centre.models import Centre, Holiday, Template, Term

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def a_term(name: str = "Autumn 2026") -> Term:
    return Term.add(name=name, starts_on=date(2026, 10, 1), ends_on=date(2027, 1, 31))


def a_holiday(name: str = "Founders’ Day", day: date = date(2026, 11, 20)) -> Holiday:
    return Holiday.add(day=day, name=name)


def a_logo(centre: Centre) -> Centre:
    centre.put_logo(ContentFile(PNG, name="logo.png"), "image/png")
    return centre


def a_template(
    body: str = "Dear {addressed},\n\nwould you have {minutes} minutes?",
    *,
    subject: str = "",
    occasion: str = "request",
    channel: str = "email",
) -> Template:
    row = Template(occasion=occasion, channel=channel)
    row.write(seen=None, subject=subject, body=body)
    return row


def a_letter(folder: object, name: str = "20261118-090000-123.log", subject: str = "You are invited") -> str:
    """A mail as Django's file backend writes it."""
    place = Path(str(folder))
    place.mkdir(parents=True, exist_ok=True)
    text = f"Subject: {subject}\nFrom: a@example.edu\nTo: b@example.edu\nDate: Wed, 18 Nov 2026 09:00:00 -0000\n"
    text += f"Content-Type: text/plain; charset=utf-8\n\nGood day,\n<b>bold</b>\n{'-' * 79}\n"
    (place / name).write_text(text)
    return name
