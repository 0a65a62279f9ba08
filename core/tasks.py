"""Housekeeping that the background worker does by the clock."""

from datetime import timedelta

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from core import limits, outbox, sending, stalled, uploads
from core.apart import BadRows, delete_apart
from core.models import Arrival, Mail, Pulse, Submission
from core.models.pulse import WORKER
from core.watching import AGAIN

KEEP_JOBS = timedelta(days=7)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled_jobs", retry=AGAIN, pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Give back the jobs of a worker that was killed, or lost its database for a while, while it held them."""
    await stalled.give_back(context.app.job_manager)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="delete_old_jobs", retry=AGAIN, pass_context=True)
async def delete_old_jobs(context: JobContext, timestamp: int) -> None:
    """Forget finished jobs after a week."""
    hours = int(KEEP_JOBS.total_seconds() // 3600)
    await context.app.job_manager.delete_old_jobs(nb_hours=hours, include_failed=True)


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_submissions", retry=AGAIN)
def forget_submissions(timestamp: int) -> None:
    """Forget the tokens of forms sent more than a day ago."""
    delete_apart("submission", Submission.objects.filter(made_at__lt=timezone.now() - timedelta(days=1)))


@app.periodic(cron="32 3 * * *")
@app.task(queueing_lock="forget_attempts", retry=AGAIN)
def forget_attempts(timestamp: int) -> None:
    """Forget who tried something a day ago."""
    limits.forget(now=timezone.now())


@app.periodic(cron="42 3 * * *")
@app.task(queueing_lock="sweep_uploads", retry=AGAIN)
def sweep_uploads(timestamp: int) -> None:
    """Delete the files that nothing names any more."""
    uploads.sweep(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="beat", retry=AGAIN)
def beat(timestamp: int) -> None:
    """Say that the worker lives."""
    Pulse.beat(WORKER, now=timezone.now())


@app.task(queue=outbox.QUEUE, queueing_lock="send_mails", retry=AGAIN)
def send_mails() -> None:
    """Send what is due; woken whenever a mail is posted. What is left after a while is left to a job of its own."""
    try:
        taken = sending.send_due(now=timezone.now)
    except BadRows as bad:
        if Mail.objects.due(timezone.now()).exclude(pk__in=bad.ids).exists():
            outbox.wake()
        raise
    if taken and Mail.objects.due(timezone.now()).exists():
        outbox.wake()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="sweep_mails", retry=AGAIN)
def sweep_mails(timestamp: int) -> None:
    """Have sent what became due since: should a job be lost, no mail is."""
    if Mail.objects.due(timezone.now()).exists():
        outbox.wake()


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="forget_mails", retry=AGAIN)
def forget_mails(timestamp: int) -> None:
    """Forget what was sent a month ago, and what failed or came a season ago."""
    Mail.forget(now=timezone.now())
    Arrival.forget(now=timezone.now())
