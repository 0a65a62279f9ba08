"""What the background worker does for the whole centre by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from centre.models import Removed
from core.watching import AGAIN


@app.periodic(cron="47 * * * *")
@app.task(queueing_lock="sweep_removed", retry=AGAIN)
def sweep_removed(timestamp: int) -> None:
    """Let go of what was taken away a day ago."""
    Removed.sweep(now=timezone.now())
