"""A secret link works for its holder and leaves no trace by which somebody else could build it."""

import logging
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from core import limits, links


def test_every_secret_is_new_and_fits_an_address() -> None:
    made = {links.mint() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(links.SecretConverter.regex, secret) for secret in made)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /r/abc_DEF-123", "Not Found: /r/…"),
        ("/r/do/abc:1x:sig_n?x=1", "/r/do/…?x=1"),
        ('GET "https://x.test/r/calendar/abc.ics" 404', 'GET "https://x.test/r/calendar/…" 404'),
        ("/r/Abc-9/answer/ and /r/dEf_1/", "/r/…/answer/ and /r/…/"),
        ("/people/7/ is left alone", "/people/7/ is left alone"),
    ],
)
def test_no_line_of_the_log_holds_a_secret(line: str, kept: str) -> None:
    assert links.hidden(line) == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sign", [")", ",", ".", ">", "]", ";", "'", '"', "%C2%BB", ").", "/)", "/,", "/.", ",/", "%20)", "*"]
)
@pytest.mark.parametrize("path", ["/r/{}", "/r/stop/{}", "/r/{}/invite.ics", "/you/invitation/{}"])
def test_a_sign_that_a_mail_program_took_along_is_left_out(path: str, sign: str) -> None:
    """Whether there is such a link or not, so that nobody learns it."""
    path = path.format("x" * 43)
    answer = Client().get(f"{path}{sign}")
    assert (answer.status_code, answer.headers["Location"]) == (302, path)
    assert Client().post(f"{path}{sign}").status_code != 302


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/r/)", "/r//).", "/people/7)", "/r/{}/", "/r/{}/answer/"])
def test_what_holds_no_secret_or_no_sign_behind_it_leads_nowhere(path: str) -> None:
    assert Client().get(path.format("x" * 43)).headers.get("Location", "/account/login/").startswith("/account/login/")


@pytest.mark.parametrize("around", ["/r//{}/", "/?next=%2Fr%2F{}%2F", "/%72/{}/", "https://x.test/R/{}", "secret {}."])
def test_g11_a_secret_is_hidden_however_its_address_is_written(around: str) -> None:
    # One in some thousand holds no digit.
    for secret in (*(links.mint() for _time in range(20)), "IoEQplqtnpIuKyYht_WvXQiepqwgnYuAQlGf_acgdvY"):
        assert secret not in links.hidden(around.format(secret))


@pytest.mark.parametrize(
    "line", ["a" * 64, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "-" * 80, "A_" * 40]
)
def test_what_is_no_secret_stays(line: str) -> None:
    assert links.hidden(line) == line


def test_what_went_wrong_is_told_without_it() -> None:
    made = links.LineFormatter("%(message)s")
    try:
        raise ValueError("no page at /r/SECRET/")
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "at %s", ("/r/SECRET/",), (ValueError, error, None))
    text = made.format(record)
    assert "SECRET" not in text
    assert "no page at /r/…/" in text


# Prints each handler of each logger that does not write by our formatter, once Django has set them up.
HANDLERS = """
import logging, django
django.setup()
from core.links import LineFormatter
loggers = [logging.root, *logging.root.manager.loggerDict.values()]
for logger in loggers:
    for handler in getattr(logger, "handlers", []):
        if not isinstance(handler, logging.NullHandler) and not isinstance(handler.formatter, LineFormatter):
            print(logger.name, handler)
print("seen", len(loggers) > 20)
"""


@pytest.mark.parametrize("debug", ["0", "1"])
def test_g11_every_handler_of_every_logger_writes_so(debug: str) -> None:
    environment = {
        **os.environ,
        "DEBUG": debug,
        "SECRET_KEY": links.mint() + links.mint(),
        "BASE_URL": "https://centre.test",
    }
    seen = subprocess.run(
        [sys.executable, "-c", HANDLERS], env=environment, cwd=settings.BASE_DIR, text=True, capture_output=True
    )
    assert seen.stdout == "seen True\n", seen.stderr


@pytest.mark.django_db
def test_a_wrong_link_is_answered_kindly_and_kept_by_nobody() -> None:
    answers = [
        Client().get(f"/r/{tail}", follow=True) for tail in ("x", links.mint(), links.mint() + "/", "../people/")
    ]
    assert {answer.status_code for answer in answers} == {404}
    answer = answers[0]
    assert "This link doesn’t work" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.django_db
def test_other_pages_keep_their_headers(client: Client) -> None:
    assert "X-Robots-Tag" not in client.get("/account/login/nowhere").headers


def visitor(remote: str, forwarded: str = "") -> str:
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return limits.visitor(RequestFactory().get("/", REMOTE_ADDR=remote, **more))


def test_a_stranger_is_counted_by_network_address() -> None:
    assert visitor("203.0.113.7") == "203.0.113.7"
    assert visitor("2001:db8:1:2:3::4") == visitor("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    assert visitor("") == "unknown"


def test_nobody_chooses_another_address_by_a_header(settings: object) -> None:
    assert visitor("203.0.113.7", "198.51.100.1") == "203.0.113.7"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    assert visitor("10.0.0.1", "198.51.100.1, 203.0.113.9") == "203.0.113.9"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("::FFFF:cb00:7107", "203.0.113.7"),
        ("64:ff9b::203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:51008", "203.0.113.7"),
        ("[::ffff:203.0.113.7]:51008", "203.0.113.7"),
        ("[2001:db8:1:2::3]", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::3]:51008"', "2001:db8:1:2::/64"),
        ("2001:db8:1:2::3", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        (" 203.0.113.7 ", "203.0.113.7"),
    ],
)
def test_i9_reads_an_address_however_it_is_written(settings: object, written: str, read: str) -> None:
    assert visitor(written) == read
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    assert visitor("10.0.0.1", f"198.51.100.1, {written}") == read


@pytest.mark.parametrize("written", ["unknown", "_hidden", "", "203.0.113.7.8", "[2001:db8::1", "203.0.113.7:1:2"])
def test_i9_counts_whom_a_proxy_does_not_name_as_the_proxy(settings: object, written: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    assert visitor("10.0.0.1", written) in {"10.0.0.1", "2001:db8::/64"}


def test_i9_reads_the_hop_that_the_outermost_proxy_wrote(settings: object) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2  # type: ignore[attr-defined]
    assert visitor("10.0.0.1", "198.51.100.1, 203.0.113.9:4711, 10.0.0.2") == "203.0.113.9"
    assert visitor("10.0.0.1", "198.51.100.1, unknown, 10.0.0.2") == "10.0.0.2"
    assert visitor("10.0.0.1", "10.0.0.2") == "10.0.0.1"


def test_i9_each_has_a_bucket_of_their_own() -> None:
    assert visitor("::ffff:203.0.113.7") != visitor("::ffff:198.51.100.9")


@pytest.mark.parametrize(
    "named", ["²", "None", "a:b", "9999-12-31", "people/", "http://[", "//evil.example", "/\\evil", "\t//evil"]
)
def test_a_way_back_is_an_address_of_this_site(named: str) -> None:
    request = RequestFactory().post("/", {"next": named})
    assert links.way_back(request) == ""
    assert links.way_back(RequestFactory().get("/", {"next": "/people/?q=1"})) == "/people/?q=1"
