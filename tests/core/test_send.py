"""What the outbox holds leaves by a real server, whatever that server does."""

import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core import outbox, sending
from core.models import Mail
from core.outbox import Attachment, Outgoing, Words
from tests.core.postbox import Postbox, open_postbox

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings: object) -> Iterator[Postbox]:
    with open_postbox() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", box.port, 1  # type: ignore[attr-defined]
        yield box


def a_mail(**more: object) -> Mail:
    values = {"to": "amina@students.test", "kind": "trial", "subject": "Hello", "text": "Words", **more}
    return outbox.post(Outgoing(**values), now=NOW)  # type: ignore[arg-type]


def send(now: datetime = NOW) -> int:
    return sending.send_due(now=lambda: now)


def only() -> Mail:
    return Mail.objects.get()


def test_arrives_as_it_was_posted(box: Postbox) -> None:
    mail = a_mail(subject="Dein Gespräch – über 海", text="Grüße,\nAmina", reply_to="amina@example.edu")
    assert send() == 1
    (got,) = box.accepted
    assert got.name == mail.message_id
    assert got.message["Subject"] == "Dein Gespräch – über 海"
    assert got.message["Reply-To"] == "amina@example.edu"
    assert got.message["To"] == "amina@students.test"
    assert got.text.split() == ["Grüße,", "Amina"]
    assert only().state == Mail.State.SENT


def test_is_sent_once(box: Postbox) -> None:
    a_mail()
    assert (send(), send()) == (1, 0)
    assert len(box.accepted) == 1


def test_an_attachment_comes_back_whole(box: Postbox) -> None:
    content = b"BEGIN:VCALENDAR\r\nX:" + bytes(range(128, 256)) * 9
    a_mail(attachments=(Attachment("invite.ics", "text/calendar; method=REQUEST; charset=utf-8", content),))
    send()
    part = next(box.accepted[0].message.iter_attachments())
    assert (part.get_content_type(), part.get_param("method")) == ("text/calendar", "REQUEST")
    assert part.get_filename() == "invite.ics"
    assert part.get_payload(decode=True) == content


def test_its_own_headers_go_with_it(box: Postbox) -> None:
    a_mail(headers={"List-Unsubscribe": "<https://x.test/r/do/abc>"})
    send()
    assert box.accepted[0].message["List-Unsubscribe"] == "<https://x.test/r/do/abc>"


@pytest.mark.parametrize("wrong", ["451 come back later", "drop", "stall"])
@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_what_may_pass_is_tried_again_with_the_same_name(box: Postbox, step: str, wrong: str) -> None:
    mail = a_mail()
    box.fails = lambda at: wrong if at == step else ""
    send()
    assert (only().state, only().attempts) == (Mail.State.WAITING, 1)
    assert only().why
    box.fails = lambda at: ""
    assert send(NOW + timedelta(seconds=59)) == 0
    assert send(NOW + timedelta(seconds=60)) == 1
    assert [got.name for got in box.accepted] == [mail.message_id]


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_refusal_is_final_and_told_in_the_servers_words(box: Postbox, step: str) -> None:
    a_mail()
    box.fails = lambda at: "550 5.1.1 No such mailbox here" if at == step else ""
    send()
    assert (only().state, only().why) == (Mail.State.REFUSED, "550 5.1.1 No such mailbox here")
    assert send(NOW + timedelta(days=3)) == 0


def test_one_that_fails_does_not_keep_the_others(box: Postbox) -> None:
    for number in range(6):
        a_mail(to=f"s{number}@students.test")
    answers = iter(["", "drop", "", "550 no", "", "451 wait"])
    box.fails = lambda at: next(answers) if at == "rcpt" else ""
    assert send() == 6
    assert [got.message["To"] for got in box.accepted] == [f"s{n}@students.test" for n in (0, 2, 4)]


def test_a_server_that_is_away_is_asked_once_and_costs_no_mail_an_attempt(settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1  # type: ignore[attr-defined]
    for _ in range(3):
        a_mail()
    assert send() == 1
    assert sorted(Mail.objects.values_list("attempts", flat=True)) == [0, 0, 0]


def test_a_mail_with_a_secret_is_written_when_it_leaves(box: Postbox) -> None:
    outbox.register_writer("trial", lambda mail, now: Words("For you", f"Number {mail.about['n']}"))
    a_mail(writer="trial", about={"n": 7}, text="", subject="")
    assert only().text == ""
    send()
    assert box.accepted[0].text.strip() == "Number 7"
    assert only().text == ""


def test_one_that_is_no_longer_needed_is_forgotten(box: Postbox) -> None:
    outbox.register_writer("trial", lambda mail, now: None)
    a_mail(writer="trial")
    send()
    assert not box.accepted
    assert not Mail.objects.exists()


def test_one_that_cannot_be_written_waits_and_the_others_leave(box: Postbox) -> None:
    a_mail(writer="nobody writes this")
    a_mail()
    assert send() == 2
    assert len(box.accepted) == 1
    waiting = Mail.objects.waiting().get()
    assert waiting.why == "It could not be written: KeyError."


def test_the_classes_of_failure_are_told_apart() -> None:
    assert sending._is_final(smtplib.SMTPRecipientsRefused({"a": (550, b"no")}))
    assert not sending._is_final(smtplib.SMTPRecipientsRefused({"a": (450, b"later")}))
    assert not sending._is_final(smtplib.SMTPSenderRefused(550, b"you", "centre@x.test"))
    assert not sending._is_final(smtplib.SMTPAuthenticationError(535, b"who"))
    assert sending._is_final(ValueError("a header with a line end"))
