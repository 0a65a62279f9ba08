"""The list of goals."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from goals.models import Goal
from tests.cast import NOW, a_goal

INDEX = reverse("goals:index")


def test_says_how_to_begin_when_there_is_none(as_amina: Client) -> None:
    page = as_amina.get(INDEX).content.decode()
    assert "Set your first goal" in page
    assert page.count('class="button"') == 1


def test_shows_open_goals_before_ended_ones(as_amina: Client, amina: User) -> None:
    a_goal(amina, "Fisheries", now=NOW + timedelta(days=2)).reach(now=NOW)
    a_goal(amina, "Aquaria")
    page = as_amina.get(INDEX).content.decode()
    assert page.index("What you’re finding out") < page.index("Aquaria") < page.index("Reached or dropped")
    assert page.index("Reached or dropped") < page.index("Fisheries")


def test_shows_only_own(as_bo: Client, amina: User) -> None:
    a_goal(amina, "Fisheries")
    assert "Fisheries" not in as_bo.get(INDEX).content.decode()


def test_asks_the_same_number_of_questions_for_one_goal_as_for_a_hundred(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    as_amina.get(INDEX)
    with CaptureQueriesContext(
        connection,
    ) as few:
        as_amina.get(INDEX)
    for number in range(99):
        a_goal(amina, f"Goal {number}")
    with CaptureQueriesContext(connection) as many:
        answer = as_amina.get(INDEX)
    assert len(few) == len(many) <= 12
    assert "Page 1 of 4" in answer.content.decode()


def test_a_page_that_does_not_exist_is_the_last_one(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    for page in ("0", "-1", "99999999999999999999", "x"):
        assert as_amina.get(INDEX, {"page": page}).status_code == 200
    assert Goal.objects.count() == 1
