"""`manage.py adopt`: says that a database belongs to these settings, and what becomes of the mails that wait in it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Installation, Mail
from core.times import in_utc
from core.uploads import NotStored, adopt

DISCARDED = _("It was waiting in a restored copy of the database, so we may have sent it before.")


class Command(BaseCommand):
    """A copy of a database sends nothing until somebody who knows what it is for has said this."""

    help = (
        "Let this database belong to these settings, so that its emails go out. What waits in a copy may have been"
        " sent since the copy was made. Choose --discard or --release."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--discard", action="store_true", help="Never send what is waiting. Whoever it concerns is told."
        )
        choice.add_argument("--release", action="store_true", help="Send what is waiting, even if it was sent before.")
        parser.add_argument(
            "--uploads", action="store_true", help="Only mark the folder for uploads on this host as this database's."
        )

    def handle(self, *args: Any, discard: bool, release: bool, uploads: bool, **options: Any) -> None:
        if uploads:
            self._adopt_uploads()
            return
        now = timezone.now()
        installation = Installation.current()
        if not installation.refusal:
            self.stdout.write(f"This database already belongs to {installation.domain}. Nothing was changed.")
            return
        self.stdout.write(str(installation.refusal))
        waiting = Mail.objects.waiting()
        self.stdout.write(_what_waits(waiting.count()))
        if waiting.exists() and not (discard or release):
            raise CommandError(
                "Choose --discard (never send them) or --release (send them as soon as the worker"
                " runs, even those sent before). Nothing was changed."
            )
        with transaction.atomic():
            if discard:
                dropped = Mail.discard(why=str(DISCARDED), now=now)
                self.stdout.write(f"Discarded: {dropped}.")
            installation.adopt(now=now)
        self.stdout.write(f"The database belongs to {installation.domain} now. Emails go out when the worker runs.")

    def _adopt_uploads(self) -> None:
        try:
            adopt()
        except NotStored as error:
            raise CommandError(f"The folder can't be written to: {error.__cause__}. Nothing was changed.") from error
        self.stdout.write("The folder for uploads on this host now belongs to this database.")


def _what_waits(count: int) -> str:
    """How many mails wait since when, and when the last one left as far as this database knows."""
    last = Mail.objects.aggregate(at=Max("sent_at"))["at"]
    known = f"The last one known to be sent went out at {in_utc(last)}." if last else "None was ever sent."
    if not count:
        return f"No emails are waiting. {known}"
    span = Mail.objects.waiting().aggregate(first=Min("posted_at"), last=Max("posted_at"))
    return (
        f"{count} emails are waiting, from {in_utc(span['first'])} to {in_utc(span['last'])}. {known}"
        " Emails sent after the copy was made aren't known here."
    )
