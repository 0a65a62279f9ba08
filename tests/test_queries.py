"""No page makes more than eight queries, two of which find who is signed in: each is opened by who may."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from centre.models import Centre
from tests.cast import Cast
from tests.test_walls import VISITORS, placed

MOST = 8
# The first visit makes the letter, and the link that stands in it.
MADE_AT_FIRST = {"meetings:ask", "meetings:write", "followups:write", "followups:thank", "followups:keep"}
# They say of every part of the installation how it does, which it writes down of itself at the first visit.
OF_EVERY_PART = {"core:readyz", "centre:status"}
# A program or a machine comes without a session.
UNSIGNED = {"feeds:feed", "core:readyz"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(placed()))
def test_opens_with_eight_queries_or_fewer(name: str, cast: Cast) -> None:
    wall = placed()[name]
    who = next(visitor for visitor in VISITORS if visitor in wall.may)
    path = reverse(name, args=wall.make(cast))
    client = Client()
    if name not in UNSIGNED:
        client.force_login(getattr(cast, who))
    if name in OF_EVERY_PART or name in MADE_AT_FIRST:
        client.get(path)
    # Every process has read the centre a moment ago (core/recent.py).
    Centre.recent()
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    # A savepoint is a word to the database, not a question; and a question is prepared once on each connection.
    words = ("SAVEPOINT", "RELEASE", "PREPARE")
    questions = [query["sql"] for query in asked if not query["sql"].startswith(words)]
    assert len(questions) <= MOST, questions
