"""Tables filled by the database itself: copies of rows that the verbs made, so that a plan can be looked at."""

from django.db import connection, models


def multiply(row: models.Model, times: int, **columns: str) -> None:
    """Copy `row` `times` times. In: `columns` says in SQL what differs in copy number k; the key counts on.

    No list of columns stands in a test: they are those of the model. Nothing is checked meanwhile: a plan is looked at,
    and the copies of one row for many members lead to what belongs to one of them.
    """
    meta = row._meta
    names = [field.column for field in meta.concrete_fields if not isinstance(field, models.GeneratedField)]
    names = [name for name in names if name != meta.pk.column or name in columns]
    into = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(columns.get(name, f'r."{name}"') for name in names)
    numbers = f"generate_series(1, {times}) k"
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({into}) SELECT {values} FROM {meta.db_table} r, {numbers}"
            f" WHERE r.{meta.pk.column} = {row.pk}"
        )
        cursor.execute("SET session_replication_role = origin")
        cursor.execute(f"ANALYZE {meta.db_table}")


def plan(rows: "models.QuerySet[models.Model]") -> str:
    """How the database would find `rows`, without saying how long it took."""
    return str(rows.explain())


def scans(found: str) -> list[str]:
    """The tables that a plan reads from end to end."""
    return [line.strip() for line in found.splitlines() if "Seq Scan on" in line]
