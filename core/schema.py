"""Whether the database is what its migrations say: an early version had migrations that were rewritten since."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

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
    found = differences(loader.project_state(applied).apps.get_models(include_auto_created=True)) if applied else []
    return sentence(found)


def sentence(found: Sequence[str]) -> str:
    """`found` of `differences` in words for whoever runs the installation; empty where nothing was found."""
    if not found:
        return ""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return (
        f"The database was made by an early version whose migrations were rewritten since: {found[0]}{more}."
        " It cannot be brought up to date."
    )


def check_schema(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Django's check, made before `migrate` and by `check --database default`."""
    reason = refusal() if databases else ""
    hint = "Name an empty database in DATABASE_URL, or run the version that made this one."
    return [Error(reason, hint=hint, id="core.E001")] if reason else []
