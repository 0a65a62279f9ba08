"""P3: a database that an early version made is refused with a sentence, which says what to do."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test import Client

from config.run import refuse_early_schema
from core.models import Mail
from core.schema import refusal
from core.tasks import beat
from goals.models import Goal

pytestmark = pytest.mark.django_db


def change(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_finds_nothing_where_the_migrations_made_the_database(centre: object) -> None:
    assert refusal() == ""
    refuse_early_schema(embedded=True)


def test_an_empty_database_is_welcome() -> None:
    change("CREATE SCHEMA fresh")
    change("SET search_path TO fresh")
    assert refusal() == ""


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("ALTER TABLE goals_goal DROP COLUMN subject", "goals_goal.subject is missing"),
        ("ALTER TABLE goals_goal ADD COLUMN title text NOT NULL", "goals_goal.title is left over"),
        ("ALTER TABLE {table} DROP CONSTRAINT {name}", "{table}.{name} is missing"),
        ("DROP INDEX {index}", "{mails}.{index} is missing"),
    ],
)
def test_names_what_differs(sql: str, found: str) -> None:
    goals, mails = Goal._meta, Mail._meta
    names = {"table": goals.db_table, "name": goals.constraints[0].name, "mails": mails.db_table}
    names["index"] = mails.indexes[0].name
    change(sql.format(**names))
    assert refusal() == (
        "The database was made by another version, an early one whose migrations were rewritten since or one newer than"
        f" this: {found.format(**names)}."
        " It can't be updated."
    )


def test_what_later_columns_allow_to_be_empty_is_left_alone() -> None:
    change("ALTER TABLE goals_goal ADD COLUMN later text")
    assert refusal() == ""


@pytest.fixture
def early() -> None:
    """The database of an early version: its migrations have the names of today."""
    change("ALTER TABLE goals_goal DROP COLUMN subject, DROP COLUMN wants")


@pytest.mark.parametrize(
    ("command", "options"), [("migrate", {"skip_checks": False}), ("check", {"databases": ["default"]})]
)
def test_migrating_and_checking_refuse(early: None, command: str, options: dict[str, object]) -> None:
    with pytest.raises(SystemCheckError, match=r"goals_goal.subject is missing \(and 1 more\)") as refused:
        call_command(command, **options)
    assert "Name an empty database in DATABASE_URL" in str(refused.value)


def test_health_tells(early: None, stranger: Client) -> None:
    beat(0)
    answer = stranger.get("/readyz")
    assert answer.status_code == 503
    assert b"goals_goal.subject is missing (and 1 more). It can't be updated.\n" in answer.content


@pytest.mark.parametrize(
    ("embedded", "advice"), [(True, r"move \S+/postgres away"), (False, "Name an empty database in DATABASE_URL")]
)
def test_starting_refuses_and_says_what_to_do(early: None, embedded: bool, advice: str) -> None:
    with pytest.raises(SystemExit, match=f"It can't be updated. .*{advice}"):
        refuse_early_schema(embedded=embedded)
