"""The demo centre behind a real PgBouncer in transaction mode, and before a PostgreSQL that goes and comes back."""

import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.pooler.machine import POOL_SIZE, Machine
from tests.pooler.visitor import Visitor

pytestmark = pytest.mark.slow

PASSWORD = "halfhour-demo"
EVERYBODY = ["amina@demo.test", "bo@demo.test", "cleo@demo.test", "dara@demo.test"]
SENTENCE = "We can’t answer right now"
PROCESSES = 2


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    made = Machine()
    yield made
    made.end()


@pytest.fixture
def pooler(machine: Machine) -> Iterator[None]:
    with machine.pooler():
        yield


def signed_in(machine: Machine, email: str) -> Visitor:
    visitor = Visitor(machine.environment["BASE_URL"])
    visitor.sign_in(email, PASSWORD)
    assert visitor.status == 200
    assert visitor.url.rstrip("/") == machine.environment["BASE_URL"], visitor.page
    return visitor


@pytest.mark.usefixtures("pooler")
def test_everybody_sees_every_page_of_theirs(machine: Machine) -> None:
    with machine.web(machine.pooled):
        for email in EVERYBODY:
            seen = signed_in(machine, email).walk()
            assert {path: status for path, status in seen.items() if status >= 400} == {}
            print(f"{email}: {len(seen)} pages through the pooler")  # noqa: T201
            assert len(seen) > 5


@pytest.mark.usefixtures("pooler")
def test_a_few_acts_of_a_student(machine: Machine) -> None:
    with machine.web(machine.pooled):
        visitor = signed_in(machine, "amina@demo.test")
        visitor.get("/people/add/")
        assert "Wanjiru Pooler" in visitor.send("/people/add/", name="Wanjiru Pooler", email="wanjiru@example.org")
        visitor.get("/goals/aim/")
        visitor.send("/goals/aim/", kind="field", subject="Pooled goals", wants="Whether all of it holds.")
        assert visitor.status == 200
        assert "Pooled goals" in visitor.get("/goals/")
        visitor.get("/you/")
        visitor.send("/you/", name="Amina Pooled")
        assert "Amina Pooled" in visitor.get("/you/")


@pytest.mark.usefixtures("pooler")
@pytest.mark.parametrize("listens", [True, False])
def test_the_worker_sends_mail_past_the_pooler_or_through_it(machine: Machine, listens: bool) -> None:
    own = {"WORKER_DATABASE_URL": machine.direct} if listens else {"WORKER_LISTENS": "0"}
    folder = Path(machine.environment["VAR_DIR"]) / "mail"
    before = set(folder.glob("*"))
    with machine.web(machine.pooled), machine.worker(DATABASE_URL=machine.pooled, **own):
        visitor = Visitor(machine.environment["BASE_URL"])
        visitor.get("/account/password/reset/")
        visitor.send("/account/password/reset/", email=EVERYBODY[1 if listens else 2])
        assert visitor.status == 200
        until = time.monotonic() + 60
        while set(folder.glob("*")) == before and time.monotonic() < until:
            time.sleep(0.2)
    assert set(folder.glob("*")) > before


@pytest.mark.usefixtures("pooler")
def test_pages_leave_no_limit_of_theirs_on_a_connection_of_the_pooler(machine: Machine) -> None:
    with machine.web(machine.pooled):
        signed_in(machine, "amina@demo.test").walk()
    for _ in range(POOL_SIZE * 2):
        with psycopg.connect(machine.pooled) as connection:
            row = connection.execute("SELECT current_setting('lock_timeout'), current_setting('statement_timeout')")
            assert row.fetchone() == ("0", "0")


@pytest.mark.usefixtures("pooler")
def test_a_limit_of_time_that_belongs_to_the_role_holds_behind_the_pooler(machine: Machine) -> None:
    with psycopg.connect(machine.direct, autocommit=True) as connection:
        connection.execute("ALTER ROLE postgres IN DATABASE halfhour SET statement_timeout = '21s'")
    try:
        with psycopg.connect(machine.pooled, autocommit=True) as connection:
            limits = {connection.execute("SHOW statement_timeout").fetchone() for _ in range(4)}
            # Connections that were open before the change keep what they had; the pooler makes new ones in time.
            assert limits <= {("21s",), ("0",)}
        with psycopg.connect(machine.direct) as connection:
            assert connection.execute("SHOW statement_timeout").fetchone() == ("21s",)
    finally:
        with psycopg.connect(machine.direct, autocommit=True) as connection:
            connection.execute("ALTER ROLE postgres IN DATABASE halfhour RESET statement_timeout")


@pytest.mark.usefixtures("pooler")
@pytest.mark.parametrize("way", ["direct", "pooled"])
def test_a_database_that_goes_and_comes_back_costs_a_process_at_most_one_request(machine: Machine, way: str) -> None:
    database = getattr(machine, way)
    with machine.web(database):
        visitor = signed_in(machine, "amina@demo.test")
        for _ in range(10):
            visitor.get("/people/")
            assert visitor.status == 200

        # Away and back between two requests.
        machine.take_the_database_away()
        machine.bring_the_database_back()
        machine.wait_for_database(database)
        assert failures(visitor) <= PROCESSES

        # Away for a while: each page is a sentence, and then all is as before.
        machine.take_the_database_away()
        for path in ["/", "/people/", "/people/", "/account/login/"]:
            visitor.get(path)
            if path != "/account/login/":
                assert visitor.status == 503
            assert "Traceback" not in visitor.page
            assert SENTENCE in visitor.page or visitor.status == 200
        assert machine.status("/readyz") == 503
        assert machine.status("/healthz") == 200
        machine.bring_the_database_back()
        machine.wait_for_database(database)
        assert failures(visitor) <= PROCESSES
        assert "Amina" in visitor.get("/you/")


def failures(visitor: Visitor) -> int:
    """How many of forty requests, more than enough to meet each process, fail; each of those shows a sentence."""
    failed = 0
    for _ in range(40):
        page = visitor.get("/people/")
        if visitor.status != 200:
            assert SENTENCE in page
            failed += 1
    print(f"{failed} of 40 requests failed")  # noqa: T201
    return failed
