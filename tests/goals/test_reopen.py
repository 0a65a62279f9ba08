"""Taking an ended goal up again."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Goal
from tests.cast import NOW, a_goal


@pytest.mark.parametrize("end", [Goal.reach, Goal.let_go])
def test_opens_it_again(as_amina: Client, amina: User, end: object) -> None:
    goal = a_goal(amina)
    end(goal, now=NOW)  # type: ignore[operator]
    as_amina.post(reverse("goals:reopen", args=[goal.pk]))
    goal.refresh_from_db()
    assert goal.is_open


def test_refuses_what_is_open(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    with pytest.raises(Goal.Open):
        goal.reopen()
    answer = as_amina.post(reverse("goals:reopen", args=[goal.pk]))
    assert answer.status_code == 422
    assert "already active" in answer.content.decode()
