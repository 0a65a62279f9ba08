"""The cast and the clock that every test shares."""

import os
from datetime import UTC, datetime

import pytest
from django.core.cache import caches
from django.test import Client
from hypothesis import settings as hypothesis

from accounts.models import User
from centre.models import Centre
from tests.cast import Cast, assemble

# What stands on main is tried with the same examples each time; at a desk new ones are looked for.
hypothesis.register_profile("ci", derandomize=True, deadline=None)
hypothesis.register_profile("desk", deadline=None)
hypothesis.load_profile("ci" if os.environ.get("CI") else "desk")


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


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture(autouse=True)
def own_var_dir(settings: object, tmp_path: object) -> None:
    """Uploads and mails of one test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "uploads"  # type: ignore[attr-defined, operator]
    settings.MAIL_DIR = tmp_path / "mail"  # type: ignore[attr-defined, operator]


@pytest.fixture(autouse=True)
def forgotten_centre() -> None:
    """No test sees the centre that another one read."""
    caches["near"].clear()
