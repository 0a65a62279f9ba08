"""S7: what passed is closed by an index, and as much as there is."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from followups.models import Followup
from followups.models.followup import MOST_PASSED
from tests.cast import NOW, a_contact, a_meeting
from tests.crowd import multiply, plan, scans

TALK = NOW + timedelta(days=7)


def arranged(amina: User) -> Followup:
    meeting = a_meeting(amina, a_contact(amina))
    meeting.ask(now=NOW, channel="email")
    meeting.arrange(now=NOW, starts_at=TALK, minutes=20, mode="online")
    return Followup.objects.get(meeting=meeting, kind=Followup.Kind.CONFIRM)


def test_a_backlog_is_closed_in_one_run(amina: User) -> None:
    # One conversation has one open confirmation, so that the copies hang on none.
    multiply(arranged(amina), 2 * MOST_PASSED, meeting_id="NULL")
    with CaptureQueriesContext(connection) as asked:
        assert Followup.close_passed(now=TALK) == 2 * MOST_PASSED + 1
    assert not Followup.objects.open().filter(kind=Followup.Kind.CONFIRM).exists()
    # A batch does not look for what passed again, past all that the others closed: once for each of the two kinds.
    looked = [query["sql"] for query in asked if "<=" in query["sql"] and " IN (" not in query["sql"]]
    assert len(looked) == 2


def test_what_passed_is_found_without_looking_at_the_rest(amina: User) -> None:
    row = arranged(amina)
    multiply(row, 20_000, meeting_id="NULL", late_at="late_at + interval '30 days'")
    passed = Followup.objects.open().filter(kind=Followup.Kind.CONFIRM, late_at__lte=TALK + timedelta(minutes=1))
    found = plan(passed.order_by("late_at", "pk").values("pk"))
    assert "followup_confirm_open" in found
    assert scans(found) == []
    stale = Followup.objects.open().filter(kind=Followup.Kind.CONNECT, due_at__lte=TALK)
    assert "followup_connect_open" in plan(stale.order_by("due_at", "pk").values("pk"))
