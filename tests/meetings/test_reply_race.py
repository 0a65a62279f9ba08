"""Two answers at the same moment: one wins, the other is told."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from accounts.models import User
from meetings.models import Meeting, Reply
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, anew, invited

pytestmark = pytest.mark.django_db(transaction=True)
Act = Callable[[Reply], None]


def at_once(*acts: tuple[Reply, Act]) -> list[str]:
    """What came of each act, all begun in the same moment on connections of their own."""
    start, results = Barrier(len(acts)), list[str]()

    def run(reply: Reply, act: Act) -> None:
        try:
            mine = anew(reply)
            start.wait(timeout=10)
            act(mine)
            results.append("done")
        except (Reply.Refused, Meeting.Refused) as refused:
            results.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=one) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return sorted(results)


def choosing(reply: Reply, nth: int, *, seen: int | None = None) -> Act:
    offer = reply.offers.get(position=nth).pk
    return lambda mine: mine.accept(offer, now=NOW, zone="UTC", mode="phone", seen=seen)


def test_of_two_answers_through_one_link_one_stands(amina: User) -> None:
    for _ in range(5):
        reply = invited(amina)
        seen = reply.version
        acts: list[Act] = [choosing(reply, 1, seen=seen), lambda mine: mine.decline(now=NOW, later=True, seen=0)]
        assert at_once(*((reply, act) for act in acts)) == ["Meanwhile", "done"]
        Meeting.objects.filter(pk=reply.meeting_id).delete()


@pytest.mark.slow
def test_of_two_people_who_choose_the_same_hour_one_has_it(amina: User) -> None:
    for _ in range(5):
        one, two = invited(amina), invited(amina)
        assert at_once((one, choosing(one, 1)), (two, choosing(two, 1))) == ["Taken", "done"]
        assert Meeting.objects.filter(starts_at=TOMORROW).count() == 1
        Meeting.objects.all().delete()


def test_an_answer_and_a_calling_off_do_not_both_hold(amina: User) -> None:
    for _ in range(5):
        reply = invited(amina)
        cancel: Act = lambda mine: mine.meeting.cancel(now=NOW)  # noqa: E731
        results = at_once((reply, choosing(reply, 1)), (reply, cancel))
        assert results in (["CalledOff", "done"], ["done", "done"])
        assert anew(reply).meeting.stage == "cancelled"


def test_the_student_and_the_contact_never_wait_for_each_other(amina: User) -> None:
    for _ in range(5):
        reply = invited(amina)
        offer: Act = lambda mine: Reply.offer(mine.meeting, now=NOW, times=[TOMORROW])  # noqa: E731
        results = at_once((reply, lambda mine: mine.decline(now=NOW)), (reply, offer))
        assert results == ["done", "done"]
