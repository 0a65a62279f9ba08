"""What "Yes, today" asks of the database: what follows from it is worked out once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from centre.models import Holiday
from tests.cast import a_meeting
from tests.meetings.builders import a_draft

MOST = 20


@pytest.mark.parametrize("changed", [False, True])
def test_asks_each_question_once(as_amina: Client, amina: User, changed: bool) -> None:
    draft = a_draft(a_meeting(amina))
    body = f"{draft.body}\nP.S." if changed else draft.body
    words = {"subject": draft.subject, "body": body, "revision": "0", "edit_session": "desk"}
    # A process that is at work has read the holidays lately (core/recent.py).
    Holiday.days()
    with CaptureQueriesContext(connection) as asked:
        response = as_amina.post(reverse("meetings:send", args=[draft.pk]), words)
    assert response.status_code == 302
    statements = [query["sql"] for query in asked.captured_queries]
    assert len(statements) <= MOST, "\n".join(statements)
    assert sum("contacts_quiet" in sql for sql in statements) == 1
    assert sum('"next_act" = ' in sql for sql in statements) == 1
    assert sum(sql.startswith('UPDATE "meetings_message"') for sql in statements) == 1
