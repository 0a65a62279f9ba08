"""Two windows at once."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from accounts.models import User
from contacts.models import Touch
from meetings.models import Meeting, Message
from tests.cast import NOW, a_meeting
from tests.meetings.builders import a_draft, asked, fix

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


@pytest.mark.django_db(transaction=True)
def test_of_two_arrangements_for_the_same_hour_one_wins(amina: User) -> None:
    days = [NOW + timedelta(days=number) for number in range(1, 21)]
    start, results = Barrier(2), list[str]()

    def book(meetings: list[Meeting]) -> None:
        try:
            for meeting, at in zip(meetings, days, strict=True):
                start.wait(timeout=10)
                try:
                    fix(meeting, at)
                    results.append("booked")
                except Meeting.Clash:
                    results.append("clash")
        finally:
            connection.close()

    threads = [Thread(target=book, args=[[asked(amina) for _ in days]]) for _window in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(results) == ["booked"] * len(days) + ["clash"] * len(days)
    assert Meeting.objects.filter(starts_at__isnull=False).count() == len(days)


@pytest.mark.django_db(transaction=True)
def test_of_two_sendings_at_once_one_asks(amina: User) -> None:
    message = a_draft(a_meeting(amina))
    start = Barrier(2)

    def send() -> None:
        try:
            twin = Message.objects.with_people().get(pk=message.pk)
            start.wait(timeout=10)
            twin.send(now=NOW)
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert Touch.objects.filter(kind="asked").count() == 1
