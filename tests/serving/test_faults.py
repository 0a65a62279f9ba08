"""PostgreSQL stops, hangs and fills up below a real server: what is lost, how long it takes, and what comes back."""

import contextlib
import threading
import time
from collections.abc import Callable

import psycopg
import pytest

from tests.pooler.machine import Machine
from tests.pooler.visitor import Visitor
from tests.serving.test_waits import hung, locked, signed_in
from tests.serving.wire import ALIVE, LONGEST, get, visit

pytestmark = pytest.mark.slow


class Writer:
    """A browser that keeps goals as fast as it can, and remembers which of them it was told are kept."""

    def __init__(self, visitor: Visitor, name: str) -> None:
        self.visitor, self.name = visitor, name
        self.kept: list[str] = []
        self.refused = 0
        self.slowest = 0.0
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._write)

    def __enter__(self) -> "Writer":
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ends.set()
        self._thread.join()

    def _write(self) -> None:
        number = 0
        while not self._ends.is_set():
            number += 1
            subject = f"{self.name} {number}"
            with contextlib.suppress(AssertionError):
                self._timed(lambda: self.visitor.get("/goals/aim/"))
                self._timed(lambda: self.visitor.send("/goals/aim/", kind="field", subject=subject, wants="Whether."))  # noqa: B023
            if self.visitor.status == 200 and "/goals/aim/" not in self.visitor.url:
                self.kept.append(subject)
            else:
                self.refused += 1
                assert self.visitor.status in {200, 503}, self.visitor.page

    def _timed(self, act: Callable[[], object]) -> None:
        began = time.monotonic()
        act()
        self.slowest = max(self.slowest, time.monotonic() - began)


def lost(machine: Machine, writers: list[Writer]) -> set[str]:
    """What somebody was told is kept, and is not there."""
    with psycopg.connect(machine.direct) as connection:
        there = {subject for (subject,) in connection.execute("SELECT subject FROM goals_goal")}
    return {subject for writer in writers for subject in writer.kept} - there


def stopped(machine: Machine) -> contextlib.AbstractContextManager[None]:
    @contextlib.contextmanager
    def away() -> object:
        machine.take_the_database_away()
        yield
        machine.bring_the_database_back()

    return away()  # type: ignore[return-value]


@contextlib.contextmanager
def crowded(machine: Machine) -> object:
    """Others hold every connection that PostgreSQL gives, but those that the server has already."""
    with contextlib.ExitStack() as others:
        with contextlib.suppress(psycopg.OperationalError):
            while True:
                others.enter_context(psycopg.connect(machine.direct, connect_timeout=2))
        yield


FAULTS = {"stopped": stopped, "hung": hung, "locked": lambda m: locked(m, "goals_goal"), "crowded": crowded}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_kept_stays_and_all_goes_on_by_itself(machine: Machine, fault: str) -> None:
    with machine.web(machine.direct):
        visitors = signed_in(machine, 5)
        writers = [Writer(visitor, f"{fault} {number}") for number, visitor in enumerate(visitors[:4])]
        with contextlib.ExitStack() as at_work:
            for writer in writers:
                at_work.enter_context(writer)
            time.sleep(3)
            with FAULTS[fault](machine):  # type: ignore[operator]
                for _ in range(4):
                    for path in ("/healthz", "/static/nothing.css"):
                        assert get(machine.web_port, path)[1] < ALIVE
                    status, seconds = visit(visitors[4], "/people/")
                    assert status in {200, 503}
                    assert seconds < LONGEST
                    time.sleep(1)
            back = time.monotonic()
            while visit(visitors[4], "/goals/")[0] != 200:
                assert time.monotonic() - back < 30
            recovered = time.monotonic() - back
            time.sleep(2)
        kept, refused = sum(len(writer.kept) for writer in writers), sum(writer.refused for writer in writers)
        slowest = max(writer.slowest for writer in writers)
        print(  # noqa: T201
            f"{fault}: {kept} kept, {refused} refused, {len(lost(machine, writers))} lost;"
            f" slowest page {slowest:.1f} s; back after {recovered:.1f} s"
        )
        assert lost(machine, writers) == set()
        assert kept > 0
        assert slowest < LONGEST
        # Every thread of the server is back at its work.
        assert {visit(visitor, "/goals/")[0] for visitor in visitors * 4} == {200}


def test_ready_within_seconds_of_a_first_start(machine: Machine) -> None:
    with psycopg.connect(machine.direct) as connection:
        connection.execute("DELETE FROM core_pulse")
    with machine.worker(DATABASE_URL=machine.direct), machine.web(machine.direct):
        began = time.monotonic()
        while get(machine.web_port, "/readyz")[0] != 200:
            assert time.monotonic() - began < 60, get(machine.web_port, "/readyz")
            time.sleep(0.2)
    print(f"ready after {time.monotonic() - began:.1f} s")  # noqa: T201
    assert time.monotonic() - began < 15
