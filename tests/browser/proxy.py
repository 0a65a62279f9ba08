"""A proxy between browser and server that delays, drops and answers in the server's place, as networks do."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

# What somebody else's page may hold to be taken for ours.
FOREIGN = '<!doctype html><title>{title}</title><h1>{title}</h1><p class="saved" data-announce>Saved at 9:99</p>'
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host"}


class Proxy(ThreadingHTTPServer):
    """Passes everything on, but while there is a `fault` neither POSTs nor what htmx asks for.

    `is_down`: nor any page.

    `fault`: a status to answer, "drop", "sign-in", "hang" (never answers), "slow" (answers after `delay` seconds), or
    "" for none.
    """

    daemon_threads = True
    fault: int | str = ""
    delay = 0.4
    is_down = False

    def __init__(self, upstream: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream = urlsplit(upstream).netloc
        self.url = f"http://127.0.0.1:{self.server_port}"
        # What was passed on: path, body, status and outcome of each POST.
        self.passed: list[tuple[str, str, int, str]] = []
        # How many requests met a fault.
        self.failed = 0

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle of an answer is no fault of the test."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def log_message(self, format: str, *args: Any) -> None:
        """Quietly."""

    def do_GET(self) -> None:
        if self.path == "/network/sign-in/":
            self.answer(200, {"Content-Type": "text/html"}, FOREIGN.format(title="Welcome to the library's network"))
        elif "HX-Request" in self.headers or self.server.is_down:
            self.meet_fault(b"")
        else:
            self.pass_on(b"")

    def do_POST(self) -> None:
        self.meet_fault(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def meet_fault(self, body: bytes) -> None:
        fault = self.server.fault
        self.server.failed += fault not in ("", "slow")
        if fault == "drop":
            self.close_connection = True
        elif fault == "hang":
            self.rfile.read(1)
        elif fault == "sign-in":
            self.answer(302, {"Location": "/network/sign-in/"}, "")
        elif isinstance(fault, int):
            self.answer(fault, {"Content-Type": "text/html"}, FOREIGN.format(title=f"Error {fault}"))
        else:
            if fault == "slow":
                time.sleep(self.server.delay)
            self.pass_on(body)

    def pass_on(self, body: bytes) -> None:
        connection = HTTPConnection(self.server.upstream, timeout=20)
        headers = {
            name: value.replace(urlsplit(self.server.url).netloc, self.server.upstream)
            for name, value in self.headers.items()
            if name.lower() not in HOP_BY_HOP
        }
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        content = answer.read()
        if self.command == "POST":
            outcome = answer.headers.get("X-Answer", "")
            self.server.passed.append((self.path, body.decode("utf-8", "replace"), answer.status, outcome))
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP_BY_HOP]
        self.answer(answer.status, kept, content)
        connection.close()

    def answer(self, status: int, headers: Any, content: str | bytes) -> None:
        whole = content.encode() if isinstance(content, str) else content
        self.send_response_only(status)
        for name, value in headers.items() if isinstance(headers, dict) else headers:
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(whole)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(whole)


@contextmanager
def proxy_to(upstream: str) -> Iterator[Proxy]:
    """A proxy in front of `upstream`, which ends with the block."""
    proxy = Proxy(upstream)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
