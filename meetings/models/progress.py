"""What a conversation has, in its own row and in other tables: steps that are done, and what there is to show."""

from collections.abc import Callable, Mapping
from functools import cache

from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, F, Func, Q, TextField, Value, When
from django.db.models.expressions import Combinable

from meetings.models.stage import STANDS

SLUGS = ArrayField(TextField())
Done = Callable[[], Combinable]

# The steps that the row of a conversation itself tells of.
OF_THE_ROW: dict[str, Q] = {
    "person": ~Q(why_them=""),
    "ask": Q(asked_at__isnull=False) | Q(answered_at__isnull=False),
    "time": STANDS | Q(held_at__isnull=False),
    "pitch": Q(pitch__isnull=False),
    "pack": Q(packed_at__isnull=False),
    "meet": Q(held_at__isnull=False),
    "thank": Q(thanked_at__isnull=False),
}

# What a conversation has while its contact's answer waits to be seen.
UNSEEN = "unseen"

_of_other_rows: dict[str, Done] = {}


def register_has(slug: str, question: Done) -> None:
    """Write down in `Meeting.has` whether a conversation has `slug`: `question` asks rows of other tables, in SQL.

    Called once, from a room's AppConfig.ready; acts of that room that may change it lock the conversation, or say
    refresh_after.
    """
    _of_other_rows[slug] = question
    has_now.cache_clear()


def slugs_where(true: Mapping[str, Q | Combinable]) -> Func:
    """In SQL: an array of the slugs whose condition holds, in the order of `true`."""
    slugs = [Case(When(condition, then=Value(slug)), output_field=TextField()) for slug, condition in true.items()]
    every = Func(*slugs, template="ARRAY[%(expressions)s]", output_field=SLUGS)
    return Func(every, Value(None), function="array_remove", output_field=SLUGS)


def steps_done() -> Func:
    """The slugs of all steps that are done, as SQL over the columns of a conversation."""
    return Func(slugs_where(OF_THE_ROW), F("has"), function="array_cat", output_field=SLUGS)


@cache
def has_now() -> dict[str, Combinable]:
    """What `Meeting.has` may hold, in its order, each with its question in SQL to the rows of other tables."""
    return {slug: _of_other_rows[slug]() for slug in sorted(_of_other_rows)}
