"""`bin/run`: everything one machine needs, in one foreground process group that stops cleanly on Ctrl-C."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

import psutil
from django.core.exceptions import ImproperlyConfigured

from config.env import database_url, env, var_dir
from core.serving import SERVER_THREADS

DEMO_SIGN_INS = ("amina@demo.test", "bo@demo.test", "cleo@demo.test", "dara@demo.test")


def main() -> int:
    """Run until a signal or until a part ends; the status is that of the part that ended by itself.

    Raises SystemExit with a sentence where the port is taken or the database is of an early version.
    """
    port = free_port(env.text("PORT", "8000"))
    embedded = not env.text("DATABASE_URL")
    debug = env.flag("DEBUG", False)
    os.environ["BASE_URL"] = env.text("BASE_URL", f"http://localhost:{port}")
    os.environ["VAR_DIR"] = str(var_dir())
    var_dir().mkdir(parents=True, exist_ok=True)
    os.environ["DATABASE_URL"] = database_url(debug=debug)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    _prepare(debug, embedded)
    # Once more, since another bin/run may have begun meanwhile: the web server would share the port with it.
    return _serve(free_port(str(port)))


def free_port(port: str) -> int:
    """The port that `port` says. Raises SystemExit with a sentence where it is none, or somebody listens there."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not “{port}”.")
    # A browser that is sent to localhost may try either address.
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            socket.create_server((address, int(port)), family=family).close()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                another = int(port) + 1 if int(port) < 65535 else 8000
                sys.exit(
                    f"Port {port} is taken. Stop what runs at http://localhost:{port},"
                    f" or choose another port: PORT={another} bin/run"
                )
            if error.errno == errno.EACCES:
                sys.exit(f"Port {port} needs special rights. Choose one above 1023: PORT=8000 bin/run")
    return int(port)


def refuse_early_schema(*, embedded: bool) -> None:
    """Raise SystemExit with a sentence, and what to do, where an early version made the database."""
    from core.schema import refusal

    if reason := refusal():
        folder = var_dir() / "postgres"
        advice = (
            f"For a fresh demo centre, move {folder} away." if embedded else "Name an empty database in DATABASE_URL."
        )
        sys.exit(f"{reason} {advice} Or run the version that made this one.")


def _prepare(debug: bool, embedded: bool) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    refuse_early_schema(embedded=embedded)
    call_command("migrate", interactive=False, verbosity=0)
    if not debug:
        call_command("collectstatic", interactive=False, verbosity=0)
    if settings.DEMO:
        call_command("demo", if_empty=True)


def _serve(port: int) -> int:
    web = web_server(port, processes=os.cpu_count() or 1)
    work = [sys.executable, "manage.py", "worker"]
    parts: list[subprocess.Popen[bytes]] = []

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    status = 0
    try:
        parts += [subprocess.Popen(web), subprocess.Popen(work)]
        _greet(port)
        while (status := next((p.returncode for p in parts if p.poll() is not None), -1)) == -1:
            time.sleep(0.2)
    except KeyboardInterrupt:
        status = 0
    finally:
        _end(parts)
    return status


def web_server(port: int, *, processes: int) -> list[str]:
    """The command of the web server on loopback, as deploy/halfhour-web.service has it."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(processes), "--no-ws"]
    # Threads that wait for clients (core/serving.py), made when they are needed and ended when they are not: a number
    # at which granian warns, hence the level.
    command += ["--log-level", "error"]
    command += ["--blocking-threads", str(SERVER_THREADS)]
    # Milliseconds for the head of a request, and seconds for what is under way when the server is told to stop.
    command += ["--http1-header-read-timeout", "10000", "--workers-kill-timeout", "7"]
    return [*command, "config.wsgi:application"]


def _end(parts: list[subprocess.Popen[bytes]]) -> None:
    # A second Ctrl-C must not leave a part behind.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # Asked twice: a server that is still starting its workers overhears the first time.
    for _ in range(2):
        for part in parts:
            if part.poll() is None:
                part.send_signal(signal.SIGTERM)
        psutil.wait_procs([psutil.Process(part.pid) for part in parts if part.poll() is None], timeout=4)
    for part in parts:
        if part.poll() is None:
            _kill_with_children(part)


def _kill_with_children(part: subprocess.Popen[bytes]) -> None:
    for child in psutil.Process(part.pid).children(recursive=True):
        child.kill()
    part.kill()
    part.wait()


def _greet(port: int) -> None:
    from django.conf import settings

    print(f"\nHalfhour is at http://localhost:{port}\n", flush=True)
    if settings.DEMO:
        print("Demo sign-ins, password halfhour-demo:", flush=True)
        for address, who in zip(DEMO_SIGN_INS, ("student", "student", "adviser", "director"), strict=True):
            print(f"  {address:18} {who}", flush=True)
    print("\nStop with Ctrl-C.\n", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ImproperlyConfigured as error:
        sys.exit(str(error))
