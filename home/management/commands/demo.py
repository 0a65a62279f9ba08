"""`manage.py demo`: a believable centre to look at."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from home import demo


class Command(BaseCommand):
    """Fill an empty installation with a centre, four members and their conversations; a real centre refuses."""

    help = "Make the demo centre: two students, an adviser, a director, and conversations at every stage."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where members are known already")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This is no demo: everybody knows the demo's password. Say HALFHOUR_DEMO=1 where nothing real is kept."
            )
        with transaction.atomic():
            if User.objects.exists():
                if options["if_empty"]:
                    return
                raise CommandError("There are members already: the demo fills only an empty installation.")
            demo.fill(now=timezone.now())
