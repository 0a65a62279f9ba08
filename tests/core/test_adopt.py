"""M8: nothing leaves a copy of a database until somebody who knows what it is for has adopted it."""

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core import outbox, sending
from core.models import Installation, Mail
from core.models.installation import STAMP
from core.models.mail import LETTER
from core.outbox import Outgoing
from core.tasks import beat
from home.unreached import unreached
from tests.core.postbox import open_postbox
from tests.core.process import address, run

SEND = "from django.utils import timezone; from core.sending import send_due; print(send_due(now=timezone.now))"


def copied() -> str:
    """The name of a copy of the test's own database; those of other tests that run meanwhile are called otherwise."""
    return f"{connection.settings_dict['NAME']}_put_back"


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[str]:
    """The name of a database into which the test's own is put back as deploy/README.md has it."""
    dump = tmp_path / "halfhour.dump"

    def tool(name: str, *arguments: str) -> None:
        subprocess.run([Path(binaries) / name, *arguments], check=True, capture_output=True)

    with connection.cursor() as cursor:
        # Those of the server itself, so that their versions fit.
        cursor.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'")
        (binaries,) = cursor.fetchone()
    name = copied()
    # Other tests empty all tables, this row with them.
    Installation.current()
    outbox.post(Outgoing(to="efua@example.org", kind=LETTER, text="Dear Efua"), now=timezone.now())
    tool("pg_dump", "--format=custom", f"--file={dump}", address())
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        tool("pg_restore", "--no-owner", "--dbname", address(name), str(dump))
        yield name
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_m8_a_copy_on_the_same_server_is_one() -> None:
    Installation.current()
    name, copy = connection.settings_dict["NAME"], copied()
    # Nobody may be connected to what is copied so.
    connection.close()
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        server.execute(f"CREATE DATABASE {copy} TEMPLATE {name}")
        try:
            with psycopg.connect(address(copy)) as there:
                query = f"SELECT stamp, ({STAMP}) FROM core_installation"
                ((kept, made),) = there.execute(query, ["core_installation"]).fetchall()
        finally:
            server.execute(f"DROP DATABASE {copy}")
    assert kept != made
    assert kept == Installation.current().stamp
    assert not Installation.current().refusal


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_m8_what_waited_when_last_nights_dump_was_made_does_not_leave_the_copy(copy: str) -> None:
    with open_postbox() as box:
        here = {"EMAIL_URL": f"smtp://127.0.0.1:{box.port}"}
        there = {**here, "DATABASE_URL": address(copy)}
        assert run("shell", "-v0", "-c", SEND, **here).stdout.strip() == "1"
        (gone,) = (got.name for got in box.accepted)
        # By the guide: "Prepare", then the worker.
        assert run("migrate", **there).returncode == 0
        tried = run("shell", "-v0", "-c", SEND, **there)
        assert tried.stdout.strip() == "0"
        assert "was restored from a copy" in tried.stderr
        assert "manage.py adopt" in tried.stderr
        asked = run("adopt", **there)
        assert asked.returncode == 1
        assert "1 emails are waiting, from" in asked.stdout
        assert "--discard (never send them) or --release" in asked.stderr
        assert run("adopt", "--discard", **there).returncode == 0
        post = "from core.outbox import *; post(Outgoing(to='new@example.org', kind='trial'), now=timezone.now());"
        assert (
            run("shell", "-v0", "-c", f"from django.utils import timezone; {post}{SEND}", **there).stdout.strip() == "1"
        )
        assert [got.message["To"] for got in box.accepted] == ["efua@example.org", "new@example.org"]
        assert [got.name for got in box.accepted].count(gone) == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_m8_released_what_waited_leaves(copy: str) -> None:
    with open_postbox() as box:
        there = {"EMAIL_URL": f"smtp://127.0.0.1:{box.port}", "DATABASE_URL": address(copy)}
        assert run("adopt", "--release", **there).returncode == 0
        assert run("shell", "-v0", "-c", SEND, **there).stdout.strip() == "1"
        assert [got.message["To"] for got in box.accepted] == ["efua@example.org"]


@pytest.mark.django_db
def test_m8_settings_that_name_another_host_send_nothing_and_say_why(
    settings: Any, as_dara: Client, stranger: Client, caplog: pytest.LogCaptureFixture
) -> None:
    Installation.current()
    settings.BASE_URL = "https://staging.example.edu"
    copied()
    # Other tests empty all tables, this row with them.
    Installation.current()
    outbox.post(Outgoing(to="efua@example.org", kind="trial"), now=timezone.now())
    assert sending.send_due(now=timezone.now) == 0
    reason = "This database belongs to localhost, but the settings say staging.example.edu."
    assert reason in caplog.text
    beat(0)
    assert reason in stranger.get("/readyz").content.decode()
    page = as_dara.get("/centre/status/").content.decode()
    assert reason in page
    assert "manage.py adopt" in page
    assert "All good." not in page
    # The port and https are no other installation.
    settings.BASE_URL = "https://localhost:8443/"
    assert sending.send_due(now=timezone.now) == 1


@pytest.mark.django_db
def test_m8_whom_a_discarded_mail_concerned_is_told_but_not_of_their_own_reminders(settings: Any, amina: User) -> None:
    Installation.current()
    settings.BASE_URL = "https://halfhour.example.org"
    now = timezone.now()
    copied()
    # Other tests empty all tables, this row with them.
    Installation.current()
    outbox.post(Outgoing(to="efua@example.org", kind=LETTER, member_id=amina.pk), now=now - timedelta(hours=3))
    outbox.post(Outgoing(to=amina.email, kind="digest", member_id=amina.pk), now=now)
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("adopt")
    assert Mail.objects.waiting().count() == 2
    call_command("adopt", "--discard")
    amina.refresh_from_db()
    (words,) = [mail.words for mail in unreached(amina)]
    assert "We didn’t send your email to efua@example.org" in words
    assert "may have sent it before" in words


@pytest.mark.django_db
def test_m8_a_database_that_is_at_home_needs_no_adopting(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("adopt", "--discard")
    assert "already belongs to localhost. Nothing was changed." in capsys.readouterr().out


@pytest.mark.django_db
def test_m8_a_copy_in_which_nothing_waits_is_adopted_without_a_choice(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    Installation.current()
    settings.BASE_URL = "https://halfhour.example.org"
    call_command("adopt")
    assert "No emails are waiting. None was ever sent." in capsys.readouterr().out
    assert not Installation.current().refusal
