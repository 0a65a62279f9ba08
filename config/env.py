"""What the environment may say, read once and checked: a missing or malformed value refuses to start."""

from pathlib import Path
from typing import Any

import environ
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

BASE_DIR = Path(__file__).resolve().parent.parent

# What every sentence of the product is written in.
SOURCE_LANGUAGE = "en-gb"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def var_dir() -> Path:
    """The folder for everything that is written while running: embedded database, uploads, sent mails."""
    return Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()


def languages(codes: list[str]) -> list[tuple[str, str]]:
    """Django's LANGUAGES for language `codes` (en-gb, de): each with its name as its own people write it.

    Raises ImproperlyConfigured for a code that Django does not know: no date could be said in it.
    """
    unknown = [code for code in codes if code.lower() not in LANG_INFO]
    if unknown:
        raise ImproperlyConfigured(f"LANGUAGES names {', '.join(unknown)}. Use codes such as en-gb, de or pt-br.")
    return [(code.lower(), LANG_INFO[code.lower()]["name_local"]) for code in codes]


def database_url(*, debug: bool, worker: bool = False) -> str:
    """The libpq address of the database; the embedded server's where none is named.

    In: `worker` is true in the background worker, which may have an address of its own.
    Raises ImproperlyConfigured outside DEBUG unless DATABASE_URL or HALFHOUR_EMBEDDED=1 is given: an operator
    must not end up on the embedded server by forgetting a line.
    """
    own: str = env.str("WORKER_DATABASE_URL", default="") if worker else ""
    if url := own or env.str("DATABASE_URL", default=""):
        return str(url)
    if not debug and not env.bool("HALFHOUR_EMBEDDED", default=False):
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. Name a PostgreSQL database (postgresql://user:password@host/name),"
            " or say HALFHOUR_EMBEDDED=1 to use the embedded server on purpose."
        )
    from config.embedded import start

    return start(var_dir())


def database(url: str, *, max_age: int | None, prepared: bool = False) -> dict[str, Any]:
    """Django's settings for the libpq address `url`; sockets and every libpq option are understood.

    In: `prepared` keeps the plans of statements on the connection, which not every pooler can follow.
    Without it nothing stays on a connection from one transaction to the next.
    Raises ImproperlyConfigured when the address cannot be read.
    """
    try:
        values = dict(conninfo_to_dict(url))
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    plans = {"server_side_binding": True, "prepare_threshold": 1} if prepared else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": values.pop("dbname", "halfhour"),
        "USER": values.pop("user", ""),
        "PASSWORD": values.pop("password", ""),
        "HOST": values.pop("host", ""),
        "PORT": str(values.pop("port", "")),
        "CONN_MAX_AGE": max_age,
        # A server that went away and came back costs no request: the connection is tried before it is used.
        "CONN_HEALTH_CHECKS": True,
        # Such a cursor belongs to one connection, and a pooler gives the next statement another.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {**values, **plans},
    }
