"""What the director sees of the students' work: counts, never names, and no small cells (docs/decisions/0002)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from meetings.models import Meeting

# A cell that stands for fewer people than this could point at one of them.
SMALLEST_CELL = 5
SPAN = timedelta(days=30)


@dataclass(frozen=True)
class Cell:
    """One number with its words; None where it is too small to be shown."""

    words: str | Promise
    number: int | None


def counts(now: datetime) -> list[Cell]:
    """Students, and what they did in the last thirty days. Small numbers are hidden, none as well as few.

    A count of conversations is also hidden where fewer than five students stand behind it.
    """
    since = now - SPAN
    students = User.objects.students().filter(is_active=True).count()

    def behind(moment: str) -> dict[str, Count]:
        lately = Q(**{f"{moment}__gte": since})
        return {
            f"{moment}_all": Count("pk", filter=lately),
            f"{moment}_by": Count("owner", filter=lately, distinct=True),
        }

    found = Meeting.objects.aggregate(**behind("asked_at"), **behind("held_at"), **behind("thanked_at"))

    def cell(words: str | Promise, moment: str) -> Cell:
        return Cell(words, found[f"{moment}_all"] if found[f"{moment}_by"] >= SMALLEST_CELL else None)

    return [
        Cell(_("Students"), students if students >= SMALLEST_CELL else None),
        cell(_("Conversations asked for"), "asked_at"),
        cell(_("Conversations held"), "held_at"),
        cell(_("Thank-yous sent"), "thanked_at"),
    ]
