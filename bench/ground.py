"""The ground of every measurement: production settings, an embedded database of its own, filled once."""

import hashlib
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var" / "bench"


@dataclass(frozen=True)
class Ground:
    """A filled database, three free ports, and a signed-in session for each student."""

    product_port: int
    bare_port: int
    peer_port: int
    students: int
    sessions: list[str]

    @classmethod
    def prepare(cls, *, students: int) -> "Ground":
        """Set the environment of production, start the database, fill it unless the last fill still fits."""
        product_port, bare_port, peer_port = _free_ports(3)
        settle(VAR, base=f"http://127.0.0.1:{product_port}")
        fill_unless_filled(VAR, students)
        collect_static()
        from bench.sessions import sign_in

        return cls(product_port, bare_port, peer_port, students, sign_in(students))


def _free_ports(count: int) -> list[int]:
    places = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [place.getsockname()[1] for place in places]
    for place in places:
        place.close()
    return ports


def settle(var: Path, *, base: str) -> None:
    """Set the environment of production around a database of its own below `var`, and start both."""
    var.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DEBUG": "0",
        "HALFHOUR_DEMO": "0",
        "HALFHOUR_EMBEDDED": "1",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "BASE_URL": base,
        "ALLOWED_HOSTS": "127.0.0.1",
        "VAR_DIR": str(var),
        "STATIC_ROOT": str(var / "static"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "EMAIL_URL": "",
        "LOG_LEVEL": "ERROR",
        # As deploy/README.md says for a centre without a pooler.
        "DATABASE_PREPARED": "1",
    }
    # Never somebody's own database: filling begins with dropping everything.
    from config.embedded import start

    os.environ["DATABASE_URL"] = start(var)
    import django

    django.setup()


def fill_unless_filled(var: Path, students: int, **each: Any) -> None:
    """Fill the database below `var` with `students`; `each` says what each of them has (bench/fill.py)."""
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from bench.fill import fill

    marker = var / "filled"
    sources = [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "bench" / "fill.py"]
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sources)).hexdigest()
    # The conversations lie around now, so a fill is good for a day.
    wanted = f"{digest} {students} {each} {timezone.now():%Y-%m-%d}"
    if marker.exists() and marker.read_text() == wanted:
        return
    marker.unlink(missing_ok=True)
    began = perf_counter()
    print(f"Filling {var} with {students} students …", flush=True)
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    call_command("migrate", interactive=False, verbosity=0)
    rows = fill(students, now=timezone.now(), **each)
    marker.write_text(wanted)
    print(f"{rows} rows in {perf_counter() - began:.0f} s", flush=True)


def collect_static() -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
