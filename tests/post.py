"""Mails of a test: sent by the real worker's hand, and read."""

from datetime import datetime

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from core import sending


def delivered(now: datetime | None = None) -> list[EmailMessage]:
    """Send what waits in the outbox; every mail that has left so far, in order."""
    sending.send_due(now=lambda: now or timezone.now())
    return list(mail.outbox)
