"""`manage.py worker`: the background work, in one process that ends cleanly when it is asked to."""

import asyncio
import signal
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand
from procrastinate import App
from procrastinate.contrib.django import app

from core.outbox import QUEUE
from core.tasks import beat_soon

if TYPE_CHECKING:
    from procrastinate.contrib.django.django_connector import DjangoConnector

# The worker's pulse, reminders and housekeeping: short jobs, two at a time.
GENERAL, AT_ONCE = "default", 2


class Command(BaseCommand):
    """Works on two sets of slots side by side, so that a slow mail server keeps nothing but mails waiting."""

    help = "Send mails, and do everything that goes by the clock. Ends what it has begun when it is told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        beat_soon()
        connector = cast("DjangoConnector", app.connector)
        with app.replace_connector(connector.get_worker_connector()) as its:
            asyncio.run(_work(its))


async def _work(its: App) -> None:
    """Work until a signal comes, or until one of the two sets ends by itself; raises what ended it."""
    async with its.open_async():
        slots = {GENERAL: AT_ONCE, QUEUE: settings.MAIL_AT_ONCE}
        parts = [
            asyncio.create_task(
                its.run_worker_async(queues=[queue], name=queue, concurrency=most, install_signal_handlers=False)
            )
            for queue, most in slots.items()
        ]
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Cancelled, each takes up no new job and ends those that it has begun.
            loop.add_signal_handler(number, _stop, parts)
        ended, others = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
        _stop(list(others))
        await asyncio.wait(parts)
        for part in ended:
            if not part.cancelled():
                part.result()


def _stop(parts: list[asyncio.Task[None]]) -> None:
    for part in parts:
        part.cancel()
