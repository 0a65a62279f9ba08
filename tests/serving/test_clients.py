"""G1, G3: what the web server alone does for everybody else while somebody sends slowly, or too much."""

import contextlib
import subprocess
from collections.abc import Iterator

import psutil
import pytest

from core import bodies
from core.serving import READERS
from tests.pooler.machine import Machine
from tests.serving.wire import ALIVE, FORM, answer, begin, get, pour

pytestmark = pytest.mark.slow

OTHERS = ["/healthz", "/account/login/", "/static/nothing.css", "/"]
PROCESSES = 2


@pytest.fixture(scope="module")
def web(machine: Machine) -> Iterator["subprocess.Popen[bytes]"]:
    with machine.web(machine.direct) as server:
        yield server


@pytest.fixture
def port(machine: Machine, web: "subprocess.Popen[bytes]") -> int:
    return machine.web_port


def others_are_served(port: int) -> None:
    for path in OTHERS:
        status, seconds, _page = get(port, path)
        assert status in {200, 302, 404}, path
        assert seconds < ALIVE, path


@pytest.mark.parametrize("many", [8, pytest.param(4 * READERS, marks=pytest.mark.slow)])
def test_g1_slow_bodies_keep_nobody_else_waiting(port: int, many: int) -> None:
    head = (
        b"POST /account/login/ HTTP/1.1\r\nCookie: csrftoken="
        + b"a" * 32
        + b"\r\nContent-Length: 500\r\n"
        + FORM
        + b"\r\n"
    )
    with contextlib.ExitStack() as lines:
        for _ in range(many):
            lines.enter_context(begin(port, head, b"login"))
        others_are_served(port)
        line = lines.enter_context(begin(port, head, b"x" * 500))
        received = line.recv(65536).decode()
        # Where more send slowly than there is room for, whoever sends now is told to try again.
        assert received.split()[1] == ("403" if many < READERS * PROCESSES else "503")
    others_are_served(port)


def test_g1_slow_heads_keep_nobody_else_waiting(port: int) -> None:
    with contextlib.ExitStack() as lines:
        for _ in range(100):
            lines.enter_context(begin(port, b"GET / HTTP/1.1\r\nHost: 127"))
        others_are_served(port)


@pytest.mark.slow
def test_g1_a_slow_head_is_cut_off(port: int) -> None:
    with begin(port, b"GET / HTTP/1.1\r\nHost: 127") as line:
        line.settimeout(20)
        assert line.recv(100) == b""


@pytest.mark.parametrize("way", ["length", "chunks"])
def test_g3_600_megabytes_are_refused_unread(web: "subprocess.Popen[bytes]", port: int, way: str) -> None:
    most = 600 * 2**20
    length = b"Transfer-Encoding: chunked\r\n" if way == "chunks" else b"Content-Length: %d\r\n" % most
    before = memory(web.pid)
    with begin(port, b"POST /account/login/ HTTP/1.1\r\n" + length + FORM + b"\r\n") as line:
        taken = pour(line, most, chunked=way == "chunks")
        received = answer(line)
    grown = memory(web.pid) - before
    print(f"{way}: {taken / 2**20:.0f} MB taken, {grown / 2**20:.0f} MB more memory")  # noqa: T201
    # Some of it stands in the buffers between the two; without a length one has to look.
    assert taken < (bodies.FILES + 16 * 2**20 if way == "chunks" else 8 * 2**20)
    assert grown < 64 * 2**20
    assert not received or received.split()[1] == "413"


def test_a_form_in_chunks_is_read(port: int) -> None:
    body = b"login=amina%40demo.test&password=halfhour-demo"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:])) + b"0\r\n\r\n"
    token = b"a" * 32
    head = b"POST /account/login/ HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nX-CSRFToken: " + token
    with begin(port, head + b"\r\nCookie: csrftoken=" + token + b"\r\n" + FORM + b"\r\n", chunks) as line:
        received = answer(line)
    assert received.split()[1] == "302"
    assert "sessionid=" in received


def test_a_body_that_breaks_off_keeps_nobody_else_waiting(port: int) -> None:
    with begin(port, b"POST /account/login/ HTTP/1.1\r\nContent-Length: 500\r\n" + FORM + b"\r\n", b"login=a"):
        pass
    others_are_served(port)


def memory(pid: int) -> int:
    server = psutil.Process(pid)
    return sum(process.memory_info().rss for process in [server, *server.children(recursive=True)])
