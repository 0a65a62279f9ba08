"""What the director sees of the students' work: counts, never names, and no small cells (docs/decisions/0002)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import caches
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from meetings.models import Meeting

# A cell that stands for fewer people than this could point at one of them.
SMALLEST_CELL = 5
SPAN = timedelta(days=30)
MOMENTS = ("asked_at", "held_at", "thanked_at")
# Whoever looks at a month can wait for the last few minutes of it; a large centre's month is long to count.
CACHE_KEY, GOOD_FOR = "home.counts", 5 * 60


@dataclass(frozen=True)
class Cell:
    """One number with its words; None where it is too small to be shown."""

    words: str | Promise
    number: int | None


def counts(now: datetime) -> list[Cell]:
    """Students, and what they did in the last thirty days. Small numbers are hidden, none as well as few.

    A count of conversations is also hidden where fewer than five students stand behind it. It may be five minutes old.
    """
    found = caches["near"].get(CACHE_KEY)
    if found is None:
        found = _numbers(now)
        caches["near"].set(CACHE_KEY, found, GOOD_FOR)

    def cell(words: str | Promise, of: str) -> Cell:
        number, people = found[of]
        return Cell(words, number if people >= SMALLEST_CELL else None)

    return [
        cell(_("Students"), "students"),
        cell(_("Requests sent"), "asked_at"),
        cell(_("Conversations held"), "held_at"),
        cell(_("Thank-yous sent"), "thanked_at"),
    ]


def _numbers(now: datetime) -> dict[str, tuple[int, int]]:
    """Each number with how many people stand behind it; each looks at its own thirty days, by its own index."""
    students = User.objects.students().filter(is_active=True).count()
    return {"students": (students, students)} | {moment: _lately(moment, now - SPAN) for moment in MOMENTS}


def _lately(moment: str, since: datetime) -> tuple[int, int]:
    found = Meeting.objects.since(moment, since).order_by()
    return found.count(), found.values("owner_id").distinct()[:SMALLEST_CELL].count()
