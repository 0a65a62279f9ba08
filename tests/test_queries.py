"""No page makes more than thirteen queries, two of which find who is signed in: each is opened by who may."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tests.test_walls import VISITORS, placed

MOST = 13


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(placed()))
def test_opens_with_thirteen_queries_or_fewer(name: str, cast: Cast) -> None:
    wall = placed()[name]
    who = next(visitor for visitor in VISITORS if visitor in wall.may)
    path = reverse(name, args=wall.make(cast))
    client = Client()
    client.force_login(getattr(cast, who))
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    # A savepoint is a word to the database, not a question; and a question is prepared once on each connection.
    words = ("SAVEPOINT", "RELEASE", "PREPARE")
    questions = [query["sql"] for query in asked if not query["sql"].startswith(words)]
    assert len(questions) <= MOST, questions
