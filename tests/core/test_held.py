"""M6: a mail server that is set up wrongly refuses nobody for good: the queue is held, and that is said."""

import smtplib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core import outbox, sending
from core.models import Mail, MailServer
from core.outbox import Outgoing
from core.tasks import beat
from tests.core.postbox import Postbox, open_postbox
from tests.sampling import one_in

pytestmark = pytest.mark.django_db

MANY = 20
LONG = timedelta(minutes=16)
FINE = ""


@pytest.fixture
def box(settings: Any) -> Iterator[Postbox]:
    with open_postbox() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", box.port, 1
        yield box


def post(count: int, *, now: datetime, domain: str = "students.test") -> None:
    for number in range(count):
        outbox.post(Outgoing(to=f"s{number}@{domain}", kind="trial", text="Words"), now=now)


def fails_at(where: str, answer: str) -> Callable[[str], str]:
    return lambda step: answer if step == where else FINE


def states() -> set[str]:
    return set(Mail.objects.values_list("state", flat=True))


def send(now: datetime) -> int:
    return sending.send_due(now=lambda: now)


def ready(client: Client) -> str:
    beat(0)
    return client.get("/readyz").content.decode()


@pytest.mark.parametrize(
    ("step", "answer", "fault"),
    one_in(
        4,
        [
            ("rcpt", "554 5.7.1 Relay access denied", MailServer.Fault.RECIPIENTS),
            ("rcpt", "550 5.1.1 No such user", MailServer.Fault.RECIPIENTS),
            ("data", "554 5.7.1 Not from here", MailServer.Fault.RECIPIENTS),
            ("rcpt", "530 5.7.0 Authentication required", MailServer.Fault.SIGN_IN),
            ("rcpt", "503 5.5.1 Bad sequence", MailServer.Fault.TALK),
            ("mail", "550 5.7.1 Not your address", MailServer.Fault.SENDER),
            ("mail", "530 Must issue a STARTTLS command first", MailServer.Fault.SIGN_IN),
            ("mail", "451 4.3.0 Try later", MailServer.Fault.AWAY),
            ("mail", "552 5.2.2 Quota of the sender", MailServer.Fault.RECIPIENTS),
            ("hello", "550 5.7.1 I do not know you", MailServer.Fault.TALK),
            ("greeting", "554 5.7.1 No service for you", MailServer.Fault.TALK),
            ("greeting", "421 4.3.2 Too busy", MailServer.Fault.AWAY),
        ],
    ),
)
def test_m6_a_server_that_refuses_everybody_refuses_nobody_for_good(
    box: Postbox, as_dara: Client, step: str, answer: str, fault: str
) -> None:
    now = timezone.now()
    post(MANY, now=now)
    box.fails = fails_at(step, answer)
    assert send(now) <= 3
    for minutes in range(1, 40):
        assert send(now + timedelta(minutes=minutes)) <= 1
    assert states() == {Mail.State.WAITING}
    server = MailServer.current()
    assert (server.fault, server.why) == (fault, answer)
    text = as_dara.get("/centre/status/").content.decode()
    assert answer in text
    assert "Send again" in text
    assert "All good." not in text
    # Mended, it takes everything at the next trial, and nothing is said any more.
    box.fails = lambda step: FINE
    later = now + timedelta(minutes=40) + LONG
    assert send(later) == MANY
    assert states() == {Mail.State.SENT}
    assert len({got.name for got in box.accepted}) == len(box.accepted) == MANY
    assert "Send again" not in as_dara.get("/centre/status/").content.decode()


def test_m6_ready_says_what_the_server_said_and_to_whom_never(box: Postbox, stranger: Client) -> None:
    now = timezone.now()
    post(MANY, now=now)
    box.fails = fails_at("rcpt", "554 5.7.1 <s0@students.test>: relay access denied")
    send(now)
    said = ready(stranger)
    assert "refused several recipients in a row" in said
    assert "554 5.7.1 <…>: relay access denied" in said
    assert "students.test" not in said
    box.fails = lambda step: FINE
    assert send(now + LONG) == MANY
    assert ready(stranger) == "ready\n"


def test_m6_one_press_sends_again(box: Postbox, as_dara: Client) -> None:
    now = timezone.now()
    post(MANY, now=now)
    box.fails = fails_at("rcpt", "554 5.7.1 Relay access denied")
    for minutes in range(30):
        send(now + timedelta(minutes=minutes))
    box.fails = lambda step: FINE
    assert send(now + timedelta(minutes=30)) == 0
    answer = as_dara.post("/centre/status/again/", follow=True)
    assert "sending the waiting emails again" in answer.content.decode()
    assert send(now + timedelta(minutes=30)) == MANY


def test_m6_two_that_were_refused_while_it_was_wrong_are_sent_by_the_press(box: Postbox, as_dara: Client) -> None:
    now = timezone.now()
    post(2, now=now)
    box.fails = fails_at("rcpt", "554 5.7.1 Relay access denied")
    assert send(now) == 2
    assert states() == {Mail.State.REFUSED}
    assert "Send again" in as_dara.get("/centre/status/").content.decode()
    box.fails = lambda step: FINE
    as_dara.post("/centre/status/again/")
    assert send(timezone.now()) == 2
    assert states() == {Mail.State.SENT}


def test_m6_the_same_person_refused_three_times_is_no_fault_of_the_server(box: Postbox) -> None:
    now = timezone.now()
    for _ in range(4):
        outbox.post(Outgoing(to="gone@example.org", kind="trial"), now=now)
    box.fails = fails_at("rcpt", "550 5.1.1 No such user")
    assert send(now) == 4
    assert states() == {Mail.State.REFUSED}


def test_m6_people_who_are_really_gone_are_refused_once_others_were_accepted(box: Postbox) -> None:
    now = timezone.now()
    post(5, now=now, domain="gone.test")
    post(5, now=now)
    gone: list[str] = []

    def by_recipient(step: str) -> str:
        return "550 5.1.1 No such user" if step == "rcpt" and box.recipient.endswith("@gone.test") else FINE

    box.fails = by_recipient
    send(now)
    assert MailServer.current().held_since == now
    # The next trial is somebody else's mail; who is refused a second time is refused for good.
    for minutes in range(1, 40):
        send(now + timedelta(minutes=minutes))
    assert not gone
    assert Mail.objects.filter(to__endswith="@students.test", state=Mail.State.SENT).count() == 5
    assert Mail.objects.filter(to__endswith="@gone.test", state=Mail.State.REFUSED).count() == 5
    assert MailServer.current().held_since is None


def test_m6_refusals_with_an_acceptance_in_between_are_refusals(box: Postbox) -> None:
    now = timezone.now()
    post(9, now=now)
    answers = iter([FINE, "550 no", "550 no"] * 3)
    box.fails = lambda step: next(answers) if step == "rcpt" else FINE
    assert send(now) == 9
    assert Mail.objects.filter(state=Mail.State.REFUSED).count() == 6
    assert MailServer.current().held_since is None


def test_m6_the_row_is_counted_in_the_database(box: Postbox) -> None:
    now = timezone.now()
    box.fails = fails_at("rcpt", "554 5.7.1 Relay access denied")
    # Each refused by a worker that was just started.
    for number in range(3):
        outbox.post(Outgoing(to=f"one{number}@example.org", kind="trial"), now=now)
        send(now)
    assert states() == {Mail.State.WAITING}


def test_m6_a_mail_that_is_too_big_is_its_own_fault(box: Postbox) -> None:
    now = timezone.now()
    post(1, now=now)
    box.fails = fails_at("mail", "552 5.3.4 Message size exceeds fixed limit")
    send(now)
    assert states() == {Mail.State.REFUSED}
    assert MailServer.current().held_since is None


@pytest.mark.parametrize("wrong", ["drop", "stall"])
def test_m6_a_server_that_hangs_up_before_it_hears_of_a_mail_gives_nobody_up(
    box: Postbox, stranger: Client, wrong: str
) -> None:
    now = timezone.now()
    post(1, now=now)
    box.fails = fails_at("hello", wrong)
    send(now)
    server = MailServer.current()
    assert (server.fault, set(Mail.objects.values_list("attempts", flat=True))) == (MailServer.Fault.AWAY, {0})
    box.fails = lambda step: FINE
    assert send(now + LONG) == 1
    assert states() == {Mail.State.SENT}


@pytest.mark.parametrize(("code", "fault"), [(535, MailServer.Fault.SIGN_IN), (454, MailServer.Fault.AWAY)])
def test_m6_a_sign_in_that_fails_for_now_is_nobodys_alarm(code: int, fault: str) -> None:
    assert sending._fault(smtplib.SMTPAuthenticationError(code, b"no")) == fault


@pytest.mark.parametrize(("step", "answer"), [("rcpt", "451 4.7.1 Greylisted"), ("data", "drop")])
def test_m6_a_server_that_puts_everybody_off_is_told(box: Postbox, stranger: Client, step: str, answer: str) -> None:
    ago = timezone.now() - LONG
    post(3, now=ago)
    box.fails = fails_at(step, answer)
    for minutes in (0, 2, 8):
        send(ago + timedelta(minutes=minutes))
    assert "The mail server has delayed every email for 15 minutes." in ready(stranger)
    # Whoever is reached shows that it is about the others only.
    box.fails = lambda step: FINE
    outbox.post(Outgoing(to="reached@students.test", kind="trial"), now=ago)
    assert send(timezone.now()) == 1
    assert ready(stranger) == "ready\n"


def test_m6_a_server_that_is_away_for_a_moment_is_nobodys_alarm(settings: Any, stranger: Client) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    now = timezone.now()
    post(3, now=now)
    assert send(now) == 1
    assert ready(stranger) == "ready\n"
    MailServer.objects.update(held_since=now - LONG)
    assert "can’t reach the mail server" in ready(stranger)
    # However long it is away, nobody is given up.
    for hours in range(200):
        send(now + timedelta(hours=hours))
    assert states() == {Mail.State.WAITING}
    assert set(Mail.objects.values_list("attempts", flat=True)) == {0}
