"""What stands around the list of follow-ups: its filters as words, and what was closed lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from followups.models import Followup
from followups.models.followup import FollowupQuerySet
from followups.rows import Row, acted

LATELY = timedelta(hours=24)
MOST_LATELY = 10


@dataclass(frozen=True)
class Filter:
    """One filter: its address part, its word, how many it leaves, and whether it is the chosen one."""

    value: str
    word: str | Promise
    count: int
    chosen: bool


def filters(mine: FollowupQuerySet, chosen: str) -> list[Filter]:
    """All, and each kind of which something is open."""
    counts = dict(mine.order_by().values_list("kind").annotate(Count("pk")))
    here = chosen if chosen in Followup.Kind.values else ""
    kinds = [Filter(k.value, k.label, counts.get(k.value, 0), k.value == here) for k in Followup.Kind]
    return [
        Filter("", _("All"), sum(counts.values()), not here),
        *(kind for kind in kinds if kind.count or kind.chosen),
    ]


def lately(all_of_mine: FollowupQuerySet, now: datetime) -> list[Row]:
    """The last that were done, let rest or put off within a day, to be undone where that is possible."""
    put_off = Case(When(before__len__gt=0, then="postponed_at"))
    found = all_of_mine.annotate(acted_at=Coalesce("done_at", "rested_at", put_off)).with_people()
    lately = found.filter(acted_at__gt=now - LATELY).order_by("-acted_at", "-pk")[:MOST_LATELY]
    return [acted(followup, back="list") for followup in lately]
