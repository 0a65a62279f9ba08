"""healthchecks, as its makers run it, on the same PostgreSQL: its pages are driven in the same run as ours.

A checkout with a virtual environment in `.venv` (its requirements, and granian) is named by `--peer`; nothing of it
is kept here.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import psycopg

from bench.serve import granian

DATABASE, MEMBERS = "healthchecks", 50


class Peer:
    """A checkout of healthchecks below `path`, filled for MEMBERS members.

    `members` have each a session and the paths of their list and of one check (bench/peer_fill.py).
    """

    def __init__(self, path: Path, port: int) -> None:
        self.path, self.port = path.resolve(), port
        self.python = str(self.path / ".venv" / "bin" / "python")
        self.environment = {**_plain(), **_database(), **_production(port)}
        self._run("manage.py", "migrate", "--verbosity=0")
        self._run("manage.py", "collectstatic", "--no-input", "--verbosity=0")
        self._run("manage.py", "compress", "--verbosity=0")
        filled = self._run(str(Path(__file__).with_name("peer_fill.py")), str(MEMBERS))
        self.members: list[dict[str, str]] = json.loads(filled)

    @contextmanager
    def serving(self) -> Iterator[psutil.Process]:
        """granian as for our own pages, in the peer's environment, until the block is left."""
        with granian(self.python, "hc.wsgi:application", self.port, cwd=self.path, env=self.environment) as server:
            yield server

    def requests(self, page: str) -> list[bytes]:
        """The requests for `page` ("list" or "detail") of every member."""
        heads = [
            (f"GET {member[page]} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: sessionid={member['session']}")
            for member in self.members
        ]
        return [("\r\n".join(head) + "\r\nAccept: text/html\r\n\r\n").encode() for head in heads]

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [self.python, *command], cwd=self.path, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout


def _plain() -> dict[str, str]:
    """Our environment without what names our own settings."""
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "VIRTUAL_ENV", "PYTHONPATH", "SECRET_KEY", "EMAIL_URL"}
    return {name: value for name, value in os.environ.items() if name not in ours}


def _database() -> dict[str, str]:
    """A database beside ours in the same PostgreSQL, made where it is missing; its address as healthchecks reads it."""
    address = os.environ["DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {DATABASE}")
    parts = urlsplit(address)
    return {
        "DB": "postgres",
        "DB_NAME": DATABASE,
        "DB_HOST": parse_qs(parts.query).get("host", [parts.hostname or ""])[0],
        "DB_PORT": str(parts.port or ""),
        "DB_USER": parts.username or "",
        "DB_PASSWORD": parts.password or "",
        # A connection is kept, as ours is.
        "DB_CONN_MAX_AGE": "None",
    }


def _production(port: int) -> dict[str, str]:
    return {
        "DEBUG": "False",
        "SECRET_KEY": os.urandom(32).hex(),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_ROOT": f"http://127.0.0.1:{port}",
    }
