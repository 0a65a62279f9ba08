"""What the environment may say, read once and checked: a missing or malformed value refuses to start."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def var_dir() -> Path:
    """The folder for everything that is written while running: embedded database, uploads, sent mails."""
    return Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()


def database_url(*, debug: bool) -> str:
    """The libpq address of the database; the embedded server's where none is named.

    Raises ImproperlyConfigured outside DEBUG unless DATABASE_URL or HALFHOUR_EMBEDDED=1 is said: an operator
    must not end up on the embedded server by forgetting a line.
    """
    said: str = env.str("DATABASE_URL", default="")
    if said:
        return said
    if not debug and not env.bool("HALFHOUR_EMBEDDED", default=False):
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. Name a PostgreSQL database (postgresql://user:password@host/name),"
            " or say HALFHOUR_EMBEDDED=1 to use the embedded server on purpose."
        )
    from config.embedded import start

    return start(var_dir())


def database(url: str, *, max_age: int | None) -> dict[str, Any]:
    """Django's settings for the libpq address `url`; sockets and every libpq option are understood.

    Raises ImproperlyConfigured when the address cannot be read.
    """
    try:
        said = dict(conninfo_to_dict(url))
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    return {
        "ENGINE": "core.postgres",
        "NAME": said.pop("dbname", "halfhour"),
        "USER": said.pop("user", ""),
        "PASSWORD": said.pop("password", ""),
        "HOST": said.pop("host", ""),
        "PORT": str(said.pop("port", "")),
        "CONN_MAX_AGE": max_age,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": said,
    }
