"""How a web process takes requests: clients are waited for outside, pages are worked on by a few threads inside.

The web server (granian) gives each request a thread of its own, of which it may have many: they cost little and hold no
connection to PostgreSQL. There the body is read, so that a client who sends it slowly keeps nobody else waiting. Pages
are made by WEB_THREADS threads, each with the one connection that it keeps
(docs/decisions/0051-clients-are-waited-for-outside.md).
"""

import io
import logging
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from core import bodies, errors, waits

log = logging.getLogger(__name__)

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

HEALTH = "/healthz"
# granian hands its own environment on with each request, and a page of errors for developers would show it.
PRIVATE = ("SECRET_KEY", "SECRET_KEY_FALLBACKS", "DATABASE_URL", "WORKER_DATABASE_URL", "EMAIL_URL")
# Of the threads that granian has (SERVER_THREADS), so many may wait for their client, and so many for a page; the
# others are there for what needs neither.
SERVER_THREADS = 128
READERS = 48
QUEUE = 64
# Seconds until somebody who waits for their turn is told to try again.
TURN_WITHIN = 2.5
# Bytes of a body that are kept in memory; what is longer waits in a file.
IN_MEMORY = 256 * 1024
BLOCK = 64 * 1024


class CutShort(Exception):
    """The client went away before it had sent what it announced."""


class Server:
    """A WSGI application around Django's own."""

    def __init__(self, application: Application, *, threads: int) -> None:
        self._application = application
        self._pages = ThreadPoolExecutor(threads, thread_name_prefix="page")
        self._readers, self._queue = BoundedSemaphore(READERS), BoundedSemaphore(QUEUE)
        waits.look_after()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        for name in PRIVATE:
            environ.pop(name, None)
        if _asks_nobody(environ["PATH_INFO"]) or bodies.is_too_long(environ):
            return self._application(environ, start_response)
        if _has_body(environ):
            if not self._readers.acquire(blocking=False):
                return _refuse(environ, start_response)
            try:
                _read(environ)
            except OSError as error:
                log.error("A body could not be kept: %s.", error.strerror)
                return _refuse(environ, start_response)
            except CutShort:
                environ |= {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
                return _answer(environ, start_response, errors.cut_short)
            finally:
                self._readers.release()
            if bodies.is_too_long(environ):
                return self._application(environ, start_response)
        if not self._queue.acquire(blocking=False):
            return _refuse(environ, start_response)
        try:
            page = self._pages.submit(self._work, environ, start_response, time.monotonic())
            try:
                return page.result(TURN_WITHIN)
            except TimeoutError:
                if page.cancel():
                    return _refuse(environ, start_response)
                # It is being worked on, and whatever it waits for ends.
                return page.result()
        finally:
            self._queue.release()

    def _work(self, environ: Environ, start_response: StartResponse, since: float) -> Iterable[bytes]:
        if waits.failed_since(since):
            # While this one waited for its turn: it has no time left to find out the same.
            return _refuse(environ, start_response)
        with waits.bounded(since):
            response = self._application(environ, start_response)
            if getattr(response, "streaming", True):
                return response
            try:
                # As a list, which granian sends in one piece.
                return [b"".join(response)]
            finally:
                # Here, since this is the thread whose connection it looks after.
                getattr(response, "close", lambda: None)()


def _asks_nobody(path: str) -> bool:
    """Whether an answer needs no database, so that it may be given by any thread (core.middleware.answer_at_once)."""
    return path == HEALTH or path.startswith(settings.STATIC_URL)


def _has_body(environ: Environ) -> bool:
    return environ.get("CONTENT_LENGTH", "0") not in {"", "0"} or "HTTP_TRANSFER_ENCODING" in environ


def _read(environ: Environ) -> None:
    """Put the body in the place of the line on which it comes, at most as much as any page takes and a little more.

    Raises CutShort where it ends before the length that its head says.
    """
    announced = environ.get("CONTENT_LENGTH") or ""
    wanted = int(announced) if announced else bodies.FILES + 1
    body, length = tempfile.SpooledTemporaryFile(IN_MEMORY), 0  # noqa: SIM115 - it goes with the request
    while length < wanted and (block := environ["wsgi.input"].read(min(BLOCK, wanted - length))):
        length += body.write(block)
    if announced and length < wanted:
        raise CutShort
    body.seek(0)
    environ |= {"wsgi.input": body, "CONTENT_LENGTH": str(length)}
    environ.pop("HTTP_TRANSFER_ENCODING", None)


def _refuse(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Everybody who could answer is at work: say so, with the words that came, as far as they were read."""
    log.warning("%s %s: no thread is free.", environ["REQUEST_METHOD"], environ["PATH_INFO"])
    if not isinstance(environ["wsgi.input"], tempfile.SpooledTemporaryFile):
        environ |= {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
    return _answer(environ, start_response, errors.unavailable)


def _answer(environ: Environ, start_response: StartResponse, page: Callable[[WSGIRequest], Any]) -> Iterable[bytes]:
    response = page(WSGIRequest(environ))
    start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return [response.content]
