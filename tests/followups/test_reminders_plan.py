"""S5: single mails start from the few rows whose time is near, not from all members."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.models import Mail
from followups.models import Followup, Reminding
from followups.reminders.choosing import post_due
from tests.cast import NOW, a_contact, a_meeting
from tests.crowd import multiply, scans
from tests.followups.builders import a_followup

MEMBERS = 10_000


@pytest.mark.parametrize("kind", ["confirm", "thank"])
def test_members_are_looked_up_for_the_rows_that_are_near(amina: User, bo: User, kind: str) -> None:
    multiply(bo, MEMBERS, id="1000000 + k", email="'crowd' || k || '@example.edu'", time_zone="'Asia/Tokyo'")
    # Everybody has chosen, since a table of no rows is read from end to end, and rightly.
    multiply(Reminding.objects.create(owner=bo), MEMBERS, owner_id="1000000 + k")
    meeting = a_meeting(amina, a_contact(amina))
    meeting.ask(now=NOW, channel="email")
    tomorrow = NOW + timedelta(days=1)
    meeting.arrange(now=NOW, starts_at=tomorrow, minutes=20, mode="online")
    Followup.objects.all().delete()
    near = a_followup(amina, kind, meeting=meeting, at=NOW - timedelta(hours=3), late_at=tomorrow)
    multiply(near, MEMBERS, owner_id="1000000 + k", meeting_id="NULL", mailed_at="now()")
    with CaptureQueriesContext(connection) as asked:
        post_due(now=NOW)
    chosen = [query["sql"] for query in asked if f"kind = '{kind}'" in query["sql"]]
    assert len(chosen) == 1
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {chosen[0]}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    # There is only one conversation here.
    assert [line for line in scans(plan) if "meetings_meeting" not in line] == []
    assert Followup.objects.get(pk=near.pk).mailed_at == NOW
    assert Mail.objects.filter(member=amina, writer__startswith="followups.").exists()
