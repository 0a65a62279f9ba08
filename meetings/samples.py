"""What is mailed to the address that a contact left, with made-up names."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Contact
from core.outbox import Words
from core.samples import FIRST, LAST, WHO, register_sample
from meetings import copies
from meetings.models import Meeting, Reply


def _copy(state: str, now: datetime) -> Words:
    begin = (now + timedelta(days=7)).replace(minute=0, second=0, microsecond=0)
    meeting = Meeting(
        owner=User(name=f"{FIRST} {LAST}", time_zone="Europe/Berlin"),
        contact=Contact(name=str(WHO), time_zone="Africa/Accra"),
        minutes=20,
        mode=Meeting.Mode.PHONE,
        place="+233 30 222 0000",
        starts_at=begin,
        ends_at=begin + timedelta(minutes=20),
        sequence=0,
        modified_at=now,
        cancelled_at=now if state == "called_off" else None,
    )
    reply = Reply(pk=0, meeting=meeting, zone="Africa/Accra", answer=Reply.Answer.ACCEPTED, mail_to="ada@example.org")
    return copies.words(reply, state, posted_at=now)


def arranged(reader: Any, now: datetime) -> Words:
    return _copy("arranged", now)


def called_off(reader: Any, now: datetime) -> Words:
    return _copy("called_off", now)


def register() -> None:
    """Let the director look at these mails."""
    to = _("to a contact who left an address")
    register_sample("copy_arranged", arranged, to=to)
    register_sample("copy_called_off", called_off, to=to)
