"""Whoever watches over the installation sees whether it works, and nothing else."""

from datetime import timedelta

import psycopg
import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory
from django.utils import timezone
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoAssertNumQueries

from core.health import readyz
from core.models import Pulse
from core.models.pulse import WORKER
from core.outbox import Outgoing, post
from core.tasks import beat


def test_a_process_that_answers_is_well_without_a_database(stranger: Client) -> None:
    # No database mark: a query would fail.
    answer = stranger.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"well\n")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_ready_where_the_worker_beats(stranger: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    beat(0)
    stranger.get("/readyz")
    with django_assert_max_num_queries(8):
        answer = stranger.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ready\n")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_says_that_the_worker_is_silent(stranger: Client) -> None:
    Pulse.beat(WORKER, now=timezone.now() - timedelta(minutes=2))
    answer = stranger.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"The background worker has been silent for two minutes.\n")


@pytest.mark.django_db
def test_says_that_mail_waits(stranger: Client) -> None:
    beat(0)
    now = timezone.now()
    post(Outgoing(to="amina@example.edu", kind="trial"), now=now - timedelta(minutes=14))
    assert stranger.get("/readyz").status_code == 200
    post(Outgoing(to="amina@example.edu", kind="trial"), now=now - timedelta(minutes=16))
    answer = stranger.get("/readyz")
    assert answer.content == b"Emails have been waiting for 15 minutes.\n"
    assert b"amina" not in answer.content


@pytest.mark.django_db
def test_says_that_migrations_are_missing(stranger: Client) -> None:
    beat(0)
    MigrationRecorder.Migration.objects.filter(app="core", name="0001_initial").delete()
    assert b"Run the migrations" in stranger.get("/readyz").content


@pytest.mark.django_db
def test_a_database_that_is_away_is_said_plainly() -> None:
    def away(execute: object, *args: object) -> None:
        raise OperationalError("no route to database.example at 10.0.0.7")

    with connection.execute_wrapper(away):
        answer = readyz(RequestFactory().get("/readyz"))
    assert (answer.status_code, answer.content) == (503, b"The database isn't answering.\n")


@pytest.mark.django_db
def test_asks_what_pages_ask(stranger: Client) -> None:
    beat(0)
    # What it writes down itself, once, is there.
    stranger.get("/readyz")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL default_transaction_read_only = on")
        cursor.execute("SET LOCAL transaction_read_only = on")
    assert stranger.get("/readyz").content == b"The database can only be read.\n"


@pytest.mark.django_db
def test_says_what_may_not_be_written(stranger: Client) -> None:
    beat(0)
    # What it writes down itself, once, is there.
    stranger.get("/readyz")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE may_read")
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO may_read")
        cursor.execute("SET LOCAL ROLE may_read")
        answer = stranger.get("/readyz")
        cursor.execute("RESET ROLE")
    assert answer.content.startswith(b"The database doesn't let this program write to account")


@pytest.mark.parametrize(
    ("state", "direct", "words"),
    [
        ("55P03", "", "The database is too slow: the tables that pages read are locked or busy."),
        ("57014", "", "The database is too slow: the tables that pages read are locked or busy."),
        ("53300", "", "The database has no connections left."),
        (None, "", "The database isn't answering."),
        (None, "host=127.0.0.1 port=1", "The database isn't answering."),
        (None, "here", "The pooler isn't answering. The database behind it is."),
    ],
)
@pytest.mark.django_db
def test_says_which_of_pooler_and_database_is_missing(
    settings: object, state: str | None, direct: str, words: str
) -> None:
    at = {name: value for name, value in connection.get_connection_params().items() if isinstance(value, str)}
    settings.DATABASE_DIRECT = make_conninfo(**at) if direct == "here" else direct  # type: ignore[attr-defined]

    def away(execute: object, *args: object) -> None:
        why = psycopg.OperationalError("away")
        why.sqlstate = state
        raise OperationalError("away") from why

    with connection.execute_wrapper(away):
        answer = readyz(RequestFactory().get("/readyz"))
    assert answer.content.decode() == words + "\n"
