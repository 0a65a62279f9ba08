"""Every variable of the environment: empty it is not set, malformed it refuses with the sentence that mends it."""

import ast
import os
import re
import runpy
import secrets
import subprocess
import sys
from email.utils import getaddresses
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from hypothesis import given
from hypothesis import strategies as st

from config.env import BASE_DIR, email, secret_key
from config.run import free_port

# A real centre as deploy/README.md describes it.
REAL = {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "BASE_URL": "https://halfhour.example.edu",
    "DATABASE_URL": "postgresql://halfhour:secret@db.example.edu/halfhour",
    "EMAIL_URL": "smtp+tls://halfhour:secret@mail.example.edu:587",
    "MAIL_FROM": "Halfhour <careers@example.edu>",
}
WORKER = ["manage.py", "worker"]

ADDRESSES = [
    "db.example.edu",
    "mysql://user@db.example.edu/halfhour",
    "postgresql://user:p@ss@db.example.edu/halfhour",
    "postgresql://user:pa/ss@db.example.edu/halfhour",
    "postgresql://user:100%!@db.example.edu/halfhour",
    "postgresql://user:secret@db.example.edu:many/halfhour",
    "postgresql://user:secret@db.example.edu/halfhour?colour=red",
    "postgresql://user:secret@db.example.edu/halfhour?sslmode=required",
    "postgresql://user:secret@db.example.edu/halfhour?connect_timeout=soon",
    "postgresql://user:secret@db.example.edu/halfhour?connect_timeout=9999999999999999999",
    "postgresql://user:secret@db.example.edu/halfhour?keepalives=x",
    "postgresql://user:secret@db.example.edu:70000/halfhour",
    "postgresql://user:secret@db.example.edu/halfhour/extra",
    "postgresql://user:secret@db.example.edu/halfhour/",
]
# What stands for a key in documents and templates, whatever is put beside it.
EXAMPLES = ["change-me", "changeme", "CHANGE_ME", "Change me ", "example", "your_secret_key", "YOUR-SECRET-KEY"]
EXAMPLES += ["your secret key ", "django-insecure-", "insecure", "secret-key-here", "Secret_Key_Here", "replace.me"]
EXAMPLES += ["my-super-secret", "placeholder", "not-secret", "keyhere"]
# A key as it is drawn; the same in every process that runs these tests.
DRAWN = "Zb3qX9vK1mTgP7cLwR5yNd2HsJ8fEuA6oQiW4tCeBxVhGkMz"
# What is no such value, by how a variable is read …
MALFORMED = {
    "flag": ["maybe", "2", "ja", "-1", "True!"],
    "number": ["many", "-1", "1.5", "٣", "1e3", "99999999999", "9" * 5000, "3 4"],
    "seconds": [
        "3",
        "lock",
        "lock=soon",
        "lock=-1",
        "lock=1s",
        "wait=3",
        "lock=99999999",
        "lock=1;statement=2",
        "idle=00000.001",
        "lock=0.001",
        "lock=00",
        "lock=05",
    ],
    "choice": ["LOUD", "3"],
    "folder": [
        "a" * 5000,
        "~nobody-there/x",
        str(Path(__file__)),
        str(Path(__file__) / "below"),
        "two\nlines",
        "$HOME/x",
        "${HOME}/x",
        "/srv/$(hostname)",
        "%APPDATA%/x",
    ],
}
# … and by its name where only that tells.
OWN = {
    "SECRET_KEY": [
        "x",
        "a" * 60,
        "for-development-only-" + "0" * 40,
        "0123456789abc" * 4,
        "changeme" * 10,
        "{{ our_key_of_halfhour }}" + "0123456789" * 3,
        *(f"{example}{DRAWN}" for example in EXAMPLES),
        *(f"{DRAWN}{example.upper()}" for example in EXAMPLES),
    ],
    "SECRET_KEY_FALLBACKS": [
        "one two",
        "one,two three",
        f"{DRAWN}a;{DRAWN}b",
        f"{DRAWN}-before,x",
        "a" * 60,
        f"{DRAWN}-before, ,for-development-only-{'0' * 40}",
        *(f"{example.strip()}{DRAWN}" for example in EXAMPLES),
    ],
    "BASE_URL": [
        "https://",
        "https:///",
        "halfhour.example.edu",
        "http://careers.example.edu",
        "http://10.0.0.7:8000",
        "ftp://careers.example.edu",
        "https://careers.example.edu/halfhour",
        "https://careers.example.edu:many",
        "https://careers.example.edu:70000",
        "https://careers.example.edu:08443",
        "https://user:secret@careers.example.edu",
        "https://careers example.edu",
        "https://careers.example.edu?x=1",
        "https://[::1",
        "https://halfhour.example.edu.",
        "https://kárrier.example.edu",
        "https://-.example.edu",
        "https://:secret@careers.example.edu",
        "https://@careers.example.edu",
        "https://careers.example.edu:",
        "https://256.1.1.1",
    ],
    "ALLOWED_HOSTS": [
        "*",
        "halfhour.example.edu,*",
        "https://halfhour.example.edu",
        "halfhour.example.edu:443",
        "halfhour.example.edu other.example.edu",
        "other.example.edu",
        "halfhour.example.edu,under score",
    ],
    "CSRF_TRUSTED_ORIGINS": [
        "forms.example.edu",
        "https://",
        "https://forms.example.edu/path",
        "*",
        "https://u:p@a.example",
        "https://forms.example.edu?",
        "https://forms.example.edu#",
        "https://@forms.example.edu",
        "https://forms.example.edu:08443",
    ],
    "DATABASE_URL": ADDRESSES,
    "WORKER_DATABASE_URL": ADDRESSES,
    "EMAIL_URL": [
        "mail.example.edu",
        "https://mail.example.edu",
        "smtp://",
        "smtp://mail.example.edu:many",
        "smtp://user:p@ss/word@mail.example.edu",
        "smtp+tls://user:pa ss@mail.example.edu",
        "dummymail://mail.example.edu",
        "smtp+tls://user@mail.example.edu",
        "smtp://:secret@mail.example.edu",
        "smtp://mail.example.edu?timeout=3",
        "smtp+ssl://halfhour:secret@mail.example.edu:587",
        "smtp+ssl://mail.example.edu:25",
        "SMTP+TLS://halfhour:secret@mail.example.edu:465",
        "smtp://mail.example.edu:465",
        "smtp://user%0aX:secret@mail.example.edu",
    ],
    "MAIL_FROM": [
        "Halfhour",
        "careers@",
        "@example.edu",
        "a@example.edu, b@example.edu",
        "Halfhour <careers>",
        r"Careers\nOffice: us <careers@example.edu>",
        "Halfhour <careers@example.edu",
    ],
    "BOUNCES_TO": [
        "bounce",
        "bounce@",
        "Bounces <bounce@example.edu>",
        "a@example.edu,b@example.edu",
        "b" * 21 + "@a.example",
    ],
    "LANGUAGES": ["xx", "en-gb,klingon", "English"],
    "PORT": ["http", "0", "65536", "-1", "80 80"],
}


def read_variables() -> dict[str, str]:
    """Each variable that config reads, and how: found in its source."""
    found = {}
    for path in (BASE_DIR / "config").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="env"), attr=reader), args=[ast.Constant(value=str(name)), *_]
                ):
                    found[name] = reader
    return found


VARIABLES = read_variables()
CASES = [
    (name, value)
    for name, reader in sorted(VARIABLES.items())
    for value in OWN.get(name) or MALFORMED.get(reader, ["no example here"])
]


def settings_of(monkeypatch: pytest.MonkeyPatch, worker: bool = False, **environment: str) -> dict[str, Any]:
    """The settings of a real centre whose environment says `environment` besides."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**REAL, **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", WORKER if worker else ["manage.py", "check"])
    module = runpy.run_path(str(BASE_DIR / "config" / "settings.py"))
    return {name: value for name, value in module.items() if name.isupper()}


def test_the_source_is_found_to_read_what_it_reads() -> None:
    assert {"DEBUG", "SECRET_KEY", "VAR_DIR", "WEB_LIMITS", "PORT", "HALFHOUR_EMBEDDED"} <= VARIABLES.keys()


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_m9_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delitem(REAL, name, raising=False)
    outcomes = []
    for environment in ({}, {name: ""}, {name: "  "}):
        if name in {"DATABASE_URL", "HALFHOUR_EMBEDDED"}:
            # Without either there is nothing to begin with.
            monkeypatch.delitem(REAL, "DATABASE_URL", raising=False)
        try:
            outcomes.append(repr(settings_of(monkeypatch, name.startswith("WORKER"), **environment)))
        except ImproperlyConfigured as error:
            outcomes.append(str(error))
    assert outcomes[0] == outcomes[1] == outcomes[2]


@pytest.mark.parametrize(("name", "value"), CASES)
def test_g19_m9_a_malformed_variable_refuses_with_the_sentence_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    if name == "HALFHOUR_EMBEDDED":
        monkeypatch.delitem(REAL, "DATABASE_URL")
    if name == "PORT":
        with pytest.raises(SystemExit, match=r"^PORT must be a number from 1 to 65535"):
            free_port(value)
        return
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_of(monkeypatch, name.startswith("WORKER"), **{name: value})
    sentence = str(refused.value)
    assert sentence.startswith(name)
    assert len(sentence) > len(name) + 20
    assert "\n" not in sentence or "\n" in value
    if "@" in value and name.endswith(("DATABASE_URL", "EMAIL_URL")):
        # Not even a part of what may be the password.
        assert not {"p@ss", "pa/ss", "100%!", "ss/word", "pa ss"} & set(sentence.replace("“", " ").split())
        assert value not in sentence


# As Docker's --env-file hands a line on in which a shell would read quotes, and as a paste brings it.
@pytest.mark.parametrize("around", ['"{}"', "'{}'", "\ufeff{}", "{}\u200b\r", " '{} ' "])
@pytest.mark.parametrize("name", sorted(REAL))
def test_g19_m9_what_stands_around_a_value_is_no_part_of_it(
    monkeypatch: pytest.MonkeyPatch, name: str, around: str
) -> None:
    assert settings_of(monkeypatch, **{name: around.format(REAL[name])}) == settings_of(monkeypatch)


def test_g19_earlier_keys_are_kept_in_their_order_and_empty_ones_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [secrets.token_urlsafe(60), "$".join([get_random_secret_key(), "x"])]
    found = settings_of(monkeypatch, SECRET_KEY_FALLBACKS=f",{keys[0]}, ,{keys[1]},")
    assert found["SECRET_KEY_FALLBACKS"] == keys


@given(st.integers(min_value=0))
def test_g19_every_key_that_django_or_python_could_make_is_taken(chance: int) -> None:
    """By the letters that they draw from: Django's hold "$", "#" and "=", Python's "-" and "_"."""
    drawn = Random(chance)
    with (
        patch("django.utils.crypto.secrets.choice", drawn.choice),
        patch("secrets.token_bytes", drawn.randbytes),
        pytest.MonkeyPatch.context() as changed,
    ):
        for key in (get_random_secret_key(), secrets.token_urlsafe(60), f"${get_random_secret_key()}"):
            changed.setenv("SECRET_KEY", key)
            assert secret_key(debug=False) == key


@pytest.mark.parametrize(
    ("scheme", "port", "sentence"),
    [
        (
            "smtp+ssl",
            587,
            "smtp+ssl on port 587, where no server answers that. Write smtp+tls with port 587, or smtp+ssl",
        ),
        (
            "smtp+tls",
            465,
            "smtp+tls on port 465, where no server answers that. Write smtp+ssl with port 465, or smtp+tls",
        ),
        ("smtp", 465, "smtp on port 465, where no server answers that. Write smtp+ssl with port 465, or smtp+tls with"),
    ],
)
def test_g19_a_port_that_begins_tls_otherwise_is_named_with_the_one_that_does_not(
    scheme: str, port: int, sentence: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=re.escape(f"EMAIL_URL says {sentence}")) as refused:
        email(f"{scheme}://halfhour:hidden@mail.example.edu:{port}")
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize(
    "server", ["smtp+ssl://x:465", "smtp+ssl://x", "smtp+tls://x:587", "smtp+tls://x", "smtp://x:587"]
)
def test_g19_a_port_that_fits_is_taken(server: str) -> None:
    assert email(server)["EMAIL_HOST"] == "x"


@pytest.mark.parametrize(("port", "at_once"), [("", True), (":465", True), (":587", False), (":25", False)])
def test_g19_smtps_means_tls_from_the_first_byte_where_the_port_does(
    monkeypatch: pytest.MonkeyPatch, port: str, at_once: bool
) -> None:
    settings = settings_of(monkeypatch, EMAIL_URL=f"smtps://user:secret@mail.example.edu{port}")
    assert (settings.get("EMAIL_USE_SSL", False), settings.get("EMAIL_USE_TLS", False)) == (at_once, not at_once)


def test_g19_capital_letters_keep_the_cookies_secure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_of(monkeypatch, BASE_URL="HTTPS://Halfhour.Example.EDU/") == settings_of(monkeypatch)
    said = {"CSRF_TRUSTED_ORIGINS": "HTTPS://Forms.example.edu", "LANGUAGES": "de,DE"}
    settings = settings_of(monkeypatch, **said)
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://forms.example.edu"]
    assert len(settings["LANGUAGES"]) == 1


def test_m9_a_name_with_a_comma_is_one_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(monkeypatch, MAIL_FROM='"Careers, Example University" <careers@example.edu>')
    assert getaddresses([settings["DEFAULT_FROM_EMAIL"]]) == [("Careers, Example University", "careers@example.edu")]


def test_g19_what_a_real_centre_says_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(monkeypatch)
    assert settings["ALLOWED_HOSTS"] == ["halfhour.example.edu"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert not settings["DEMO"]
    settings = settings_of(monkeypatch, SSL_REDIRECT="0", ALLOWED_HOSTS=".example.edu", LANGUAGES="de, en-gb")
    assert not settings["SECURE_SSL_REDIRECT"]
    assert settings["LANGUAGE_CODE"] == "de"


@pytest.mark.parametrize("missing", ["SECRET_KEY", "BASE_URL", "DATABASE_URL", "MAIL_FROM"])
def test_a_missing_variable_refuses_with_the_sentence_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.delitem(REAL, missing)
    with pytest.raises(ImproperlyConfigured, match=f"^{missing} is not set"):
        settings_of(monkeypatch)


@pytest.mark.parametrize("base", ["http://localhost:8000", "http://127.0.0.1:9000", "http://[::1]:9000"])
def test_http_is_for_this_machine_only(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    assert settings_of(monkeypatch, BASE_URL=base)["BASE_URL"] == base


def test_limits_that_are_not_named_keep_their_default(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"WEB_LIMITS": "lock=1.0", "WORKER_LIMITS": "statement=0, idle = 9"}
    assert settings_of(monkeypatch, worker=True, **said)["DATABASE_LIMITS"] == {"lock": 10, "statement": 0, "idle": 9}
    assert settings_of(monkeypatch, **said)["DATABASE_LIMITS"]["statement"] == 0
    monkeypatch.setitem(sys.modules, "config.wsgi", sys)
    assert settings_of(monkeypatch, **said)["DATABASE_LIMITS"] == {"lock": 1, "statement": 2, "idle": 30}


def test_no_page_waits_longer_for_a_connection_than_pages_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(seconds: str) -> str:
        address = f"{REAL['DATABASE_URL']}?connect_timeout={seconds}"
        return str(settings_of(monkeypatch, DATABASE_URL=address)["DATABASES"]["default"]["OPTIONS"]["connect_timeout"])

    assert [waits(seconds) for seconds in ("30", "0")] == ["30", "10"]
    monkeypatch.setitem(sys.modules, "config.wsgi", sys)
    assert [waits(seconds) for seconds in ("30", "0", "1")] == ["2", "2", "1"]


@pytest.mark.parametrize("command", [["manage.py", "check"], ["-m", "config.run"]])
def test_a_person_sees_the_sentence_and_no_traceback(command: list[str]) -> None:
    environment = {**os.environ, "DEBUG": "1", "SECRET_KEY": "short", "DATABASE_URL": REAL["DATABASE_URL"]}
    if command == ["-m", "config.run"]:
        environment["DEBUG"] = "perhaps"
    refused = subprocess.run(
        [sys.executable, *command], cwd=BASE_DIR, env=environment, text=True, capture_output=True, check=False
    )
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert refused.stderr.startswith(("SECRET_KEY must be", "DEBUG must be"))
