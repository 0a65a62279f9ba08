"""Which steps of a conversation are done: what its own row says, and what was written down of other rows."""

from collections.abc import Callable, Mapping

from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, F, Func, Q, TextField, Value, When
from django.db.models.expressions import Combinable

from meetings.models.stage import STANDS

SLUGS = ArrayField(TextField())

# The steps that the row of a conversation itself tells of; the others are kept true by refresh_steps.
OF_THE_ROW: dict[str, Q] = {
    "person": ~Q(why_them=""),
    "ask": Q(asked_at__isnull=False) | Q(answered_at__isnull=False),
    "time": STANDS | Q(held_at__isnull=False),
    "pitch": Q(pitch__isnull=False),
    "pack": Q(packed_at__isnull=False),
    "meet": Q(held_at__isnull=False),
    "thank": Q(thanked_at__isnull=False),
}

Done = Callable[[], Q | Combinable]

_elsewhere: dict[str, Done] = {}


def register_question(slug: str, done: Done) -> None:
    """Say that rows of other tables tell whether the step `slug` is done: `done` asks them, in SQL."""
    _elsewhere[slug] = done


def slugs_where(done: Mapping[str, Q | Combinable]) -> Func:
    """In SQL: an array of the slugs whose condition holds, in the order of `done`."""
    slugs = [Case(When(condition, then=Value(slug)), output_field=TextField()) for slug, condition in done.items()]
    every = Func(*slugs, template="ARRAY[%(expressions)s]", output_field=SLUGS)
    return Func(every, Value(None), function="array_remove", output_field=SLUGS)


def steps_done() -> Func:
    """The slugs of all steps that are done, as SQL over the columns of a conversation."""
    return Func(slugs_where(OF_THE_ROW), F("done_elsewhere"), function="array_cat", output_field=SLUGS)


def done_elsewhere() -> Func:
    """The slugs of the steps that rows of other tables say are done, as SQL that asks these rows."""
    return slugs_where({slug: _elsewhere[slug]() for slug in sorted(_elsewhere)})
