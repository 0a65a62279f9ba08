"""What the settings say to the database: nothing that a pooler in transaction mode would not bear."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.env import PATIENCE, database, database_url


def test_an_address_becomes_settings_that_keep_nothing_on_a_connection() -> None:
    made = database("postgresql://ada:s%40crt@db.test:6432/centre?sslmode=require", max_age=None)
    assert (made["NAME"], made["USER"], made["PASSWORD"]) == ("centre", "ada", "s@crt")
    assert (made["HOST"], made["PORT"], made["OPTIONS"]) == (
        "db.test",
        "6432",
        {**PATIENCE, "connect_timeout": "10", "sslmode": "require"},
    )
    assert made["ENGINE"] == "django.db.backends.postgresql"
    assert made["DISABLE_SERVER_SIDE_CURSORS"]
    assert made["CONN_HEALTH_CHECKS"]


def test_plans_are_kept_where_one_setting_says_so() -> None:
    made = database("postgresql://db.test/centre", max_age=None, prepared=True)
    assert made["OPTIONS"] == {**PATIENCE, "connect_timeout": "10", "server_side_binding": True, "prepare_threshold": 1}


def test_refuses_an_address_that_cannot_be_read() -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL can't be read"):
        database("postgresql://[half", max_age=None)


def test_the_worker_may_go_past_the_pooler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://pooler.test/centre")
    assert database_url(debug=False, worker=True) == "postgresql://pooler.test/centre"
    monkeypatch.setenv("WORKER_DATABASE_URL", "postgresql://db.test/centre")
    assert database_url(debug=False, worker=True) == "postgresql://db.test/centre"
    assert database_url(debug=False) == "postgresql://pooler.test/centre"


@pytest.mark.django_db
def test_a_connection_begins_without_setting_anything_that_a_pooler_forgets() -> None:
    """But for the limits of time, which are set where no pooler stands in between (tests/pooler proves it)."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_settings WHERE source = 'session'")
        changed = {name for (name,) in cursor.fetchall()}
    changed -= {"lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"}
    # PgBouncer gives back these to whoever set them (its documentation, "track_extra_parameters").
    assert changed <= {"client_encoding", "TimeZone", "DateStyle", "standard_conforming_strings", "application_name"}


def test_the_address_may_say_how_long_a_connection_is_waited_for() -> None:
    made = database("postgresql://db.test/centre?connect_timeout=7", max_age=None)
    assert made["OPTIONS"] == {**PATIENCE, "connect_timeout": "7"}
