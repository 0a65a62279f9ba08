"""A load of keep-alive connections over plain sockets: it must cost little beside what it measures."""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

CONNECTIONS = 8


@dataclass
class Load:
    """What was answered: milliseconds of every request, and the answers that were not as expected."""

    seconds: float = 0.0
    # Processor seconds of the web server and of the database.
    web: float = 0.0
    data: float = 0.0
    times: list[float] = field(default_factory=list)
    wrong: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def cost(self) -> tuple[float, float]:
        """Processor milliseconds a request, of the web server and of the database: steady on a busy machine too."""
        count = len(self.times) or 1
        return self.web * 1000 / count, self.data * 1000 / count

    def percentile(self, share: float) -> float:
        """The milliseconds that `share` of the requests stayed under."""
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0

    def add(self, other: "Load") -> None:
        self.seconds += other.seconds
        self.web += other.web
        self.data += other.data
        self.times += other.times
        for status, count in other.wrong.items():
            self.wrong[status] = self.wrong.get(status, 0) + count


def drive(port: int, requests: Sequence[bytes], *, seconds: float, expected: int = 200) -> Load:
    """Send `requests`, each connection its own share of them in turn, for `seconds`."""
    until = time.perf_counter() + seconds
    loads = [Load() for _ in range(CONNECTIONS)]
    threads = [
        threading.Thread(target=_one, args=(port, requests[n::CONNECTIONS], until, expected, load))
        for n, load in enumerate(loads)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = Load()
    for load in loads:
        whole.add(load)
    whole.seconds = time.perf_counter() - began
    return whole


def _one(port: int, requests: Sequence[bytes], until: float, expected: int, load: Load) -> None:
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection:
        turn = 0
        while (began := time.perf_counter()) < until:
            connection.sendall(requests[turn % len(requests)])
            status = _read(connection)
            load.times.append((time.perf_counter() - began) * 1000)
            if status != expected:
                load.wrong[status] = load.wrong.get(status, 0) + 1
            turn += 1


def _read(connection: socket.socket) -> int:
    """Read one answer to its end; gives its status."""
    held = b""
    while (end := held.find(b"\r\n\r\n")) < 0:
        held += _more(connection)
    head = held[:end].lower()
    at = head.find(b"content-length:")
    if at >= 0:
        left = int(head[at + 15 :].split(b"\r\n", 1)[0]) - (len(held) - end - 4)
        while left > 0:
            left -= len(_more(connection))
    elif b"transfer-encoding: chunked" in head:
        while not held.endswith(b"0\r\n\r\n"):
            held += _more(connection)
    return int(head[9:12])


def _more(connection: socket.socket) -> bytes:
    if not (read := connection.recv(262_144)):
        raise ConnectionError("the server hung up")
    return read
