"""What the background worker does by the clock: reminders, and follow-ups whose time has passed."""

from django.utils import timezone
from procrastinate.contrib.django import app

from core.watching import AGAIN
from followups.models import Followup
from followups.reminders.choosing import post_due


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="post_reminders", retry=AGAIN)
def post_reminders(timestamp: int) -> None:
    """Post the reminders whose time has come since."""
    post_due(now=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="close_passed", retry=AGAIN)
def close_passed(timestamp: int) -> None:
    """Close what can no longer be done."""
    Followup.close_passed(now=timezone.now())
