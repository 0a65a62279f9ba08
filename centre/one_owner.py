"""Whose row it is stands in the schema: what a row leads to belongs to the same student, and goes to no other."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

# As a broken constraint (PostgreSQL's check_violation): Django raises IntegrityError. The function knows where its
# tables are, also while a dump is read back, which names every table in full.
_FUNCTION = """
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  whose bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND ({new_columns}) IS NOT DISTINCT FROM ({old_columns}) THEN
    RETURN NULL;
  END IF;
  whose := {owner};
  IF TG_OP = 'UPDATE' AND whose <> {owner_before} THEN
    RAISE check_violation USING MESSAGE = '{table}: a row stays with its owner',
      TABLE = '{table}', CONSTRAINT = '{name}';
  END IF;
  IF {others} THEN
    RAISE check_violation USING MESSAGE = '{table}: a row leads to what belongs to another owner',
      TABLE = '{table}', CONSTRAINT = '{name}';
  END IF;
  RETURN NULL;
END $$
"""
_TRIGGER = """
CREATE CONSTRAINT TRIGGER {name} AFTER {when} ON {table}
FOR EACH ROW EXECUTE FUNCTION {function}()
"""
_DROP = "DROP TRIGGER IF EXISTS {name} ON {table}; DROP FUNCTION IF EXISTS {function}()"


class OneOwner(models.BaseConstraint):
    """Every one of `paths` leads from the row to the same member, and that one never changes.

    In `paths`: as in a query, the first that of the row's own owner: ("owner", "contact__owner", "goals__owner"). One
    that ends at NULL leads nowhere and is as good as none. Django has no foreign keys of two columns, and a row within
    another's has no owner's column: hence triggers, which ask at once.
    """

    def __init__(self, *, name: str, paths: Sequence[str]) -> None:
        super().__init__(name=name)
        self.paths = tuple(paths)

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        return ";".join(self._created(model))

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        parts = [_DROP.format(name=name, table=table, function=name) for name, table in self._tables(model)]
        return ";".join(parts)

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Nothing within the table's own statement: it needs other tables, and is made when all are there."""
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return ""

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """The doors see to it; the database is the last to say no."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, tuple(args), {**kwargs, "paths": self.paths}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneOwner) and (self.name, self.paths) == (other.name, other.paths)

    def __hash__(self) -> int:
        return hash((self.name, self.paths))

    def _created(self, model: Any) -> Iterator[str]:
        direct = [path for path in self.paths if not _many(model, path)]
        yield from _guarded(self.name, model._meta.db_table, model, direct)
        for path in self.paths:
            if field := _many(model, path):
                through = field.remote_field.through
                own, theirs = (
                    f"{field.m2m_field_name()}__{self.paths[0]}",
                    path.replace(field.name, field.m2m_reverse_field_name(), 1),
                )
                yield from _guarded(self._name_of(field), through._meta.db_table, through, [own, theirs])

    def _tables(self, model: Any) -> Iterator[tuple[str, str]]:
        yield self.name, model._meta.db_table
        for path in self.paths:
            if field := _many(model, path):
                yield self._name_of(field), field.remote_field.through._meta.db_table

    def _name_of(self, field: Any) -> str:
        return f"{self.name}_{field.name}"


def _guarded(name: str, table: str, model: Any, paths: Sequence[str]) -> Iterator[str]:
    """The function of one table and its trigger."""
    columns = [_column(model, path) for path in paths]
    owner, *others = (_owner(model, path, "NEW") for path in paths)
    unlike = [f"whose <> {other}" for other in others]
    facts = {
        "function": name,
        "name": name,
        "table": table,
        "new_columns": ", ".join(f"NEW.{column}" for column in columns),
        "old_columns": ", ".join(f"OLD.{column}" for column in columns),
        # A new row that leads to one place only is as good as any.
        "when": ("INSERT OR " if others else "") + "UPDATE OF " + ", ".join(columns),
        "owner": owner,
        "owner_before": _owner(model, paths[0], "OLD"),
        "others": " OR ".join(unlike) or "FALSE",
    }
    yield _FUNCTION.format(**facts)
    yield _TRIGGER.format(**facts)


def _many(model: Any, path: str) -> Any:
    """The field of many rows with which `path` begins, or None."""
    field = model._meta.get_field(path.partition("__")[0])
    return field if field.many_to_many else None


def _column(model: Any, path: str) -> str:
    return str(model._meta.get_field(path.partition("__")[0]).column)


def _owner(model: Any, path: str, row: str) -> str:
    """The owner at the end of `path` from the `row` (NEW or OLD) of a trigger, in SQL."""
    first, *rest = path.split("__")
    field = model._meta.get_field(first)
    if not rest:
        return f"{row}.{field.column}"
    joins, at, parent = [], "t0", field.remote_field.model
    origin = f"{parent._meta.db_table} t0"
    for number, step in enumerate(rest[:-1], start=1):
        link = parent._meta.get_field(step)
        parent = link.remote_field.model
        joins.append(f"JOIN {parent._meta.db_table} t{number} ON t{number}.id = {at}.{link.column}")
        at = f"t{number}"
    last = parent._meta.get_field(rest[-1]).column
    # Names of columns and tables, all of them ours.
    return f"(SELECT {at}.{last} FROM {' '.join([origin, *joins])} WHERE t0.id = {row}.{field.column})"  # noqa: S608
