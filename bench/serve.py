"""The servers under measurement, started as in production and ended by their own process."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import psutil

from bench.ground import ROOT, VAR
from config.run import web_server


@contextmanager
def serving(port: int) -> Iterator[psutil.Process]:
    """Our application on loopback, until the block is left."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    with _served(web_server(port, processes=os.cpu_count() or 1), port, cwd=ROOT, env=env) as server:
        yield server


@contextmanager
def bare(port: int) -> Iterator[psutil.Process]:
    """The bare views beside it, by a server as its makers start it."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "bench.settings"}
    with granian(sys.executable, "bench.wsgi:application", port, cwd=ROOT, env=env) as server:
        yield server


@contextmanager
def granian(python: str, application: str, port: int, *, cwd: Path, env: dict[str, str]) -> Iterator[psutil.Process]:
    """granian of `python` with one worker a core on loopback, as its makers start it, until the block is left."""
    command = [python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(os.cpu_count() or 1), "--blocking-threads", "1", "--no-ws", "--log-level", "warning"]
    with _served([*command, application], port, cwd=cwd, env=env) as server:
        yield server


@contextmanager
def _served(command: list[str], port: int, *, cwd: Path, env: dict[str, str]) -> Iterator[psutil.Process]:
    server = subprocess.Popen(command, cwd=cwd, env=env)
    try:
        _wait(port, server)
        yield psutil.Process(server.pid)
    finally:
        server.terminate()
        try:
            server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            raise SystemExit(f"the server on port {port} ended by itself")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"no answer on port {port}")


def megabytes(server: psutil.Process) -> float:
    """What the server and its workers hold, memory that they share counted once."""
    family = [server, *server.children(recursive=True)]
    return sum(p.memory_full_info().pss for p in family) / 1024 / 1024


def busy(server: psutil.Process) -> float:
    """The seconds of processor time that the server and its workers have used so far."""
    times = (p.cpu_times() for p in [server, *server.children(recursive=True)])
    return sum(t.user + t.system for t in times)


def database() -> psutil.Process:
    """The embedded PostgreSQL."""
    return psutil.Process(int((VAR / "postgres" / "postmaster.pid").read_text().split()[0]))
