"""`manage.py bounce [recipient] < mail`: a mail that came to the centre's own address, handed in by its mail server."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError
from django.utils import timezone

from core import arriving

# A report brings back at most the mail itself.
MOST_BYTES = 10 * 1024 * 1024
# How Postfix says in the environment of a command to whom the mail came (local(8)).
RECIPIENTS = ("ORIGINAL_RECIPIENT", "RECIPIENT", "EXTENSION")
# sysexits.h: the mail server keeps the mail and hands it in once more.
TRY_LATER = 75


class Command(BaseCommand):
    """Reads one mail from standard input. Ends well whatever it is: a mail server must not bounce a bounce."""

    help = (
        "Take in the email on standard input. A delivery report is told to whoever it concerns, a reply is"
        " passed on, and everything else is counted for the director's page."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("recipient", nargs="*", help="The addresses to which the mail server took it.")

    def handle(self, *args: Any, recipient: list[str], **options: Any) -> None:
        to = (*recipient, *(os.environ.get(name, "") for name in RECIPIENTS))
        try:
            kind = arriving.take_in(sys.stdin.buffer.read(MOST_BYTES), to=to, now=timezone.now())
        except (DatabaseError, InterfaceError) as error:
            self.stderr.write(f"The database isn't answering: {error}")
            sys.exit(TRY_LATER)
        self.stdout.write("Marked." if kind == arriving.Kind.CAME_BACK else str(arriving.Kind(kind).label))
