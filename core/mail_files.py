"""Mails written to files, where no mail server is named: for the demo and for trying things out."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from core.whole import write_whole

# Behind each mail, as Django's own file backend has it.
END = b"\n" + b"-" * 79 + b"\n"


class EmailBackend(BaseEmailBackend):
    """Each mail is a file of its own below MAIL_DIR; one that the disk does not take leaves nothing behind."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Raises OSError."""
        for message in email_messages:
            name = f"{timezone.now():%Y%m%d-%H%M%S-%f}{secrets.randbelow(10**6):06}.log"
            write_whole(Path(settings.MAIL_DIR) / name, message.message().as_bytes() + END)
        return len(email_messages)
