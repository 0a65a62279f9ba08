"""A member's row says whether a mail reached nobody: it says what the mails say, whatever happens in any order."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from core.models import Mail
from core.models.mail import KEEP_FAILED, LETTER, letter_once
from core.outbox import Outgoing, post
from meetings.models import Message, Reply
from tests.cast import NOW, Cast, a_meeting
from tests.core.builders import a_failed_mail

pytestmark = pytest.mark.django_db

Act = Callable[[User, datetime], object]


def send(member: User, now: datetime) -> Mail:
    return post(Outgoing(to="efua@example.org", kind="trial", text="Words", member_id=member.pk), now=now)


def accept(member: User, now: datetime) -> None:
    if mail := Mail.claim(now=now):
        mail.accept(now=now)


def refuse(member: User, now: datetime) -> None:
    if mail := Mail.claim(now=now):
        mail.refuse(why="550 No", now=now)


def put_off(member: User, now: datetime) -> None:
    if mail := Mail.claim(now=now):
        mail.put_off(why="451 Busy", now=now)


def give_up(member: User, now: datetime) -> None:
    mail = send(member, now)
    Mail.objects.filter(pk=mail.pk).update(attempts=99)
    mail.refresh_from_db()
    mail.put_off(why="451 Busy", now=now)


def come_back(member: User, now: datetime) -> None:
    for mail in Mail.objects.visible_to(member):
        mail.come_back(why="550 Gone", now=now)


def notice(member: User, now: datetime) -> None:
    for mail in Mail.objects.failed_for(member)[:1]:
        mail.notice(now=now)


def forget(member: User, now: datetime) -> None:
    Mail.forget(now=now)


def forget_late(member: User, now: datetime) -> None:
    Mail.forget(now=now + KEEP_FAILED)


ACTS: tuple[Act, ...] = (send, accept, refuse, put_off, give_up, come_back, notice, forget, forget_late)


def says_what_is_true() -> bool:
    return all(one.has_unreached == Mail.objects.failed_for(one).exists() for one in User.objects.all())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.booleans(), st.integers(0, 30)), max_size=14))
def test_every_walk_of_mails_leaves_it_true(cast: Cast, acts: list[tuple[Act, bool, int]]) -> None:
    with transaction.atomic():
        now = NOW
        for act, of_amina, hours in acts:
            now += timedelta(hours=hours)
            act(cast.amina if of_amina else cast.bo, now)
            assert says_what_is_true()
        # The next walk begins on a clean table.
        transaction.set_rollback(True)


def test_a_mail_that_fails_is_said_until_it_was_noticed(amina: User) -> None:
    first, second = a_failed_mail(amina), a_failed_mail(amina)
    for mail, waits in ((first, True), (second, False)):
        mail.notice(now=NOW)
        assert User.objects.get(pk=amina.pk).has_unreached is waits


def test_a_letter_that_goes_with_its_person_is_said_no_longer(amina: User) -> None:
    meeting = a_meeting(amina)
    letter = Message.draft(meeting, occasion="request", channel="email", now=NOW)
    once = letter_once(letter.pk)
    post(Outgoing(to="efua@example.org", kind=LETTER, text="Dear Efua", member_id=amina.pk, once=once), now=NOW)
    refuse(amina, NOW)
    assert User.objects.get(pk=amina.pk).has_unreached
    Reply.offer(meeting, now=NOW, times=[]).erase(now=NOW)
    assert not User.objects.get(pk=amina.pk).has_unreached
    assert says_what_is_true()
