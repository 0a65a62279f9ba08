"""What waits for the database ends, and whoever waited reads a sentence and has their words."""

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import (
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    connection,
    transaction,
)
from django.test import Client, RequestFactory

from core import errors, waits
from core.middleware import EndWaits


@pytest.mark.django_db
def test_a_connection_of_its_own_has_the_limits_of_its_process() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout'), current_setting('statement_timeout')")
        assert cursor.fetchone() == ("10s", "0")


@pytest.mark.django_db
def test_a_connection_that_a_pooler_lends_is_left_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '77s'")
        # As a pooler has it: the number of the process is made up.
        cursor.execute(waits._LIMIT, ["1s", "1s", "1s", 1])
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("77s",)


@pytest.mark.parametrize(
    ("error", "waits"),
    [
        (OperationalError("the connection is lost"), True),
        (InterfaceError("the connection is closed"), True),
        (IntegrityError("twice"), False),
        (DataError("too long"), False),
        (InternalError("current transaction is aborted"), False),
        (NotSupportedError("no such thing"), False),
        (ValueError("ours"), False),
    ],
)
def test_tells_what_passes_from_what_is_broken(error: Exception, waits: bool) -> None:
    assert errors.is_wait(error) is waits


@pytest.fixture
def outdated(transactional_db: None) -> Iterator[None]:
    """A table whose column a migration changes between two statements that were planned once."""
    options = connection.settings_dict["OPTIONS"]
    before = dict(options)
    connection.close()
    options |= {"server_side_binding": True, "prepare_threshold": 0}
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE outdated (word varchar(5))")
        cursor.execute("INSERT INTO outdated VALUES ('one')")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE outdated")
    connection.close()
    connection.settings_dict["OPTIONS"] = before


def read_words() -> list[tuple[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM outdated WHERE word <> %s", ["two"])
        return cursor.fetchall()


def change() -> None:
    with psycopg.connect(**{**connection.get_connection_params(), "cursor_factory": psycopg.Cursor}) as other:
        other.execute("ALTER TABLE outdated ALTER word TYPE text")


@pytest.mark.usefixtures("outdated")
def test_d6_a_page_goes_on_over_a_plan_that_a_migration_outdated() -> None:
    assert [read_words() for _ in range(3)] == [[("one",)]] * 3
    change()
    with pytest.raises(NotSupportedError, match="cached plan must not change result type"):
        read_words()
    with waits.bounded(time.monotonic()):
        assert read_words() == [("one",)]
    assert read_words() == [("one",)]


@pytest.mark.usefixtures("outdated")
def test_d6_within_a_transaction_the_next_try_is_served() -> None:
    read_words()
    change()
    with waits.bounded(time.monotonic()):
        with pytest.raises(NotSupportedError) as refused, transaction.atomic():
            read_words()
        assert errors.is_wait(refused.value)
        assert read_words() == [("one",)]


@pytest.mark.django_db
def test_only_a_wait_becomes_a_503() -> None:
    walk = EndWaits(lambda request: None)  # type: ignore[arg-type, return-value]
    request = RequestFactory().get("/people/")
    answer = walk.process_exception(request, OperationalError("gone"))
    assert answer is not None
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert '<a class="button" href="">Reload this page</a>' in answer.content.decode()
    assert walk.process_exception(request, ValueError("ours")) is None


def sent(**headers: str) -> str:
    words = {"why": "Because of <b>kelp</b> & co", "name": "Kim", "csrfmiddlewaretoken": "t" * 32}
    request = RequestFactory().post("/people/add/?next=/goals/", words, headers=headers)
    return errors.unavailable(request, OperationalError("gone")).content.decode()


def test_the_page_holds_the_words_in_a_form() -> None:
    page = sent(origin="http://testserver")
    assert 'action="/people/add/?next=/goals/"' in page
    assert 'name="why" value="Because of &lt;b&gt;kelp&lt;/b&gt; &amp; co"' in page
    assert 'name="name" value="Kim"' in page
    assert page.count('name="csrfmiddlewaretoken"') == 1
    assert "t" * 32 not in page
    assert "wasn’t saved" in page


def test_a_page_of_another_site_does_not_speak_through_ours() -> None:
    assert "kelp" not in sent(origin="https://elsewhere.test")
    assert "kelp" not in sent(**{"sec-fetch-site": "cross-site"})


def test_a_password_is_not_written_into_the_page() -> None:
    request = RequestFactory().post("/account/login/", {"login": "a@b.test", "password": "hunter2hunter2"})
    page = errors.unavailable(request, OperationalError("gone")).content.decode()
    assert "hunter2" not in page
    assert "type it again" in page
    assert "still on this page" not in page


def test_what_the_page_cannot_hold_is_not_promised() -> None:
    request = RequestFactory().post("/people/add/", {"why": "kelp " * 60_000})
    page = errors.unavailable(request, OperationalError("gone")).content.decode()
    assert "kelp" not in page
    assert "too long to keep" in page
    assert "still on this page" not in page


@pytest.mark.django_db(transaction=True)
def test_g12_a_statement_that_waits_behind_a_pooler_is_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No limit of PostgreSQL's own helps there: our side ends the wait."""
    monkeypatch.setattr(settings, "DATABASE_LIMITS", {"lock": 0, "statement": 1, "idle": 0})
    connection.close()
    waits.look_after()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        began = time.monotonic()
        with waits.bounded(began), pytest.raises(OperationalError):
            cursor.execute("SELECT pg_sleep(20)")
        assert time.monotonic() - began < 4
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    connection.close()
    assert any(thread.name == "waits" for thread in threading.enumerate())


@pytest.mark.django_db
def test_g16_a_sign_of_life_asks_nobody(as_amina: Client) -> None:
    def away(execute: object, *args: object) -> None:
        raise OperationalError("refused")

    with connection.execute_wrapper(away):
        assert as_amina.get("/healthz").status_code == 200
        assert as_amina.get("/static/nothing.css").status_code == 404
        answer = as_amina.get("/goals/")
    assert answer.status_code == 503
    assert "We can’t answer right now" in answer.content.decode()
