"""A mail that comes back later is told to the student like one that was refused at once."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from core import bounces, outbox, sending
from core.models import Mail
from core.outbox import Outgoing

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=20)


def a_report(name: str, *, action: str = "failed", part: str = "text/rfc822-headers") -> bytes:
    """What a mail server writes about the mail called `name` (RFC 3464)."""
    return f"""From: MAILER-DAEMON@mx.example.org
To: careers@example.edu
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; efua.osei@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 The mailbox
  is gone

--b
Content-Type: {part}

Message-ID: {name}
Subject: Hello

--b--
""".encode()


@pytest.fixture
def mail(amina: User) -> Mail:
    mail = outbox.post(Outgoing(to="efua.osei@example.org", kind="trial", member_id=amina.pk), now=NOW)
    sending.send_due(now=lambda: NOW)
    return mail


@pytest.mark.parametrize("part", ["text/rfc822-headers", "message/rfc822"])
def test_counts_as_refused_with_the_reason(mail: Mail, amina: User, part: str) -> None:
    assert bounces.take_back(a_report(mail.message_id, part=part), now=LATER)
    back = Mail.objects.failed_for(amina).get()
    assert (back.state, back.why, back.failed_at) == (Mail.State.REFUSED, "550 5.1.1 The mailbox is gone", LATER)


def test_a_delay_is_no_end(mail: Mail) -> None:
    assert not bounces.take_back(a_report(mail.message_id, action="delayed"), now=LATER)
    assert Mail.objects.get().state == Mail.State.SENT


def test_a_report_about_no_mail_of_ours_changes_nothing(mail: Mail) -> None:
    assert not bounces.take_back(a_report("<other@example.org>"), now=LATER)
    assert Mail.objects.get().state == Mail.State.SENT


def test_the_same_report_twice_is_one(mail: Mail) -> None:
    for moment in (LATER, LATER + timedelta(hours=1)):
        bounces.take_back(a_report(mail.message_id), now=moment)
    assert Mail.objects.get().failed_at == LATER


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda words: a_report(words.replace("\n", " "))[:900]))
def test_nothing_that_is_handed_in_breaks_it(raw: bytes) -> None:
    report = bounces.read(raw)
    assert report is None or report.message_id


def test_the_mail_server_hands_it_in(mail: Mail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(a_report(mail.message_id))))
    out = io.StringIO()
    call_command("bounce", stdout=out)
    assert out.getvalue() == "Marked.\n"
    assert Mail.objects.get().state == Mail.State.REFUSED
