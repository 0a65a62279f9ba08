"""News of the contact's answers: told at once, and gathered where several come within a quarter of an hour.

Each answer posts a mail. The first to leave brings all that came since (followups/reminders/letters.py), and one that
finds nothing left to bring is not sent.
"""

from datetime import datetime, timedelta

from core.models import Mail
from core.outbox import Outgoing, is_address, post
from followups.models import Reminding
from followups.reminders import questions
from meetings.models import Meeting

BETWEEN = timedelta(minutes=15)
KIND = Reminding.Kind.NEWS


def post_news(meeting: Meeting, *, now: datetime) -> None:
    """Let the student of `meeting` read by mail that the contact answered, where they want such mails."""
    owner = meeting.owner
    wants = questions.wants(owner.pk)
    if wants is None or not wants.news or not is_address(owner.email):
        return
    outgoing = Outgoing(
        to=owner.email,
        kind=KIND,
        member_id=owner.pk,
        writer=f"followups.{KIND}",
        not_before=_leaves_at(owner.pk, now),
    )
    post(outgoing, now=now)


def _leaves_at(member_id: int, now: datetime) -> datetime:
    """At once; or with one that waits; or a quarter of an hour after the last that left."""
    last = Mail.objects.last_of(KIND, member_id)
    if last is None:
        return now
    # One that a server puts off for hours holds up none of those that follow.
    return min(last if last > now else last + BETWEEN, now + BETWEEN)
