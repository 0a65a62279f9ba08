"""What a conversation has, in its own row and in other tables: steps that are done, and what there is to show."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connections
from django.db.models import Case, F, Func, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from psycopg import ClientCursor

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
# While they know from a letter that it is off, and here it still stands.
CALLED_OFF = "called_off"

_of_other_rows: dict[str, Done] = {}

# plpgsql, which plans it once for each connection; it looks for its tables when it is called.
_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}(bigint) RETURNS text[] LANGUAGE plpgsql STABLE AS $has$
BEGIN
  RETURN (SELECT has_now FROM ({questions}) AS conversation WHERE id = $1);
END $has$
"""


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


class HasNow(Func):
    """In SQL: the slugs of `has_now` whose answer is yes for the conversation with this number."""

    function = "meetings_has_now"
    arity = 1
    output_field = SLUGS


def teach(*, using: str, **_signal: Any) -> None:
    """Give PostgreSQL the questions of `has_now` as the function behind `HasNow`; called at the end of each migrate.

    Every act asks them, and of what that took nine tenths were Django's for building the same statement again.
    """
    rows = apps.get_model("meetings", "Meeting")._base_manager.using(using)
    questions, values = rows.values("id", has_now=slugs_where(has_now())).query.sql_with_params()
    with connections[using].cursor() as cursor:
        # A definition takes no parameters: its values are written into it.
        questions = ClientCursor(cursor.connection).mogrify(questions, values)
        cursor.execute(_FUNCTION.format(name=HasNow.function, questions=questions))
