"""Mails that the background worker writes, and its housekeeping."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from accounts.models.invitation import Invitation
from accounts.sessions import SessionStore
from centre.models import Centre
from core import times

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(retry=RETRY, lock="invitations")
def send_invitation(invitation_id: int) -> None:
    """Write the invitation's mail with a fresh link; once, however often the job runs.

    The link's secret is made here, so that neither the invitation nor the queue ever holds it.
    """
    now = timezone.now()
    with transaction.atomic():
        row = Invitation.objects.select_for_update(of=("self",)).filter(pk=invitation_id).first()
        if row is None or row.mailed_at or not row.is_open(now):
            return
        link = settings.BASE_URL.rstrip("/") + reverse("accounts:accept", args=[row.seal(now=now)])
        centre = Centre.current()
        told = {"invitation": row, "link": link, "centre": centre, "by": row.invited_by}
        # Nobody knows yet where they live: days are those of the centre.
        with timezone.override(times.zone(centre.time_zone)):
            subject = " ".join(render_to_string("accounts/mail/invitation_subject.txt", told).split())
            body = render_to_string("accounts/mail/invitation.txt", told)
        EmailMessage(subject=subject, body=body, to=[row.email], reply_to=[row.invited_by.email]).send()


@app.periodic(cron="22 3 * * *")
@app.task(queueing_lock="forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Forget sessions that have lapsed."""
    SessionStore.clear_expired()
