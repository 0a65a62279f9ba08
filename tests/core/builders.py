"""Rows of this room, made by the real verbs."""

from datetime import datetime

from accounts.models import User
from core.models import Mail
from core.outbox import Outgoing, post
from tests.cast import NOW


def a_failed_mail(
    member: User, to: str = "efua.osei@example.org", *, now: datetime = NOW, why: str = "550 No such mailbox here"
) -> Mail:
    """A mail that concerns `member` and was refused for good."""
    mail = post(Outgoing(to=to, kind="trial", subject="Hello", text="Words", member_id=member.pk), now=now)
    mail.refuse(why=why, now=now)
    return mail
