"""An idle connection is looked at before it is asked: a live one costs nothing, a dead one is replaced."""

import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


def _end_from_outside(pid: int) -> None:
    told = connection.settings_dict
    at = {"host": told["HOST"], "port": told["PORT"], "user": told["USER"], "dbname": told["NAME"], **told["OPTIONS"]}
    password = {"password": told["PASSWORD"]} if told["PASSWORD"] else {}
    with psycopg.connect(**{name: value for name, value in at.items() if value}, **password, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


def test_trusts_a_quiet_connection_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    asked: list[str] = []
    monkeypatch.setattr(psycopg.Cursor, "execute", lambda self, query, *rest, **more: asked.append(str(query)))
    assert connection.is_usable()
    assert asked == []


def test_notices_that_the_server_hung_up() -> None:
    connection.ensure_connection()
    _end_from_outside(connection.connection.info.backend_pid)
    assert not connection.is_usable()
    connection.close()


def test_a_notice_is_no_end() -> None:
    with connection.cursor() as cursor:
        cursor.execute("LISTEN halfhour_test")
        cursor.execute("NOTIFY halfhour_test")
    assert connection.is_usable()
    connection.close()


def test_has_no_connection_to_trust() -> None:
    connection.close()
    assert not connection.is_usable()
