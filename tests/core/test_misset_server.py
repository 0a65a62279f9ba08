"""M6 as it happens: a worker runs, its mail server is set up wrongly, somebody mends it and presses once."""

import time
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from core import outbox
from core.models import Mail, MailServer
from core.outbox import Outgoing
from core.tasks import beat
from tests.cast import Cast
from tests.core.postbox import open_postbox
from tests.core.process import running
from tests.core.test_slow_server import wait_for

MAILS = 20


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_m6_everything_arrives_once_after_one_press(
    cast: Cast, as_dara: Client, stranger: Client, tmp_path: Path
) -> None:
    with open_postbox(lambda step: "554 5.7.1 Relay access denied" if step == "rcpt" else "") as box:
        for number in range(MAILS):
            outbox.post(Outgoing(to=f"s{number}@students.test", kind="trial", text="Words"), now=timezone.now())
        # With the uploads where this test has them, as of one installation.
        own = {"EMAIL_URL": f"smtp://127.0.0.1:{box.port}", "LOG_LEVEL": "ERROR", "VAR_DIR": str(tmp_path)}
        with running("worker", **own):
            wait_for("the queue to be held", lambda: MailServer.current().held_since)
            time.sleep(2)
            assert Mail.objects.waiting().count() == MAILS
            beat(0)
            answer = stranger.get("/readyz")
            assert answer.status_code == 503
            assert b"554 5.7.1 Relay access denied" in answer.content
            box.fails = lambda step: ""
            as_dara.post("/centre/status/again/")
            took = wait_for("every mail", lambda: not Mail.objects.waiting().exists())
        assert stranger.get("/readyz").content == b"ready\n"
    names = [got.name for got in box.accepted]
    assert len(names) == len(set(names)) == MAILS
    assert not Mail.objects.failed().exists()
    print(f"{MAILS} of {MAILS} arrived {took:.1f} s after the press, 0 refused, 0 twice")  # noqa: T201
