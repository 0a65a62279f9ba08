"""How far the mails of many invitations got: a bar that moves, with script and without."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from accounts.inviting import invite_all
from accounts.models import Invitation
from core.models import Mail, MailServer, Pulse
from core.models.pulse import WORKER
from core.sending import send_due
from tests.cast import Cast
from tests.core.postbox import open_postbox
from tests.post import delivered

LIST = "/you/members/invitations/"
BAR = '<progress aria-labelledby="leaving-words" max="3" value="{}"></progress>'
ASKS_AGAIN, LOADS_AGAIN = 'hx-trigger="every 2s"', 'http-equiv="refresh"'


@pytest.fixture
def three(cast: Cast) -> None:
    Pulse.beat(WORKER, now=timezone.now())
    emails = [f"new{number}@example.edu" for number in range(3)]
    invite_all(by=cast.dara, now=timezone.now(), emails=emails, role="student")


def leave(count: int) -> None:
    """Let the mails of `count` invitations leave and keep the others back."""
    later = timezone.now() + timedelta(hours=1)
    Mail.objects.filter(pk__in=Mail.objects.order_by("pk")[count:].values("pk")).update(next_try_at=later)
    delivered()


def test_the_bar_moves_and_ends_with_a_word(three: None, as_dara: Client) -> None:
    page = as_dara.get(LIST).content.decode()
    assert BAR.format(0) in page
    assert ASKS_AGAIN in page
    assert f"<noscript><meta {LOADS_AGAIN}" in page
    leave(2)
    part = as_dara.get(LIST, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<div id="leaving"')
    assert BAR.format(2) in part
    assert "We’ve sent 2 of 3 invitations." in part
    delivered(timezone.now() + timedelta(hours=2))
    part = as_dara.get(LIST, headers={"HX-Request": "true"}).content.decode()
    assert "We’ve sent all invitations." in part
    assert ASKS_AGAIN not in part
    page = as_dara.get(LIST).content.decode()
    assert "We’ve sent" not in page
    assert LOADS_AGAIN not in page


def test_what_the_mail_server_puts_off_or_refuses_has_not_left(three: None, cast: Cast, as_dara: Client) -> None:
    answers = iter(["", "451 4.7.1 Greylisted", "550 5.1.1 No such user"])
    with open_postbox() as box:
        box.fails = lambda step: next(answers) if step == "rcpt" else ""
        smtp = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": box.port, "EMAIL_TIMEOUT": 5}
        with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", **smtp):
            send_due(now=timezone.now)
    part = as_dara.get(LIST, headers={"HX-Request": "true"}).content.decode()
    assert BAR.format(1) in part
    assert "We’ve sent 1 of 3 invitations." in part
    assert '<p id="leaving-words" data-announce>' in part
    assert "The mail server delayed 1." in part
    assert "We couldn’t deliver 1." in part
    assert "We’ve sent all invitations." not in part
    assert ASKS_AGAIN not in part
    page = as_dara.get(LIST).content.decode()
    assert page.count("not delivered") == page.count("delayed by the mail server") == 1
    # A new link waits for its own mail alone.
    refused = Invitation.objects.get(pk=Mail.objects.failed().get().about["invitation"])
    refused.again(by=cast.dara, now=timezone.now())
    assert Invitation.objects.leaving(timezone.now()) == (1, 1, 0, 3)


def test_says_where_no_mail_leaves_and_does_not_wait_for_it(three: None, as_dara: Client) -> None:
    MailServer.current().hold(MailServer.Fault.AWAY, why="Connection refused", now=timezone.now())
    page = as_dara.get(LIST).content.decode()
    assert "No emails are going out right now." in page
    assert ASKS_AGAIN not in page
    assert LOADS_AGAIN not in page


def test_one_that_was_withdrawn_or_is_of_yesterday_is_not_waited_for(three: None) -> None:
    now = timezone.now()
    row = Invitation.objects.order_by("pk")[0]
    row.withdraw(now=now)
    assert Invitation.objects.leaving(now) == (0, 0, 0, 2)
    assert Invitation.objects.leaving(now + timedelta(days=2)) is None
