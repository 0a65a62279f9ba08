"""What goes over the wire to a server on loopback, as badly as somebody may send it."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from tests.pooler.visitor import Visitor

# What is asked for while others hang: it answers at once, but this machine may be busy.
ALIVE = 3.0
# No page takes longer, whatever happens.
LONGEST = 5.0

FORM = b"Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def get(port: int, path: str, cookie: str = "") -> tuple[int, float, str]:
    """The status, the seconds it took, and the page."""
    began = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    page = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, time.monotonic() - began, page


def visit(visitor: Visitor, path: str) -> tuple[int, float]:
    began = time.monotonic()
    visitor.get(path)
    return visitor.status, time.monotonic() - began


def at_once(visitors: list[Visitor], path: str) -> list[tuple[int, float]]:
    """Everybody asks for `path` at the same time."""
    with ThreadPoolExecutor(len(visitors)) as threads:
        return list(threads.map(lambda visitor: visit(visitor, path), visitors))


def begin(port: int, head: bytes, body: bytes = b"") -> socket.socket:
    """Send no more than this."""
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    line.sendall(head + body)
    return line


def pour(line: socket.socket, most: int, *, chunked: bool = False) -> int:
    """Send up to `most` bytes until nobody takes them any more; gives how many were taken."""
    block = b"x" * 65536
    piece = b"10000\r\n" + block + b"\r\n" if chunked else block
    taken = 0
    try:
        while taken < most:
            line.sendall(piece)
            taken += len(block)
    except OSError:
        pass
    return taken


def answer(line: socket.socket) -> str:
    """What came back, as far as it came."""
    received = b""
    try:
        while part := line.recv(65536):
            received += part
    except OSError:
        pass
    return received.decode(errors="replace")
