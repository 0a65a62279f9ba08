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

DISCARDED = _("It waited in a copy of the database that was put back, and may have left before.")


class Command(BaseCommand):
    """A copy of a database sends nothing until somebody who knows what it is for has said this."""

    help = (
        "Let this database belong to these settings, so that its mails leave. What waits in a copy may have left since"
        " the copy was made: say --discard or --release."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--discard", action="store_true", help="What waits never leaves; whoever it concerns is told."
        )
        choice.add_argument("--release", action="store_true", help="What waits leaves, also what left once before.")
        parser.add_argument(
            "--uploads", action="store_true", help="Only say that the folder for uploads here is this database's."
        )

    def handle(self, *args: Any, discard: bool, release: bool, uploads: bool, **options: Any) -> None:
        if uploads:
            self._adopt_uploads()
            return
        now = timezone.now()
        installation = Installation.current()
        if not installation.refusal:
            self.stdout.write(f"This database belongs to {installation.domain} already. Nothing was changed.")
            return
        self.stdout.write(str(installation.refusal))
        waiting = Mail.objects.waiting()
        self.stdout.write(_what_waits(waiting.count()))
        if waiting.exists() and not (discard or release):
            raise CommandError(
                "Say what becomes of them: --discard (they never leave) or --release (they leave as soon as the worker"
                " runs, also those that left before). Nothing was changed."
            )
        with transaction.atomic():
            if discard:
                dropped = Mail.discard(why=str(DISCARDED), now=now)
                self.stdout.write(f"Discarded: {dropped}.")
            installation.adopt(now=now)
        self.stdout.write(f"The database belongs to {installation.domain} now. Mails leave when the worker runs.")

    def _adopt_uploads(self) -> None:
        try:
            adopt()
        except NotStored as error:
            raise CommandError(f"The folder cannot be written: {error.__cause__}. Nothing was changed.") from error
        self.stdout.write("The folder for uploads of this host belongs to this database now.")


def _what_waits(count: int) -> str:
    """How many mails wait since when, and when the last one left as far as this database knows."""
    last = Mail.objects.aggregate(at=Max("sent_at"))["at"]
    known = f"The last that is known to have left did so at {in_utc(last)}." if last else "None ever left."
    if not count:
        return f"No mail waits. {known}"
    span = Mail.objects.waiting().aggregate(first=Min("posted_at"), last=Max("posted_at"))
    return (
        f"{count} mails wait, posted from {in_utc(span['first'])} to {in_utc(span['last'])}. {known}"
        " Whatever left after the copy was made is not known here."
    )
