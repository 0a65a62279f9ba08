"""What home asks is planned once on each connection, and answers each student with their own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from home.questions import ALL_DUE, UNDERWAY, WENT_WELL
from tests.cast import a_meeting
from tests.followups.builders import Kind, a_followup


def test_answers_each_with_their_own(amina: User, bo: User) -> None:
    now = timezone.now()
    a_followup(amina, Kind.NUDGE, now=now, at=now - timedelta(days=1))
    assert len(ALL_DUE.ask(amina, now)) == 1
    assert ALL_DUE.ask(bo, now) == []
    assert ALL_DUE.ask(amina, now - timedelta(days=2)) == []


@pytest.mark.django_db(transaction=True)
def test_is_planned_anew_on_a_new_connection(amina: User) -> None:
    a_meeting(amina)
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            for _again in range(8):
                assert len(UNDERWAY.ask(amina, timezone.now())) == 1
                assert WENT_WELL.ask(amina, timezone.now()) == []
        planned = [query for query in asked if query["sql"].startswith("PREPARE")]
        assert len(planned) <= 2
        connection.close()
