"""The director sees how mail does, and tries it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.models import Installation, Mail, Pulse
from core.models.mail import LETTER
from core.models.pulse import WORKER
from core.outbox import Outgoing, post
from tests.cast import Cast
from tests.core.builders import a_failed_mail
from tests.post import delivered

PAGE = "/centre/status/"

pytestmark = pytest.mark.django_db


def page(client: Client, query: str = "") -> str:
    return client.get(PAGE + query).content.decode()


def test_says_that_all_is_well(as_dara: Client) -> None:
    Pulse.beat(WORKER, now=timezone.now())
    text = page(as_dara)
    assert "All good." in text
    assert "No emails are waiting." in text
    assert "No delivery problems in the last three months." in text


def test_says_when_the_worker_was_last_heard_of(as_dara: Client) -> None:
    assert "hasn’t run yet" in page(as_dara)
    Pulse.beat(WORKER, now=timezone.now() - timedelta(minutes=3))
    assert "last ran on" in page(as_dara)


def test_counts_what_waits_and_what_the_server_said(as_dara: Client) -> None:
    now = timezone.now()
    for number in range(2):
        post(Outgoing(to=f"a{number}@example.org", kind="trial"), now=now)
    claimed = Mail.claim(now=now)
    assert claimed is not None
    claimed.put_off(why="451 <busy>", now=now)
    text = page(as_dara)
    assert "2 emails are waiting" in text
    assert "451 &lt;busy&gt;" in text


def test_a_bar_moves_while_mails_leave_with_script_and_without(as_dara: Client) -> None:
    now = timezone.now()
    Pulse.beat(WORKER, now=now)
    for number in range(4):
        post(Outgoing(to=f"a{number}@example.org", kind="trial", subject="A", text="A"), now=now)
    text = page(as_dara)
    assert 'max="4" value="0"' in text
    watch = re.search(r'<noscript><meta http-equiv="refresh" content="10; url=\?since=(\d+)"></noscript>', text)
    assert watch is not None
    first, second, third, _fourth = Mail.objects.order_by("pk")
    first.accept(now=timezone.now())
    second.attempts = 1
    second.put_off(why="451 4.7.1 Greylisted", now=timezone.now())
    third.refuse(why="550 5.1.1 No such user", now=timezone.now())
    part = as_dara.get(PAGE, {"since": watch[1]}, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith(f'<div id="mails-waiting" hx-get="/centre/status/?since={watch[1]}"')
    assert 'max="2" value="1"' in part
    assert 'max="1" value="0"' in page(as_dara, "?since=x")
    Pulse.beat(WORKER, now=now - timedelta(minutes=3))
    assert "<progress" not in page(as_dara)


def test_lists_what_reached_nobody_page_by_page(cast: Cast, as_dara: Client) -> None:
    for number in range(26):
        a_failed_mail(cast.amina, f"a{number}@example.org", why="550 No <such> mailbox")
    assert "550 No &lt;such&gt; mailbox" in page(as_dara)
    later = as_dara.get(PAGE).context["page"].later
    assert "a0@example.org" in page(as_dara, later)


def test_a_students_letter_does_not_say_to_whom(cast: Cast, as_dara: Client) -> None:
    mail = a_failed_mail(cast.amina, why="550 <efua.osei@example.org>: no such user")
    Mail.objects.filter(pk=mail.pk).update(kind=LETTER)
    text = page(as_dara)
    assert "a student’s message to an address at example.org" in text
    assert "efua" not in text


def test_offers_no_test_reminder_where_none_would_leave(as_dara: Client) -> None:
    assert "Send me a test email" in page(as_dara)
    Installation.current()
    Installation.objects.update(domain="elsewhere.example.org")
    text = page(as_dara)
    assert "manage.py adopt" in text
    assert "Send me a test email" not in text


def test_a_test_reminder_goes_the_way_of_every_other(cast: Cast, as_dara: Client) -> None:
    assert as_dara.post(f"{PAGE}try/").url == PAGE
    assert Mail.objects.get().state == Mail.State.WAITING
    assert "sending a test email to dara@example.edu" in page(as_dara)
    (letter,) = delivered()
    assert letter.to == ["dara@example.edu"]
    assert "a test email" in letter.subject
