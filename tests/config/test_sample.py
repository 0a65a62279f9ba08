"""The sample of what the environment may say is read alike by everybody who reads it."""

import os
import re
import subprocess
from pathlib import Path

import environ
import pytest
from psycopg.conninfo import conninfo_to_dict

from config.env import BASE_DIR, email

PASSWORD = "a&b@c/d#e%f"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The shipped file with each of its lines switched on, as an operator leaves it."""
    text = (BASE_DIR / ".env.example").read_text()
    path = tmp_path / "halfhour.env"
    path.write_text(re.sub(r"^# (?=[A-Z_]+=)", "", text, flags=re.MULTILINE))
    return path


def by_a_shell(path: Path) -> dict[str, str]:
    """As deploy/README.md says it: `set -a && . /etc/halfhour.env`."""
    said = subprocess.run(
        ["/bin/sh", "-euc", 'set -a; . "$1"; env -0', "sh", str(path)],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
    )
    assert said.stderr == b""
    return dict(line.split("=", 1) for line in said.stdout.decode().split("\0") if line)


def by_systemd(path: Path) -> dict[str, str]:
    """By the rules of EnvironmentFile= in systemd.exec(5): comments, quotes, backslashes; nothing is expanded."""
    values = {}
    for line in path.read_text().splitlines():
        if not line.strip() or line.lstrip()[0] in "#;" or "=" not in line:
            continue
        name, raw = line.split("=", 1)
        values[name.strip()] = unquoted(raw.strip())
    return values


def unquoted(raw: str) -> str:
    """A value of systemd: within '…' each letter is itself, within "…" a backslash hides four of them."""
    value, quote, at = "", "", 0
    while at < len(raw):
        letter = raw[at]
        if letter == quote:
            quote = ""
        elif not quote and letter in "'\"":
            quote = letter
        elif letter == "\\" and quote != "'" and at + 1 < len(raw):
            at += 1
            value += raw[at] if not quote or raw[at] in '"\\`$' else "\\" + raw[at]
        else:
            value += letter
        at += 1
    return value


def by_ourselves(path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """As config/env.py reads a file `.env`."""
    found: dict[str, str] = {}
    monkeypatch.setattr(environ.Env, "ENVIRON", found)
    environ.Env.read_env(path)
    return found


def test_d5_a_shell_systemd_and_we_read_one_value(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = by_ourselves(sample, monkeypatch)
    assert "DATABASE_URL" in ours
    shell = by_a_shell(sample)
    assert {name: shell.get(name) for name in ours} == ours
    assert by_systemd(sample) == ours


def test_d5_a_password_of_every_awkward_letter_arrives(sample: Path) -> None:
    values = by_systemd(sample)
    assert conninfo_to_dict(values["DATABASE_URL"])["password"] == PASSWORD
    assert email(values["EMAIL_URL"])["EMAIL_HOST_PASSWORD"] == PASSWORD


def test_the_rules_of_systemd_are_read_as_it_documents_them() -> None:
    assert unquoted("'a \"b\" \\c $d'") == 'a "b" \\c $d'
    assert unquoted('"a \\" \\$ \\c"') == 'a " $ \\c'
    assert unquoted("a\\ b&c#d") == "a b&c#d"
