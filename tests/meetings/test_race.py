"""Two windows at once."""

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
    meetings = [asked(amina), asked(amina)]
    start, results = Barrier(2), list[str]()

    def book(meeting: Meeting) -> None:
        start.wait(timeout=10)
        try:
            fix(meeting)
            results.append("booked")
        except Meeting.Clash:
            results.append("clash")
        finally:
            connection.close()

    threads = [Thread(target=book, args=[meeting]) for meeting in meetings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(results) == ["booked", "clash"]
    assert Meeting.objects.filter(starts_at__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_sendings_at_once_one_asks(amina: User) -> None:
    message = a_draft(a_meeting(amina))
    start = Barrier(2)

    def send() -> None:
        try:
            twin = Message.objects.with_people().get(pk=message.pk)
            start.wait(timeout=10)
            twin.send(by=amina, now=NOW)
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert Touch.objects.filter(kind="asked").count() == 1
