"""Wording a goal anew."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.cast import NOW, a_goal
from tests.goals.builders import WORDS


def test_says_the_goal_anew(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    as_amina.post(reverse("goals:revise", args=[goal.pk]), {**WORDS, "revision": "0"})
    goal.refresh_from_db()
    assert (goal.kind, goal.subject, goal.wants) == tuple(WORDS.values())
    assert goal.revision == 1


def test_a_stale_form_does_not_overwrite_the_newer_words(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    where = reverse("goals:revise", args=[goal.pk])
    as_amina.post(where, {**WORDS, "subject": "Newer", "revision": "0", "edit_session": "a"})
    answer = as_amina.post(where, {**WORDS, "subject": "Older", "revision": "0", "edit_session": "b"})
    goal.refresh_from_db()
    page = answer.content.decode()
    assert (answer.status_code, goal.subject) == (422, "Newer")
    assert 'value="Older"' in page
    assert "Newer" in page
    as_amina.post(where, {**WORDS, "subject": "Older", "revision": "1", "edit_session": "b"})
    goal.refresh_from_db()
    assert goal.subject == "Older"


def test_refuses_once_it_has_ended(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    goal.reach(now=NOW)
    answer = as_amina.post(reverse("goals:revise", args=[goal.pk]), {**WORDS, "revision": "0"})
    goal.refresh_from_db()
    assert answer.status_code == 422
    assert "Reopen it before" in answer.content.decode()
    assert goal.subject != WORDS["subject"]
