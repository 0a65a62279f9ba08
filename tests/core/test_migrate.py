"""D4: two hosts migrate one database at once, and one waits for the other; what cannot be migrated is refused."""

import re
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from core.schema import KEY, alone, refusal
from tests.core.process import ROOT, address, environment, run


@pytest.fixture
def empty(db: None) -> Iterator[str]:
    """The address of an empty database."""
    name = f"{connection.settings_dict['NAME']}_empty"
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield address(name)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def migrating(url: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "manage.py", "migrate", "-v0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, env=environment(DATABASE_URL=url), text=True, **pipes)


@pytest.mark.slow
def test_d4_two_hosts_that_migrate_an_empty_database_both_end_well(empty: str) -> None:
    both = [migrating(empty), migrating(empty)]
    ended = [one.communicate(timeout=300) for one in both]
    assert [one.returncode for one in both] == [0, 0], ended
    assert not any("Traceback" in errors for _output, errors in ended)
    with psycopg.connect(empty) as there:
        names = there.execute("SELECT app, name, count(*) FROM django_migrations GROUP BY 1, 2").fetchall()
        assert {count for _app, _name, count in names} == {1}
        assert there.execute("SELECT count(*) FROM core_installation").fetchone() == (1,)


@pytest.mark.slow
def test_d4_the_second_says_that_it_waits_and_ends_with_the_first(empty: str) -> None:
    with psycopg.connect(empty) as first:
        first.execute("SELECT pg_advisory_xact_lock(%s)", [KEY])
        second = migrating(empty)
        assert second.stderr is not None
        assert "Someone else is migrating" in second.stderr.readline()
        assert second.poll() is None
    assert second.wait(timeout=300) == 0


@pytest.mark.slow
def test_d4_a_table_that_somebody_holds_ends_with_a_sentence(empty: str) -> None:
    with psycopg.connect(empty) as other:
        other.execute("CREATE TABLE django_content_type (id int)")
        refused = run("migrate", DATABASE_URL=empty, COMMAND_LIMITS="lock=0.3")
        other.rollback()
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert "lock timeout. The migrations before this one are done: run migrate again." in refused.stderr


@pytest.mark.slow
def test_d4_a_host_that_is_killed_while_it_migrates_keeps_nobody_waiting(empty: str) -> None:
    first = migrating(empty)
    with psycopg.connect(empty, autocommit=True) as there:
        while not there.execute("SELECT to_regclass('django_migrations')").fetchone()[0]:  # type: ignore[index]
            assert first.poll() is None
    first.kill()
    first.communicate()
    assert run("migrate", "-v0", DATABASE_URL=empty).returncode == 0


@pytest.mark.django_db
def test_the_lock_goes_where_the_migration_fails() -> None:
    with pytest.raises(ZeroDivisionError), alone():
        raise ZeroDivisionError
    with alone(waiting=lambda: pytest.fail("somebody holds it still")):
        pass


@pytest.mark.django_db
def test_p3_a_history_that_no_version_of_this_release_wrote_is_refused_with_a_sentence() -> None:
    MigrationRecorder.Migration.objects.filter(app="core", name="0001_initial").delete()
    with pytest.raises(CommandError, match="Name an empty database in DATABASE_URL"):
        call_command("migrate")


@pytest.mark.django_db
@pytest.mark.parametrize("app", ["", "centre"])
def test_p3_tables_that_no_migration_made_are_refused_with_a_sentence(app: str) -> None:
    recorded = MigrationRecorder.Migration.objects.all()
    (recorded.filter(app=app) if app else recorded).delete()
    assert re.search(r"holds a table called \w+, which no recorded migration made", refusal())


def test_a_database_that_is_away_is_said_in_a_sentence(empty: str) -> None:
    ended = run("migrate", DATABASE_URL=f"postgresql://nobody@127.0.0.1:1/{connection.vendor}")
    assert ended.returncode == 1
    assert "The database isn't answering" in ended.stderr
    assert "Traceback" not in ended.stderr
