"""No page makes more than thirteen queries, two of which find who is signed in: each is opened by who may."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tests.test_walls import VISITORS, placed

MOST = 13
# The first visit makes the link that stands in the letter.
MADE_AT_FIRST = {"meetings:ask"}
# They say of every part of the installation how it does, or write a mail of each kind; few people ask, and seldom.
OF_EVERY_PART = {"core:readyz": 16, "centre:status": 16, "centre:samples": 18}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(placed()))
def test_opens_with_thirteen_queries_or_fewer(name: str, cast: Cast) -> None:
    wall = placed()[name]
    who = next(visitor for visitor in VISITORS if visitor in wall.may)
    path = reverse(name, args=wall.make(cast))
    client = Client()
    client.force_login(getattr(cast, who))
    if name in OF_EVERY_PART or name in MADE_AT_FIRST:
        # What an installation writes down of itself is written at the first visit.
        client.get(path)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    # A savepoint is a word to the database, not a question; and a question is prepared once on each connection.
    words = ("SAVEPOINT", "RELEASE", "PREPARE")
    questions = [query["sql"] for query in asked if not query["sql"].startswith(words)]
    assert len(questions) <= OF_EVERY_PART.get(name, MOST), questions
