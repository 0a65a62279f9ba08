"""Commands of this program as processes of their own, on the database of the test."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).parent.parent.parent


def address(name: str = "") -> str:
    """The libpq address of the test's database, or of another one called `name` on the same server."""
    values = connection.settings_dict
    who = f"{quote(values['USER'])}:{quote(values['PASSWORD'] or '')}"
    port = f"&port={values['PORT']}" if values["PORT"] else ""
    return f"postgresql://{who}@/{quote(name or values['NAME'])}?host={quote(values['HOST'], safe='')}{port}"


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": address(), "EMAIL_TIMEOUT": "10", "LOG_LEVEL": "WARNING", **more}


@contextmanager
def running(*command: str, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    """`command` of manage.py, killed where it outlives the block."""
    process = subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=environment(**more))
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def run(*command: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """`command` of manage.py, to its end."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(**more),
        text=True,
        capture_output=True,
        check=False,
    )


def work_off() -> None:
    """Let the worker do all that waits, and end."""
    subprocess.run([sys.executable, "-m", "tests.core.worker"], cwd=ROOT, env=environment(), check=True, timeout=120)
