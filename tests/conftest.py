"""The cast and the clock that every test shares."""

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker, Settings

from accounts.models import User
from centre.models import Centre
from tests.cast import Cast, assemble

# What stands on main is tried with the same examples each time; at a desk new ones are looked for.
hypothesis.register_profile("ci", derandomize=True, deadline=None, max_examples=20)
hypothesis.register_profile("desk", deadline=None, max_examples=20)
hypothesis.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_finish() -> None:
    """What is imported and collected by now stays until the end: nothing looks through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tests' database is let go by all: the server may still serve a process that a test has killed."""
    yield
    # Beside a browser's loop asgiref keeps another connection than before and after it, and this one was let go
    # meanwhile where a test let go of all.
    connection.close()
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")


@pytest.fixture
def now() -> datetime:
    """A Wednesday in term, 10:00 in Berlin."""
    return datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@pytest.fixture
def centre(db: None) -> Centre:
    return Centre.current()


@pytest.fixture
def cast(centre: Centre) -> Cast:
    """Two students, an adviser, the director, and nobody's stranger."""
    return assemble()


@pytest.fixture
def amina(cast: Cast) -> User:
    return cast.amina


@pytest.fixture
def bo(cast: Cast) -> User:
    return cast.bo


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_amina(cast: Cast) -> Client:
    return _signed_in(cast.amina)


@pytest.fixture
def as_bo(cast: Cast) -> Client:
    return _signed_in(cast.bo)


@pytest.fixture
def as_cleo(cast: Cast) -> Client:
    return _signed_in(cast.cleo)


@pytest.fixture
def as_dara(cast: Cast) -> Client:
    return _signed_in(cast.dara)


@pytest.fixture(scope="module")
def demo_centre(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The demo centre, made once for all tests of a file and rolled back behind them; each gives back what it did.

    Gives the folder of its uploads.
    """
    folder = tmp_path_factory.mktemp("uploads")
    with django_db_blocker.unblock(), override_settings(DEMO=True, MEDIA_ROOT=folder), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture(autouse=True)
def own_var_dir(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> None:
    """Uploads and mails of one test stay in its own folder; what the demo centre uploaded is its own."""
    demo = "demo_centre" in request.fixturenames
    settings.MEDIA_ROOT = request.getfixturevalue("demo_centre") if demo else tmp_path / "uploads"
    settings.MAIL_DIR = tmp_path / "mail"


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Nobody guesses at these; what passwords are kept by is tried in tests/accounts/test_password.py."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture(autouse=True)
def forgotten_centre() -> None:
    """No test sees the centre that another one read."""
    caches["near"].clear()
