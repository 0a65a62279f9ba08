"""`manage.py bounce < report`: a mail that came back, handed in by the mail server of the centre's own address."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from core import bounces

# A report brings back at most the mail itself.
MOST_BYTES = 10 * 1024 * 1024


class Command(BaseCommand):
    """Reads one report from standard input. Always ends well: a mail server must not bounce a bounce."""

    help = "Mark the mail that the report on standard input is about as refused, so that its student is told."

    def handle(self, *args: Any, **options: Any) -> None:
        known = bounces.take_back(sys.stdin.buffer.read(MOST_BYTES), now=timezone.now())
        self.stdout.write("Marked." if known else "No report about a mail of ours.")
