"""Setting a goal."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Goal
from tests.goals.builders import WORDS

AIM = reverse("goals:aim")


def test_sets_a_goal_and_shows_it(as_amina: Client, amina: User) -> None:
    answer = as_amina.post(AIM, WORDS, follow=True)
    goal = Goal.objects.get()
    assert goal.owner == amina
    assert goal.sentences == ["I can describe a usual week.", "I know which skills to learn next."]
    assert answer.redirect_chain[-1][0] == reverse("goals:show", args=[goal.pk])
    assert "I can describe a usual week." in answer.content.decode()


def test_explains_every_kind(as_amina: Client) -> None:
    page = as_amina.get(AIM).content.decode()
    assert page.count('type="radio"') == len(Goal.Kind)
    assert "how people get started" in page


def test_a_double_submit_has_one_result(as_amina: Client) -> None:
    words = {**WORDS, "once": str(uuid.uuid4())}
    first, second = as_amina.post(AIM, words), as_amina.post(AIM, words)
    assert first.headers["Location"] == second.headers["Location"]
    assert Goal.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Choose the closest one"),
        ("kind", "wishing", "wishing"),
        ("subject", "   ", "Write what your goal is about"),
        ("subject", "x" * 500, "at most 200 characters"),
        ("subject", "Marine\0biology", "we can’t save"),
        ("wants", "", "at least one sentence"),
        ("wants", "x" * 1_000_000, "at most 2000 characters"),
        ("wants", "I can\0say", "we can’t save"),
    ],
)
def test_refuses_by_a_sentence_and_keeps_the_words(as_amina: Client, field: str, value: str, sentence: str) -> None:
    answer = as_amina.post(AIM, {**WORDS, field: value})
    assert answer.status_code == 422
    assert sentence in answer.content.decode().replace("&#x27;", "'")
    kept = "subject" if field != "subject" else "wants"
    assert WORDS[kept].splitlines()[0] in answer.content.decode()
    assert not Goal.objects.exists()


def test_takes_control_characters_out_and_escapes_markup(as_amina: Client) -> None:
    as_amina.post(AIM, {**WORDS, "subject": "<script>alert(1)</script>\x07", "wants": "<b>one</b>\r\n\u202etwo"})
    goal = Goal.objects.get()
    assert (goal.subject, goal.wants) == ("<script>alert(1)</script>", "<b>one</b>\ntwo")
    page = as_amina.get(goal.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;one&lt;/b&gt;" in page
