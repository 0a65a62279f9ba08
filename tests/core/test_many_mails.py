"""S10, S12: a mail is found by an index, however many wait or were sent."""

from datetime import timedelta

import pytest

from accounts.models import User
from core.models import Mail
from core.models.mail import LETTER, letter_once
from core.outbox import Outgoing, post
from tests.cast import NOW
from tests.crowd import multiply, plan, scans

pytestmark = pytest.mark.django_db

MANY = 20_000


def test_what_carried_a_letter_is_found_by_what_makes_it_leave_once(amina: User) -> None:
    letter = Outgoing(to="efua@example.org", kind=LETTER, member_id=amina.pk, once=letter_once(7), text="Dear Efua")
    carried = post(letter, now=NOW)
    multiply(carried, MANY, message_id="'m' || k", once="'letter:' || 100 + k")
    found = Mail.objects.of_letters([7, 8, 9])
    assert [mail.pk for mail in found] == [carried.pk]
    assert scans(plan(found)) == []
    # As many as one contact may have, which is more than the planner can prove things about.
    assert scans(plan(Mail.objects.of_letters(range(1000)))) == []


def test_the_oldest_and_the_last_tried_of_many_that_wait_are_found_without_sorting(amina: User) -> None:
    first = post(Outgoing(to="first@example.org", kind="trial", text="x"), now=NOW)
    tried = Mail.claim(now=NOW)
    assert tried == first
    tried.put_off(why="451 busy", now=NOW)
    again = post(Outgoing(to="again@example.org", kind="trial", text="x"), now=NOW + timedelta(minutes=1))
    multiply(again, MANY, message_id="'m' || k", posted_at="r.posted_at + k * interval '1 second'")
    for rows in (Mail.objects.waiting().longest_first()[:1], Mail.objects.waiting().put_off_lately()[:1]):
        assert rows.get() == first
        assert scans(plan(rows)) == []
        assert "Sort" not in plan(rows)
    # The few that were put off, and not all that wait.
    assert "mail_put_off" in plan(Mail.objects.unwritten())
