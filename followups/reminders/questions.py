"""What the mails ask of the database."""

from datetime import datetime

from accounts.models import User
from followups.facts import FollowupFacts, first_facts
from followups.models import Followup, Reminding
from meetings.models import Meeting
from meetings.models.progress import CALLED_OFF

# As many as one does in a quarter of an hour; the page has the others.
MOST = 8


def due(user: User, now: datetime, ends_at: datetime, *, confirmations: bool) -> tuple[list[FollowupFacts], int]:
    """The first that are due before the student's day ends at `ends_at`, the late ones before all, and how many more.

    In: `confirmations` says whether those are told here, or in a mail of their own.
    """
    found = Followup.objects.visible_to(user).today(now, ends_at).late_first(now)
    return first_facts(found if confirmations else found.exclude(kind=Followup.Kind.CONFIRM), MOST)


def over(user: User, now: datetime) -> list[str]:
    """With whom a conversation should have taken place of which nobody said whether it did."""
    found = Meeting.objects.visible_to(user).coming().filter(ends_at__lte=now).exclude(has__contains=[CALLED_OFF])
    names = found.values_list("contact__name", "contact__form_of_address")[:MOST]
    return [address or name for name, address in names]


def wants(member: int) -> Reminding | None:
    """What the member with this number chose; None where their account is closed or gone."""
    chosen = Reminding.objects.filter(owner_id=member).select_related("owner").first()
    if chosen:
        return chosen if chosen.owner.is_active else None
    unchosen = User.objects.active().filter(pk=member).first()
    return Reminding(owner=unchosen) if unchosen else None
