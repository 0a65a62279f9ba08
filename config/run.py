"""`bin/run`: everything one machine needs, in one foreground process group that stops cleanly on Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from types import FrameType

import psutil

from config.env import database_url, env, var_dir

DEMO_SIGN_INS = ("amina@demo.test", "bo@demo.test", "cleo@demo.test", "dara@demo.test")


def main() -> int:
    """Run until a signal or until a part ends; the status is that of the part that ended by itself."""
    port = env.int("PORT", default=8000)
    debug = env.bool("DEBUG", default=False)
    os.environ.setdefault("BASE_URL", f"http://localhost:{port}")
    os.environ.setdefault("VAR_DIR", str(var_dir()))
    var_dir().mkdir(parents=True, exist_ok=True)
    os.environ["DATABASE_URL"] = database_url(debug=debug)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    _prepare(debug)
    return _serve(port)


def _prepare(debug: bool) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    if not debug:
        call_command("collectstatic", interactive=False, verbosity=0)
    if settings.DEMO:
        call_command("demo", if_empty=True)


def _serve(port: int) -> int:
    python = sys.executable
    web = [python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    web += ["--workers", str(os.cpu_count() or 1), "--blocking-threads", "1", "--no-ws", "config.wsgi:application"]
    work = [python, "manage.py", "procrastinate", "worker", "--concurrency", "2"]
    parts: list[subprocess.Popen[bytes]] = []

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    status = 0
    try:
        parts += [subprocess.Popen([*web, "--log-level", "warning"]), subprocess.Popen(work)]
        _greet(port)
        while (status := next((p.returncode for p in parts if p.poll() is not None), -1)) == -1:
            time.sleep(0.2)
    except KeyboardInterrupt:
        status = 0
    finally:
        _end(parts)
    return status


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
    sys.exit(main())
