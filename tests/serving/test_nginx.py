"""G1, G3: behind nginx, set up as deploy/nginx.conf has it, a body reaches the web server whole or not at all."""

import contextlib
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config.env import BASE_DIR
from core import links
from tests.pooler.machine import Machine, free_port, running, wait_for
from tests.pooler.visitor import Visitor
from tests.serving.wire import ALIVE, FORM, begin, get, pour

pytestmark = pytest.mark.slow

SAMPLE = BASE_DIR / "deploy" / "nginx.conf"
MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; user root;
events {{}}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/site;
}}
"""


def site(port: int, upstream: int, folder: Path) -> str:
    """The shipped file with this machine's places in it, and without what only a public host has."""
    text = SAMPLE.read_text().replace("127.0.0.1:8000", f"127.0.0.1:{upstream}").replace("/var/log/nginx", str(folder))
    # The servers of the other name and of plain http.
    text = re.sub(r"^server \{[^{}]*(?:ssl_reject_handshake on|return 301)[^{}]*\}\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(?:listen \[::\]|ssl_certificate).*\n", "", text, flags=re.MULTILINE)
    return text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace("halfhour.example.edu", "127.0.0.1")


@pytest.fixture(scope="module")
def logs() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="halfhour-nginx-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def port(machine: Machine, logs: Path) -> Iterator[int]:
    """nginx before the web server of the machine."""
    port = free_port()
    (logs / "site").write_text(site(port, machine.web_port, logs))
    (logs / "nginx.conf").write_text(MAIN.format(folder=logs))
    command = ["nginx", "-c", str(logs / "nginx.conf"), "-p", str(logs)]
    subprocess.run([*command, "-t", "-q"], check=True)
    behind = {"BASE_URL": f"http://127.0.0.1:{port}", "TRUSTED_PROXY_COUNT": "1"}
    with machine.web(machine.direct, **behind), running(command):
        wait_for(lambda: get(port, "/healthz"))
        yield port


def reached(machine: Machine) -> int:
    """How many connections to the web server are open."""
    return sum(
        each.status == psutil.CONN_ESTABLISHED and each.laddr.port == machine.web_port
        for each in psutil.net_connections("tcp4")
        if each.laddr
    )


def test_a_student_walks_through_the_proxy(port: int) -> None:
    visitor = Visitor(f"http://127.0.0.1:{port}")
    visitor.sign_in("amina@demo.test", "halfhour-demo")
    seen = visitor.walk()
    assert {path: status for path, status in seen.items() if status >= 400} == {}
    assert len(seen) > 10
    visitor.get("/goals/aim/")
    visitor.send("/goals/aim/", kind="field", subject="Proxied goals", wants="Whether all of it holds.")
    assert "Proxied goals" in visitor.get("/goals/")


def test_g1_a_slow_body_waits_at_the_proxy(machine: Machine, port: int) -> None:
    head = b"POST /account/login/ HTTP/1.1\r\nContent-Length: 500\r\n" + FORM + b"\r\n"
    with contextlib.ExitStack() as lines:
        before = reached(machine)
        slow = [lines.enter_context(begin(port, head, b"login")) for _ in range(200)]
        for path in ("/healthz", "/account/login/", "/static/nothing.css"):
            status, seconds, _page = get(port, path)
            assert (status in {200, 404}, seconds < ALIVE) == (True, True), path
        # Those that stay open between requests apart, nobody came through.
        assert reached(machine) - before <= 16
        slow[0].settimeout(30)
        assert slow[0].recv(1000)[:20] in {b"", b"HTTP/1.1 408 Request"}


def test_g3_600_megabytes_are_refused_unread(machine: Machine, port: int) -> None:
    head = b"POST /account/login/ HTTP/1.1\r\nContent-Length: 629145600\r\n" + FORM + b"\r\n"
    before = reached(machine)
    with begin(port, head) as line:
        # Before any of it was sent.
        refused = line.recv(65536).decode()
        assert refused.split()[1] == "413"
        assert "too large for this page" in refused
    chunked = b"POST /account/login/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + FORM + b"\r\n"
    with begin(port, chunked) as line:
        pour(line, 13 * 2**20, chunked=True)
        assert line.recv(65536).decode().split()[1] == "413"
    assert reached(machine) <= before


def test_a_proxy_without_its_server_says_so(logs: Path) -> None:
    port = free_port()
    folder = logs / "alone"
    folder.mkdir()
    (folder / "site").write_text(site(port, free_port(), folder))
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
    with running(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]):
        wait_for(lambda: get(port, "/healthz"))
        status, _seconds, page = get(port, "/")
    assert (status, "We can’t answer right now" in page) == (503, True)


def test_g11_no_log_of_the_proxy_holds_a_secret(port: int, logs: Path) -> None:
    secret = links.mint()
    for path in (f"/r/{secret}/", f"/r/do/{secret}/?x=1", f"/you/invitation/{secret}/"):
        get(port, path)
    written = (logs / "halfhour.access.log").read_text()
    assert "/r/*" in written
    assert secret not in "".join(path.read_text() for path in logs.glob("*.log"))
