"""How a web process takes requests: a body is whole before a page is worked on, and nobody waits long for a turn."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from django.test import RequestFactory

from core import bodies, serving


class Recorder:
    """A WSGI application that notes what it was given, and works until it is let go."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.given: dict[str, Any] = {}
        self.begun, self.free = threading.Event(), threading.Event()
        self.free.set()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.bodies.append(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        self.given = environ
        self.begun.set()
        assert self.free.wait(20)
        start_response("200 OK", [])
        return [b"done"]


@pytest.fixture
def application() -> Iterator[Recorder]:
    made = Recorder()
    yield made
    made.free.set()


def ask(server: serving.Server, path: str = "/people/", body: bytes = b"", **environ: Any) -> tuple[int, str]:
    """The status and the page."""
    statuses: list[str] = []
    request = RequestFactory().generic("POST" if body else "GET", path, body, "application/x-www-form-urlencoded")
    given = {**request.environ, "HTTP_HOST": "testserver", **environ}
    page = b"".join(server(given, lambda status, headers, exc_info=None: statuses.append(status)))
    return int(statuses[0].split()[0]), page.decode()


@pytest.fixture
def server(application: Recorder) -> serving.Server:
    return serving.Server(application, threads=1)


def test_a_body_is_whole_before_a_page_is_worked_on(server: serving.Server, application: Recorder) -> None:
    assert ask(server, body=b"name=Kim") == (200, "done")
    assert ask(server, body=b"x" * (2 * serving.IN_MEMORY)) == (200, "done")
    assert application.bodies == [b"name=Kim", b"x" * (2 * serving.IN_MEMORY)]


def test_g11_no_request_carries_the_secrets_of_the_process(server: serving.Server, application: Recorder) -> None:
    for path in ("/people/", "/healthz"):
        ask(server, path, DATABASE_URL="postgresql://halfhour:secret@db.test/centre", SECRET_KEY="secret")
        assert "secret" not in str(application.given)


def test_a_body_without_a_length_is_read_as_far_as_its_page_takes(
    server: serving.Server, application: Recorder
) -> None:
    chunked = {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": "", "REQUEST_METHOD": "POST"}
    assert ask(server, **chunked, **{"wsgi.input": BytesIO(b"name=Kim")}) == (200, "done")
    assert application.bodies == [b"name=Kim"]
    endless = BytesIO(b"x" * (bodies.FILES + 2 * serving.BLOCK))
    ask(server, "/you/", **chunked, **{"wsgi.input": endless})
    assert endless.tell() <= bodies.FILES + serving.BLOCK


def test_what_breaks_off_is_not_worked_on(server: serving.Server, application: Recorder) -> None:
    status, page = ask(server, body=b"name=Kim", CONTENT_LENGTH="20", **{"wsgi.input": BytesIO(b"name=Kim")})
    assert (status, "didn’t arrive complete" in page) == (400, True)
    assert application.bodies == []


def test_who_waits_too_long_for_their_turn_keeps_their_words(
    server: serving.Server, application: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "TURN_WITHIN", 0.1)
    application.free.clear()
    with ThreadPoolExecutor(1) as others:
        first = others.submit(ask, server)
        assert application.begun.wait(20)
        status, page = ask(server, body=b"why=Because+of+the+kelp")
        assert status == 503
        assert 'name="why" value="Because of the kelp"' in page
        application.free.set()
        assert first.result() == (200, "done")
    # Whoever had been told to try again was not worked on after all.
    assert application.bodies == [b""]


def test_what_asks_nobody_is_answered_beside_those_who_wait(server: serving.Server, application: Recorder) -> None:
    application.free.clear()
    with ThreadPoolExecutor(2) as others:
        first = others.submit(ask, server)
        assert application.begun.wait(20)
        application.begun.clear()
        second = others.submit(ask, server, "/healthz")
        assert application.begun.wait(20)
        application.free.set()
        assert (first.result(), second.result()) == ((200, "done"), (200, "done"))


def test_g1_more_slow_senders_than_room_are_told_at_once(
    application: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "READERS", 0)
    server = serving.Server(application, threads=1)
    assert ask(server, body=b"name=Kim")[0] == 503
    assert ask(server) == (200, "done")
