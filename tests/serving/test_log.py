"""G11: what a server writes of a request holds no secret, with every line switched on."""

from http.client import HTTPConnection

import pytest

from core import links
from tests.pooler.machine import Machine

pytestmark = pytest.mark.slow

WAYS = ["/r/{}/", "/r/do/{}/", "/r/calendar/{}.ics", "/account/password/reset/key/1-{}/", "/you/invitation/{}/"]
# Written otherwise than we write them: nothing there, and yet a secret.
WAYS += ["/r//{}/", "/%72/{}/", "/account/login/?next=%2Fr%2F{}%2F"]


@pytest.mark.parametrize("debug", ["0", "1"])
def test_g11_no_line_of_a_server_holds_a_secret(machine: Machine, debug: str) -> None:
    secret = links.mint()
    with machine.web(machine.direct, "--access-log", "--log-level", "debug", DEBUG=debug, LOG_LEVEL="DEBUG"):
        for path in WAYS:
            for method in ("GET", "PUT", "POST", "TRACE"):
                connection = HTTPConnection("127.0.0.1", machine.web_port, timeout=60)
                connection.request(method, path.format(secret), headers={"Cookie": f"sessionid={secret}"})
                assert connection.getresponse().status < 500
                connection.close()
    lines = machine.logged()
    assert len([line for line in lines if "/r/…" in line]) >= 6
    assert [line for line in lines if secret in line] == []
