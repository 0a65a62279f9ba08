"""Saying that a goal was reached."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Goal
from tests.cast import NOW, a_goal


def test_ends_the_goal_with_a_kind_word(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    answer = as_amina.post(reverse("goals:reach", args=[goal.pk]), follow=True)
    goal.refresh_from_db()
    assert goal.reached_at
    assert not goal.is_open
    assert "You reached this goal" in answer.content.decode()


def test_refuses_what_was_let_go(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    goal.let_go(now=NOW)
    with pytest.raises(Goal.Ended):
        goal.reach(now=NOW)
    answer = as_amina.post(reverse("goals:reach", args=[goal.pk]))
    goal.refresh_from_db()
    assert answer.status_code == 422
    assert "You’ve already reached or dropped this goal." in answer.content.decode()
    assert goal.reached_at is None


def test_a_double_press_has_one_result(as_amina: Client, amina: User) -> None:
    goal, token = a_goal(amina), {"once": str(uuid.uuid4())}
    where = reverse("goals:reach", args=[goal.pk])
    assert [as_amina.post(where, token).status_code for _ in range(2)] == [302, 302]


def test_looking_changes_nothing(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    assert as_amina.get(reverse("goals:reach", args=[goal.pk])).headers["Location"] == goal.get_absolute_url()
    goal.refresh_from_db()
    assert goal.is_open
    goal.refresh_from_db()
    assert goal.is_open
