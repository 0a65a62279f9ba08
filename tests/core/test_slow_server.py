"""M7: a mail server that takes three seconds for each mail keeps nothing but mails waiting."""

import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core import outbox, sending
from core.models import Mail, Pulse
from core.outbox import Outgoing
from core.tasks import beat, sweep_mails
from followups.tasks import post_reminders
from tests.core.postbox import open_postbox
from tests.core.process import running

MAILS = 40
PATIENCE = 60  # seconds, so that a fault ends the test and not the machine's patience


def wait_for(what: object, done: object) -> float:
    """Seconds until `done` says yes."""
    began = time.monotonic()
    while not done():  # type: ignore[operator]
        assert time.monotonic() - began < PATIENCE, what
        time.sleep(0.05)
    return time.monotonic() - began


def succeeded(task: str, since: datetime) -> bool:
    jobs = ProcrastinateJob.objects.filter(task_name=task, status="succeeded")
    return jobs.filter(procrastinateevent__at__gte=since).exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_m7_the_pulse_reminders_and_the_sweep_go_on_while_mails_are_slow() -> None:
    with open_postbox(lambda step: "slow" if step == "data" else "") as box:
        for number in range(MAILS):
            outbox.post(Outgoing(to=f"s{number}@students.test", kind="trial", text="Words"), now=timezone.now())
        with running("worker", EMAIL_URL=f"smtp://127.0.0.1:{box.port}") as worker:
            wait_for("the first mail", lambda: box.accepted)
            # Both of the mail's own slots are taken now.
            outbox.wake()
            wait_for("two connections", lambda: len({got.connected_at for got in box.accepted}) > 1)
            asked = timezone.now()
            Pulse.objects.all().delete()
            beat.defer(timestamp=1)
            post_reminders.defer(timestamp=1)
            sweep_mails.defer(timestamp=1)
            took = wait_for(
                "beat, reminders and sweep",
                lambda: (
                    Pulse.objects.exists()
                    and succeeded(post_reminders.name, asked)
                    and succeeded(sweep_mails.name, asked)
                ),
            )
            waiting = Mail.objects.waiting().count()
            print(f"pulse, reminders and sweep done after {took:.1f} s, {waiting} mails waiting")  # noqa: T201
            assert waiting > MAILS / 2
            assert took < 3
            # Told to stop, it ends the mails it has begun and no more.
            before = time.monotonic()
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(timeout=PATIENCE) == 0
            assert time.monotonic() - before < 30
        assert not Mail.objects.waiting().exclude(claimed_at=None).exists()


@pytest.mark.django_db
def test_m7_a_server_that_never_comes_to_an_end_is_hung_up_on(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its words comes in time, so that no timeout of silence ends it."""
    monkeypatch.setattr(sending, "lease", lambda: timedelta(seconds=1))
    settings.EMAIL_BACKEND, settings.EMAIL_TIMEOUT = "django.core.mail.backends.smtp.EmailBackend", 1
    outbox.post(Outgoing(to="efua@example.org", kind="trial", text="Words"), now=timezone.now())
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as threads:
        settings.EMAIL_HOST, settings.EMAIL_PORT = listener.getsockname()
        talk = threads.submit(trickle, listener)
        began = time.monotonic()
        assert sending.send_due(now=timezone.now) == 1
        assert time.monotonic() - began < 3
        talk.result()
    mail = Mail.objects.get()
    assert (mail.state, mail.attempts, bool(mail.why)) == (Mail.State.WAITING, 1, True)


def trickle(listener: socket.socket) -> None:
    """Talk as a server until somebody is to send a mail, then go on and on, for ten seconds at most."""
    line, _address = listener.accept()
    with line, suppress(OSError):
        line.sendall(b"220 here\r\n")
        while not line.recv(1000).upper().startswith(b"MAIL"):
            line.sendall(b"250 yes\r\n")
        for _ in range(200):
            line.sendall(b"250-wait\r\n")
            time.sleep(0.05)
