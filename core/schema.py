"""Whether the database is what its migrations say, and that one process at a time brings it up to date."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model
from procrastinate.contrib.django.utils import connector_params

# Any number, the same in every process: PostgreSQL's advisory locks are known by one.
KEY = 4_862_317
LOOK_EVERY = 0.5
INCONSISTENT = (
    "No version of this release made it, so it can't be updated. Name an empty database in DATABASE_URL,"
    " or run the version that made this one."
)

# Every column, constraint and index with its table, and whether a new row has to name it.
_PARTS = """
SELECT t.relname, a.attname, a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
WHERE a.attnum > 0 AND NOT a.attisdropped AND t.relkind IN ('r', 'p', 'v', 'm') AND pg_table_is_visible(t.oid)
UNION ALL
SELECT t.relname, c.conname, FALSE
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE pg_table_is_visible(t.oid)
UNION ALL
SELECT t.relname, x.relname, FALSE
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE pg_table_is_visible(t.oid)
"""


@contextmanager
def alone(database: str = DEFAULT_DB_ALIAS, *, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Be the only process that migrates `database`; calls `waiting` once where another one does so now.

    The lock belongs to a transaction on a connection of its own: it passes through every pooler, no limit of time ends
    it, and it goes with the process.
    """
    with psycopg.connect(**connector_params(database)) as held:
        held.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        waits = False
        while held.execute("SELECT pg_try_advisory_xact_lock(%s)", [KEY]).fetchone() != (True,):
            if not waits:
                waiting()
                waits = True
            time.sleep(LOOK_EVERY)
        yield


def differences(models: Iterable[type[Model]]) -> list[str]:
    """What the database lacks of `models`, and what a table of theirs demands besides: "goals_goal.kind is missing".

    Left out is what Django does not manage: a package that writes its own SQL may leave its models behind.
    Raises DatabaseError where nothing can be asked.
    """
    wanted = {part for model in models if model._meta.managed for part in _parts(model)}
    tables = {table for table, _ in wanted}
    with connection.cursor() as cursor:
        cursor.execute(_PARTS)
        there = {(table, name): demanded for table, name, demanded in cursor.fetchall()}
    missing = [f"{table}.{name} is missing" for table, name in wanted - there.keys()]
    left = [part for part, demanded in there.items() if demanded and part[0] in tables and part not in wanted]
    return sorted([*missing, *(f"{table}.{name} is left over" for table, name in left)])


def _parts(model: type[Model]) -> Iterable[tuple[str, str]]:
    """The names that the table of `model` must have: columns, and constraints and indexes that carry a name."""
    options = model._meta
    for field in options.local_concrete_fields:
        yield options.db_table, str(field.column)
    for named in (*options.constraints, *options.indexes):
        yield options.db_table, named.name


def refusal() -> str:
    """Why this database cannot be used or brought up to date, in a sentence; empty where it can.

    It is held against the migrations that are recorded in it, so that those to come do not count.
    Raises DatabaseError where nothing can be asked.
    """
    loader = MigrationLoader(connection)
    applied = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    made = loader.project_state(applied).apps.get_models(include_auto_created=True) if applied else []
    to_come = loader.project_state().apps.get_models(include_auto_created=True)
    return sentence(differences(made)) or _in_the_way(_tables(to_come) - _tables(made))


def _tables(models: Iterable[type[Model]]) -> set[str]:
    return {model._meta.db_table for model in models}


def _in_the_way(to_come: set[str]) -> str:
    """Why the tables `to_come` cannot be made, in a sentence; empty where they can."""
    taken = sorted(to_come.intersection(connection.introspection.table_names()))
    return f"The database holds a table called {taken[0]}, which no recorded migration made." if taken else ""


def sentence(found: Sequence[str]) -> str:
    """`found` of `differences` in words for whoever runs the installation; empty where nothing was found."""
    if not found:
        return ""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return (
        "The database was made by another version, an early one whose migrations were rewritten since or one newer than"
        f" this: {found[0]}{more}."
        " It can't be updated."
    )


def check_schema(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Django's check, made before `migrate` and by `check --database default`."""
    reason = refusal() if databases else ""
    hint = "Name an empty database in DATABASE_URL, or run the version that made this one."
    return [Error(reason, hint=hint, id="core.E001")] if reason else []
