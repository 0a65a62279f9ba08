"""A mail that is posted is a row beside its cause: with it or not at all, and once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from core import outbox
from core.models import Mail
from core.models.mail import PAUSES, lease
from core.outbox import Attachment, Outgoing

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def letter(**more: object) -> Outgoing:
    return Outgoing(**{"to": "amina@students.test", "kind": "trial", "subject": "Hello", "text": "Words", **more})  # type: ignore[arg-type]


def test_waits_to_be_sent_at_once() -> None:
    mail = outbox.post(letter(), now=NOW)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (Mail.State.WAITING, 0)
    assert list(Mail.objects.due(NOW)) == [mail]


def test_vanishes_with_its_cause() -> None:
    with transaction.atomic():
        outbox.post(letter(), now=NOW)
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


def test_every_mail_has_a_name_of_its_own() -> None:
    a, b = outbox.post(letter(), now=NOW), outbox.post(letter(), now=NOW)
    assert a.message_id != b.message_id
    assert a.message_id.startswith("<")
    assert a.message_id.endswith("@localhost>")


def test_the_same_occasion_twice_is_one_mail() -> None:
    first = outbox.post(letter(once="digest:1"), now=NOW)
    second = outbox.post(letter(once="digest:1", text="Other words"), now=NOW + timedelta(hours=1))
    assert second == first
    assert Mail.objects.get().text == "Words"


def test_many_are_posted_together_and_the_known_ones_left_out() -> None:
    outbox.post(letter(once="a"), now=NOW)
    outbox.post_all([letter(once=each) for each in ("a", "b", "b", "")] + [letter()], now=NOW)
    assert Mail.objects.count() == 4


@pytest.mark.parametrize("to", ["", "nobody", "a@b.test\nBcc: all@b.test", "a@b.test, c@d.test", "a b@c.test"])
def test_an_address_that_is_none_is_refused(to: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        outbox.post(letter(to=to), now=NOW)


def test_no_word_begins_a_header_of_its_own() -> None:
    mail = outbox.post(
        letter(
            subject="Hi\r\nBcc: all@b.test",
            headers={"X-A": "1\r\nX-B: 2"},
            attachments=(Attachment("a\nb", "t/t", b""),),
        ),
        now=NOW,
    )
    assert mail.subject == "Hi Bcc: all@b.test"
    assert mail.headers == {"X-A": "1 X-B: 2"}
    assert mail.attachments[0]["name"] == "a b"


def test_only_one_worker_holds_it() -> None:
    mail = outbox.post(letter(), now=NOW)
    assert Mail.claim(now=NOW) == mail
    assert Mail.claim(now=NOW) is None


@pytest.mark.parametrize(("timeout", "minutes"), [(1, 2), (15, 3), (60, 12)])
def test_m7_a_worker_that_died_gives_it_back_and_no_slow_one_does(timeout: int, minutes: int, settings: Any) -> None:
    settings.EMAIL_TIMEOUT = timeout
    outbox.post(letter(), now=NOW)
    Mail.claim(now=NOW)
    assert lease() == timedelta(minutes=minutes)
    assert Mail.claim(now=NOW + lease() - timedelta(seconds=1)) is None
    again = Mail.claim(now=NOW + lease())
    assert again is not None
    assert again.attempts == 2


def test_pauses_grow_until_it_is_given_up() -> None:
    outbox.post(letter(), now=NOW)
    now, waits = NOW, []
    while (mail := Mail.claim(now=now)) is not None:
        mail.put_off(why="451 busy", now=now)
        if mail.next_try_at is None:
            break
        waits.append(mail.next_try_at - now)
        now = mail.next_try_at
    assert tuple(waits) == PAUSES
    assert Mail.objects.get().state == Mail.State.GIVEN_UP
    assert list(waits) == sorted(waits)


def test_a_refused_one_is_not_tried_again() -> None:
    outbox.post(letter(), now=NOW)
    mail = Mail.claim(now=NOW)
    assert mail is not None
    mail.refuse(why="550 no such user", now=NOW)
    assert Mail.claim(now=NOW + timedelta(days=3)) is None
    assert Mail.objects.failed().get().state == Mail.State.REFUSED


def test_what_was_accepted_stays_sent() -> None:
    outbox.post(letter(), now=NOW)
    mail = Mail.claim(now=NOW)
    assert mail is not None
    mail.accept(now=NOW)
    mail.put_off(why="too late", now=NOW)
    assert Mail.objects.get().state == Mail.State.SENT
