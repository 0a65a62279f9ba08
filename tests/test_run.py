"""P4: what `bin/run` refuses, it says in a sentence with what to do."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from config.run import free_port


def run(port: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "config.run"],
        env={**os.environ, "PORT": port},
        text=True,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture(params=[("127.0.0.1", socket.AF_INET), ("0.0.0.0", socket.AF_INET), ("::1", socket.AF_INET6)])
def taken(request: pytest.FixtureRequest) -> Iterator[int]:
    """A port where somebody listens who would share it, as the web server of another bin/run does."""
    address, family = request.param
    with socket.create_server((address, 0), family=family, reuse_port=True) as listener:
        yield listener.getsockname()[1]


def test_refuses_a_taken_port_and_says_what_to_do(taken: int) -> None:
    refused = run(str(taken))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"Port {taken} is taken. Stop what runs at http://localhost:{taken},"
        f" or choose another port: PORT={taken + 1} bin/run\n"
    )


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", ""])
def test_refuses_what_is_no_port(port: str) -> None:
    with pytest.raises(SystemExit, match="PORT must be a number from 1 to 65535"):
        free_port(port)


def test_takes_a_port_that_was_let_go_a_moment_ago() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)), listener.accept()[0]:
            pass
    assert free_port(str(port)) == port
