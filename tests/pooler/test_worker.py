"""The worker before a PostgreSQL that stops, hangs, fills up and restarts: one process, and nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.pooler.machine import ROOT, Machine

pytestmark = pytest.mark.slow

BEAT, LOCK = "core.tasks.beat", "beat"
# Seconds in which the worker works again once the database does, and in which it takes up what was cut off.
RECOVERS_WITHIN, TAKEN_UP_WITHIN = 20, 110


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    made = Machine()
    yield made
    made.end()


class Worker:
    """The real one, and what it logs."""

    def __init__(self, machine: Machine, log: Path) -> None:
        self.machine, self.log = machine, log
        environment = {**machine.environment, "LOG_LEVEL": "WARNING"}
        with log.open("ab") as file:
            command = [sys.executable, "manage.py", "worker"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=file)

    def lives(self) -> bool:
        return self.process.poll() is None

    def defer(self) -> int:
        """Have it beat once more; gives the job."""
        with psycopg.connect(self.machine.direct) as connection:
            row = connection.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args, status, attempts)"
                " VALUES ('default', %s, 0, '{\"timestamp\": 0}', 'todo', 0) RETURNING id",
                [BEAT],
            ).fetchone()
        assert row is not None
        return int(row[0])

    def status(self, job: int) -> tuple[str, int]:
        with psycopg.connect(self.machine.direct, connect_timeout=5) as connection:
            row = connection.execute(
                "SELECT status::text, attempts FROM procrastinate_jobs WHERE id = %s", [job]
            ).fetchone()
        assert row is not None
        return row[0], row[1]

    def works(self, within: float = RECOVERS_WITHIN) -> float:
        """The seconds that a job of now takes."""
        began = time.monotonic()
        job = self.defer()
        wait_for(lambda: self.status(job)[0] == "succeeded", within)
        return time.monotonic() - began


def wait_for(holds: Callable[[], bool], within: float) -> float:
    began = time.monotonic()
    while time.monotonic() - began < within:
        with suppress(psycopg.OperationalError):
            if holds():
                return time.monotonic() - began
        time.sleep(0.1)
    pytest.fail(f"not within {within} s")


@pytest.fixture
def worker(machine: Machine, tmp_path: Path) -> Iterator[Worker]:
    made = Worker(machine, tmp_path / "log")
    try:
        made.works(60)
        yield made
        assert made.lives(), made.log.read_text()
        made.process.terminate()
        assert made.process.wait(timeout=30) == 0, made.log.read_text()
    finally:
        made.process.kill()
        made.process.wait()
        print(made.log.read_text()[-3000:])  # noqa: T201


@contextmanager
def at_a_job(machine: Machine, worker: Worker) -> Iterator[int]:
    """The worker is in the middle of the job that is given."""
    with suppress(psycopg.OperationalError), psycopg.connect(machine.direct) as other:
        other.execute("LOCK TABLE core_pulse")
        job = worker.defer()
        wait_for(lambda: worker.status(job)[0] == "doing", 20)
        yield job


def servers(machine: Machine) -> list[psutil.Process]:
    """The processes of PostgreSQL, the first of them the postmaster."""
    number = int((machine.var / "postgres" / "postmaster.pid").read_text().split()[0])
    first = psutil.Process(number)
    return [first, *first.children(recursive=True)]


def start_anew(machine: Machine, gone: list[psutil.Process]) -> None:
    """After PostgreSQL ended at once, without a goodbye to anybody."""
    psutil.wait_procs(gone, timeout=20)
    machine.bring_the_database_back()


@contextmanager
def stopped(machine: Machine) -> Iterator[None]:
    machine.take_the_database_away()
    yield
    machine.bring_the_database_back()


@contextmanager
def killed(machine: Machine) -> Iterator[None]:
    """As a machine that loses its power, and the one that takes its place."""
    processes = servers(machine)
    processes[0].send_signal(signal.SIGQUIT)
    yield
    start_anew(machine, processes)


@contextmanager
def hung(machine: Machine) -> Iterator[None]:
    processes = servers(machine)
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGSTOP)
    yield
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGCONT)


@contextmanager
def hung_for_good(machine: Machine) -> Iterator[None]:
    """It hangs, and is replaced."""
    processes = servers(machine)
    with hung(machine):
        yield
        processes[0].send_signal(signal.SIGQUIT)
    start_anew(machine, processes)


@contextmanager
def cut_off(machine: Machine) -> Iterator[None]:
    """Every connection is ended and no new one is let in, as while a standby takes over."""
    with psycopg.connect(machine.direct, dbname="postgres", autocommit=True) as server:
        server.execute("ALTER DATABASE halfhour ALLOW_CONNECTIONS false")
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'halfhour'")
        yield
        server.execute("ALTER DATABASE halfhour ALLOW_CONNECTIONS true")


@contextmanager
def crowded(machine: Machine) -> Iterator[None]:
    """The worker's connections are ended, and others hold every one that there is."""
    with ExitStack() as others:
        server = others.enter_context(psycopg.connect(machine.direct, dbname="postgres", autocommit=True))
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'halfhour'")
        with suppress(psycopg.OperationalError):
            while True:
                others.enter_context(psycopg.connect(machine.direct, dbname="postgres"))
        yield


@pytest.mark.parametrize("fault", [stopped, killed, hung, hung_for_good, cut_off, crowded])
@pytest.mark.parametrize("seconds", [1, 25])
def test_outlives_its_database_in_one_process(
    machine: Machine, worker: Worker, fault: Callable[[Machine], object], seconds: int
) -> None:
    with fault(machine):  # type: ignore[attr-defined]
        time.sleep(seconds)
    machine.wait_for_database(machine.direct)
    taken = worker.works()
    print(f"{fault.__name__} for {seconds} s: works again {taken:.1f} s after the database")  # type: ignore[attr-defined] # noqa: T201


@pytest.mark.parametrize(("fault", "seconds"), [(stopped, 0), (killed, 0), (cut_off, 0), (killed, 15)])
def test_a_job_in_whose_midst_its_database_went_away_is_taken_up_again(
    machine: Machine, worker: Worker, fault: Callable[[Machine], object], seconds: int
) -> None:
    with at_a_job(machine, worker) as job, fault(machine):  # type: ignore[attr-defined]
        time.sleep(seconds)
    machine.wait_for_database(machine.direct)
    taken = wait_for(lambda: worker.status(job)[0] in {"succeeded", "failed"}, TAKEN_UP_WITHIN)
    assert worker.status(job) == ("succeeded", 2)
    print(f"{fault.__name__} for {seconds} s: done {taken:.0f} s after the database")  # type: ignore[attr-defined] # noqa: T201


def test_a_job_of_a_worker_that_was_killed_is_taken_up_again_once(
    machine: Machine, tmp_path: Path, worker: Worker
) -> None:
    with at_a_job(machine, worker) as job:
        worker.process.kill()
        worker.process.wait()
    worker.process = Worker(machine, worker.log).process
    wait_for(lambda: worker.status(job) == ("succeeded", 2), TAKEN_UP_WITHIN)


def test_ends_within_seconds_while_its_database_hangs(machine: Machine, worker: Worker) -> None:
    with at_a_job(machine, worker), hung(machine):
        worker.process.terminate()
        began = time.monotonic()
        worker.process.wait(timeout=40)
        print(f"ended after {time.monotonic() - began:.0f} s")  # noqa: T201
    worker.process = Worker(machine, worker.log).process
    worker.works(60)


def test_begins_before_its_database_does(machine: Machine, tmp_path: Path) -> None:
    with stopped(machine):
        worker = Worker(machine, tmp_path / "log")
        wait_for(lambda: "The database isn't answering" in worker.log.read_text(), 60)
        assert worker.lives()
    try:
        machine.wait_for_database(machine.direct)
        worker.works(30)
        assert "The database answers again" in worker.log.read_text()
    finally:
        os.kill(worker.process.pid, signal.SIGTERM)
        worker.process.wait(timeout=30)
