"""Two workers at the same moment: every act in our own database happens once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import User
from core.models import Mail
from followups.models import Followup
from followups.reminders.choosing import post_due
from tests.followups.builders import Kind, a_followup
from tests.followups.test_reminders import EIGHT, MORNING, TALK, arranged, due

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4


def at_once(act: Callable[[], object]) -> list[object]:
    """What each of WORKERS threads gave for `act`, all begun at the same moment, each on a connection of its own."""
    gate = Barrier(WORKERS)

    def work() -> object:
        try:
            gate.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return [done.result() for done in [pool.submit(work) for _ in range(WORKERS)]]


def test_a_daily_mail_is_posted_once() -> None:
    students = [User.objects.create_user(f"s{n}@example.edu", time_zone="Europe/Berlin") for n in range(20)]
    for student in students:
        due(student)
    at_once(lambda: post_due(now=EIGHT))
    assert sorted(Mail.objects.values_list("member", flat=True)) == [student.pk for student in students]


def test_a_single_mail_is_posted_once() -> None:
    arranged(User.objects.create_user("amina@example.edu", time_zone="Europe/Berlin"), TALK)
    at_once(lambda: post_due(now=MORNING))
    assert Mail.objects.filter(kind="day_before").count() == 1


def test_a_row_is_let_rest_once() -> None:
    amina = User.objects.create_user("amina@example.edu", time_zone="Europe/Berlin")
    for _ in range(10):
        a_followup(amina, Kind.CONFIRM, now=EIGHT - timedelta(days=1), late_at=EIGHT)
    closed = at_once(lambda: Followup.close_passed(now=EIGHT))
    assert sum(map(int, map(str, closed))) == 10
    assert not Followup.objects.open().exists()
