"""Housekeeping of the background worker."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="22 3 * * *")
@app.task(queueing_lock="forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Forget sessions that have lapsed."""
    call_command("clearsessions")
