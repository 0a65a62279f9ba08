"""A student's own numbers, without a score: what was asked, answered, held, thanked for, and who was named."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from meetings.models import Meeting
from notes.models import NamedPerson

# A thank-you within a day shows that the half hour was worth giving (docs/CRAFT.md, "Messages").
SOON = timedelta(days=1)
# The answers whose waiting is looked at: the latest.
MOST = 500


@dataclass(frozen=True)
class OwnNumber:
    """One number with its words."""

    words: str
    number: str


def own_numbers(user: User) -> list[OwnNumber]:
    """The numbers of `user`, in the order of a conversation; three queries."""
    mine = Meeting.objects.visible_to(user)
    found = mine.aggregate(
        asked=Count("pk", filter=Q(asked_at__isnull=False)),
        answered=Count("pk", filter=Q(answered_at__isnull=False)),
        held=Count("pk", filter=Q(held_at__isnull=False)),
        soon=Count("pk", filter=Q(thanked_at__lte=F("held_at") + SOON)),
    )
    named = NamedPerson.objects.visible_to(user).count()
    waits = mine.filter(asked_at__isnull=False, answered_at__gte=F("asked_at")).order_by("-answered_at")
    pairs = waits.values_list("asked_at", "answered_at")[:MOST]
    days = [(answered - asked).days for asked, answered in pairs if asked and answered]
    numbers = [
        OwnNumber(_("Requests you sent"), str(found["asked"])),
        OwnNumber(_("Replies you got"), str(found["answered"])),
        OwnNumber(_("Conversations you had"), str(found["held"])),
        OwnNumber(_("Thank-yous within a day"), str(found["soon"])),
        OwnNumber(_("People suggested to you"), str(named)),
    ]
    if days:
        wait = max(1, round(median(days)))
        words = ngettext("%(n)s day", "%(n)s days", wait) % {"n": wait}
        numbers.append(OwnNumber(_("Half of the replies came within"), words))
    return numbers
