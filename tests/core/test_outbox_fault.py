"""A worker that is killed at any moment, before a server that fails one time in five, loses no mail."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from django.db import connection

from core import outbox
from core.models import Mail
from core.outbox import Outgoing
from tests.core.postbox import Postbox, open_postbox

HURRY = 3000
GIVE_UP_AFTER = 900  # seconds, so that a fault ends the test and not the machine's patience


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_twenty_mails_and_three_kills() -> None:
    survive(mails=20, kills=3, seed=20261124)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_five_hundred_mails_and_fifty_kills() -> None:
    survive(mails=500, kills=50, seed=20261125)


def survive(*, mails: int, kills: int, seed: int) -> None:
    """Post, send and kill; then account for every mail and for every repeat."""
    dice = random.Random(seed)
    start = time.time()
    posted = [
        outbox.post(
            Outgoing(to=f"s{n}@students.test", kind="trial", subject=f"Reminder {n}", text=f"Number {n}"),
            now=datetime.fromtimestamp(start, UTC),
        ).message_id
        for n in range(mails)
    ]
    with open_postbox(lambda step: _trouble(dice)) as box:
        killed = _send_and_kill(box, dice, kills, start)
    arrived = Counter(got.name for got in box.accepted)
    assert set(arrived) == set(posted)
    assert len(killed) == kills
    repeats = arrived - Counter(posted)
    # Each repeat follows an acceptance that nobody noted, because the worker was killed right after it.
    assert repeats - Counter(_cut_off(box, killed)) == Counter()
    print(f"{len(arrived)} mails, {len(killed)} kills, {repeats.total()} repeats, each cut off by a kill")  # noqa: T201


def _trouble(dice: random.Random) -> str:
    """One time in five something goes wrong; it is asked at two steps of each mail."""
    return dice.choice(["451 busy", "drop", "stall", "421 closing"]) if dice.random() < 0.106 else ""


def _send_and_kill(box: Postbox, dice: random.Random, kills: int, start: float) -> list[float]:
    """Let a worker send until nothing waits, killing it `kills` times; gives when, by the monotonic clock."""
    killed: list[float] = []
    end = time.monotonic() + GIVE_UP_AFTER
    every = max(Mail.objects.count() // (kills + 1), 1)
    while Mail.objects.waiting().exists():
        with _worker(box, start) as worker:
            # Somewhere within the next few mails, at any point of one.
            target = len(box.accepted) + dice.randint(1, every)
            while Mail.objects.waiting().exists() and time.monotonic() < end:
                if len(killed) < kills and len(box.accepted) >= target:
                    time.sleep(dice.random() * 0.02)
                    worker.kill()
                    worker.wait()
                    killed.append(time.monotonic())
                    break
                time.sleep(0.0005)
        assert time.monotonic() < end, f"{Mail.objects.waiting().count()} mails still wait"
    return killed


def _cut_off(box: Postbox, killed: list[float]) -> list[str]:
    """The mails whose acceptance was the last thing that a killed worker brought about.

    The server may accept what it has been given a moment after the worker is gone, so the connection tells.
    """
    last = []
    for moment in killed:
        before = [got for got in box.accepted if got.connected_at <= moment]
        if before:
            last.append(before[-1].name)
    return last


@contextmanager
def _worker(box: Postbox, start: float) -> Iterator[subprocess.Popen[bytes]]:
    database = connection.settings_dict
    who = f"{quote(database['USER'])}:{quote(database['PASSWORD'] or '')}"
    environment = {
        **os.environ,
        "DATABASE_URL": f"postgresql://{who}@/{quote(database['NAME'])}?host={quote(database['HOST'], safe='')}"
        + (f"&port={database['PORT']}" if database["PORT"] else ""),
        "EMAIL_URL": f"smtp://127.0.0.1:{box.port}",
        "EMAIL_TIMEOUT": "1",
        "LOG_LEVEL": "CRITICAL",
    }
    worker = subprocess.Popen([sys.executable, "-m", "tests.core.sender", str(start), str(HURRY)], env=environment)
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()
