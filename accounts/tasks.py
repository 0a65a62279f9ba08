"""Housekeeping of the background worker."""

from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.models import KnownPlace
from core.watching import AGAIN


@app.periodic(cron="22 3 * * *")
@app.task(queueing_lock="forget_sessions", retry=AGAIN)
def forget_sessions(timestamp: int) -> None:
    """Forget sessions that have lapsed."""
    call_command("clearsessions")


@app.periodic(cron="42 3 * * *")
@app.task(queueing_lock="forget_places", retry=AGAIN)
def forget_places(timestamp: int) -> None:
    """Forget from where members signed in long ago."""
    KnownPlace.forget(now=timezone.now())
