"""Every index is worth its writing: none is doubled by another, and what is deleted finds what hangs on it."""

from collections import defaultdict
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import connection, models

pytestmark = pytest.mark.django_db

ROOMS = {"centre", "accounts", "goals", "contacts", "meetings", "agendas", "notes", "followups", "core"}
# A table that Django makes by itself between two others has an index for each of them, and one for both.
OURS = [model for model in apps.get_models() if model._meta.app_label in ROOMS]


@dataclass(frozen=True)
class Index:
    """One index: its name, its columns in their order, and whether it covers all rows and needs no function."""

    name: str
    columns: tuple[str, ...]
    unique: bool
    plain: bool


def indexes() -> dict[str, list[Index]]:
    """Every index of the rooms, by table."""
    found = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.relname, i.relname, x.indisunique,"
            " x.indpred IS NULL AND x.indexprs IS NULL AND m.amname = 'btree',"
            " ARRAY(SELECT a.attname::text FROM unnest(x.indkey::int[]) WITH ORDINALITY k (number, place)"
            "  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number ORDER BY k.place)"
            " FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid"
            " JOIN pg_am m ON m.oid = i.relam WHERE t.relnamespace = 'public'::regnamespace"
        )
        for table, name, unique, plain, columns in cursor.fetchall():
            found[table].append(Index(name, tuple(columns), unique, plain))
    return found


def test_no_index_is_doubled_by_a_longer_one() -> None:
    """S13: what begins with the same columns finds the same rows."""
    known = indexes()
    doubled = {
        (one.name, other.name)
        for model in OURS
        for one in known[model._meta.db_table]
        for other in known[model._meta.db_table]
        if one != other
        and one.plain
        and other.plain
        and not one.unique
        # Django makes a second one of each key of letters, for LIKE; tables of a few rows keep it.
        and not one.name.endswith("_like")
        and other.columns[: len(one.columns)] == one.columns
    }
    assert doubled == set()


def test_no_growing_table_has_an_index_for_like_that_nothing_asks() -> None:
    """S13: those are of keys that are hashes, and nobody looks for a part of a hash."""
    small = {"core_pulse", "core_bucket", "core_jobrecord", "accounts_session"}
    like = {
        one.name
        for model in OURS
        if model._meta.db_table not in small
        for one in indexes()[model._meta.db_table]
        if one.name.endswith("_like")
    }
    assert like == set()


def test_every_row_that_goes_finds_what_hangs_on_it() -> None:
    known = indexes()
    without = {
        f"{model._meta.db_table}.{field.column}"
        for model in OURS
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and not any(one.plain and one.columns[:1] == (field.column,) for one in known[model._meta.db_table])
    }
    assert without == set()
