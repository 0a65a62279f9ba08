"""What the background worker does for conversations by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from core.watching import AGAIN
from meetings.models import Reply


@app.periodic(cron="52 * * * *")
@app.task(queueing_lock="forget_earlier_offers", retry=AGAIN)
def forget_earlier_offers(timestamp: int) -> None:
    """Let go of what other times took the place of a day ago: the contact's words may be among it."""
    Reply.forget_earlier(now=timezone.now())


@app.periodic(cron="22 4 * * *")
@app.task(queueing_lock="forget_addresses", retry=AGAIN)
def forget_addresses(timestamp: int) -> None:
    """Let go of the addresses that contacts left for mails, where nothing can change any more."""
    Reply.forget_addresses(now=timezone.now())
