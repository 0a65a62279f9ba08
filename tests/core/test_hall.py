"""What every request meets on its way in and out."""

import pytest
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.test import Client, RequestFactory

from core.middleware import refuse_foreign_port

pytestmark = pytest.mark.django_db


def test_refuses_nul_in_an_address(as_amina: Client) -> None:
    assert as_amina.get("/people/?q=%00").status_code == 400


@pytest.mark.parametrize("host", ["testserver:9001", "evil.example", "testserver:abc", "localhost:8001"])
def test_g15_refuses_foreign_hosts_and_ports(stranger: Client, host: str) -> None:
    assert stranger.get("/account/login/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(("host", "port"), [("testserver:443", "80"), ("testserver:8021", "8021"), ("testserver", "1")])
def test_takes_its_own_ports(stranger: Client, host: str, port: str) -> None:
    assert stranger.get("/account/login/", headers={"host": host}, SERVER_PORT=port).status_code == 200


def test_takes_the_port_of_its_address(rf: RequestFactory, settings: object) -> None:
    settings.BASE_URL = "https://testserver:8443"  # type: ignore[attr-defined]
    walk = refuse_foreign_port(lambda request: HttpResponse())
    assert walk(rf.get("/", headers={"host": "testserver:8443"})).status_code == 200
    with pytest.raises(DisallowedHost):
        walk(rf.get("/", headers={"host": "testserver:8444"}))


def test_brings_a_lapsed_session_back_to_where_it_was(stranger: Client) -> None:
    answer = stranger.get(
        "/goals/", headers={"hx-request": "true", "hx-current-url": "http://testserver/goals/?page=2"}
    )
    assert answer.headers["HX-Redirect"] == "/account/login/?next=/goals/%3Fpage%3D2"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["/", "/people/add/"])
def test_a_lapsed_session_outlives_an_address_that_is_none(stranger: Client, method: str, path: str) -> None:
    answer = getattr(stranger, method)(path, headers={"hx-request": "true", "hx-current-url": "http://["})
    assert answer.status_code in {200, 401}


@pytest.mark.parametrize("charset", ["hex", "rot13", "punycode", "undefined", "idna", "utf-16"])
def test_a_codec_that_is_none_of_text_breaks_no_page(stranger: Client, charset: str) -> None:
    """Django would read the address by it."""
    shown = stranger.get("/account/login/?next=/goals/", content_type=f"text/plain; charset={charset}")
    assert shown.status_code == 200
    sent = b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\nkate\r\n--x--\r\n'
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    answer = stranger.generic("POST", "/account/login/", sent, kind)
    assert answer.status_code == 422
    assert 'value="kate"' in answer.content.decode()


def test_keeps_what_a_member_sees_out_of_caches(as_amina: Client) -> None:
    assert "no-store" in as_amina.get("/goals/").headers["Cache-Control"]


def test_says_who_may_load_what(as_amina: Client) -> None:
    policy = as_amina.get("/goals/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_shows_a_page_where_there_is_nothing(as_amina: Client) -> None:
    answer = as_amina.get("/nowhere/")
    assert answer.status_code == 404
    assert "We can’t find that page" in answer.content.decode()
