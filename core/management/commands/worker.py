"""`manage.py worker`: the background work, in one process that ends cleanly when it is asked to."""

import asyncio
from typing import Any

from django.core.management.base import BaseCommand

from core import uploads
from core.working import work


class Command(BaseCommand):
    """Works on two sets of slots side by side, so that a slow mail server keeps nothing but mails waiting."""

    help = "Send emails and do all scheduled work. When told to stop, it finishes what it has started."

    def handle(self, *args: Any, **options: Any) -> None:
        uploads.say_apart()
        asyncio.run(work())
