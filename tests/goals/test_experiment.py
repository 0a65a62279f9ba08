"""What a student will try next for a goal."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Experiment, Goal
from goals.models.experiment import MOST
from tests.cast import NOW, a_goal
from tests.goals.builders import TRY, an_experiment
from tests.meetings.builders import held


@pytest.fixture
def goal(amina: User) -> Goal:
    return a_goal(amina)


def test_is_planned_with_a_day_and_stands_with_its_goal(as_amina: Client, goal: Goal) -> None:
    answer = as_amina.post(reverse("goals:plan_experiment", args=[goal.pk]), TRY, follow=True)
    row = Experiment.objects.get()
    assert (row.goal, row.text, row.try_on) == (goal, TRY["text"], date(2076, 12, 12))
    page = answer.content.decode()
    assert TRY["text"] in page
    assert "12 December 2076" in page


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("text", "", "Write what you’re going to try."),
        ("text", "x" * 301, "at most 300"),
        ("try_on", "", "day"),
        ("try_on", "soon", "2026-11-30"),
        ("try_on", "0001-01-01", "this century"),
        ("try_on", "2020-01-01", "Choose today or a later date."),
    ],
)
def test_says_what_is_missing_and_keeps_the_words(
    as_amina: Client, goal: Goal, field: str, words: str, sentence: str
) -> None:
    answer = as_amina.post(reverse("goals:plan_experiment", args=[goal.pk]), {**TRY, field: words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert (TRY["text"] if field == "try_on" else TRY["try_on"]) in page


def test_what_is_overdue_is_worded_anew_and_keeps_its_day(as_amina: Client, amina: User, goal: Goal) -> None:
    row = Experiment.plan(by=amina, now=NOW, goal=goal, text="spend a morning", try_on=date(2020, 10, 1))
    address = reverse("goals:revise_experiment", args=[row.pk])
    words = {"text": "spend an evening", "revision": row.revision}
    refused = as_amina.post(address, {**words, "try_on": "2020-10-02"})
    assert "Choose today or a later date." in refused.content.decode()
    assert as_amina.post(address, {**words, "try_on": "2020-10-01"}).status_code == 302
    assert Experiment.objects.get().text == "spend an evening"


def test_a_double_press_plans_one(as_amina: Client, goal: Goal) -> None:
    words = {**TRY, "once": str(uuid.uuid4())}
    for _ in range(2):
        as_amina.post(reverse("goals:plan_experiment", args=[goal.pk]), words)
    assert Experiment.objects.count() == 1


def test_is_refused_when_there_are_twenty(as_amina: Client, goal: Goal) -> None:
    for number in range(MOST):
        an_experiment(goal, f"try {number}")
    answer = as_amina.post(reverse("goals:plan_experiment", args=[goal.pk]), TRY)
    assert answer.status_code == 422
    assert "You’ve planned 20 things" in answer.content.decode()


def test_is_worded_anew(as_amina: Client, goal: Goal) -> None:
    row = an_experiment(goal)
    as_amina.post(
        reverse("goals:revise_experiment", args=[row.pk]), {**TRY, "text": "take the course", "revision": "0"}
    )
    row.refresh_from_db()
    assert (row.text, row.revision) == ("take the course", 1)


def test_a_newer_version_is_not_overwritten(as_amina: Client, goal: Goal) -> None:
    row, where = an_experiment(goal), "goals:revise_experiment"
    for text, session in (("newer", "a"), ("older", "b")):
        words = {**TRY, "text": text, "revision": "0", "edit_session": session}
        answer = as_amina.post(reverse(where, args=[row.pk]), words)
    row.refresh_from_db()
    assert (answer.status_code, row.text) == (422, "newer")
    assert 'value="older"' in answer.content.decode()


def test_says_what_came_of_it_and_takes_it_back(as_amina: Client, goal: Goal) -> None:
    row = an_experiment(goal)
    where = reverse("goals:finish_experiment", args=[row.pk])
    page = as_amina.post(where, {"learned": "I like the rain.", "revision": "0"}, follow=True).content.decode()
    assert "I like the rain." in page
    assert ">Tried<" in page
    assert "Undo" in page
    row.refresh_from_db()
    assert row.tried_at
    as_amina.post(reverse("goals:reopen_experiment", args=[row.pk]))
    row.refresh_from_db()
    assert row.is_open
    assert row.learned == "I like the rain."


def test_what_came_of_it_may_be_left_out(as_amina: Client, goal: Goal) -> None:
    row = an_experiment(goal)
    as_amina.post(reverse("goals:finish_experiment", args=[row.pk]), {"learned": "", "revision": "0"})
    row.refresh_from_db()
    assert row.tried_at


def test_is_dropped_and_then_refuses_to_be_edited_or_finished(as_amina: Client, goal: Goal) -> None:
    row = an_experiment(goal)
    assert as_amina.post(reverse("goals:drop_experiment", args=[row.pk])).status_code == 302
    for act, words in (("revise", TRY), ("finish", {"learned": "My words"})):
        answer = as_amina.post(reverse(f"goals:{act}_experiment", args=[row.pk]), words)
        assert answer.status_code == 422
        assert (TRY["text"] if act == "revise" else "My words") in answer.content.decode()


def test_refuses_to_drop_what_was_tried(as_amina: Client, goal: Goal) -> None:
    row = an_experiment(goal)
    row.finish(now=NOW, seen=None, learned="")
    answer = as_amina.post(reverse("goals:drop_experiment", args=[row.pk]))
    assert answer.status_code == 422
    assert "You’ve already tried this." in answer.content.decode()


@pytest.mark.parametrize("act", ["revise", "finish", "drop", "reopen"])
def test_nobody_else_reaches_it(as_bo: Client, goal: Goal, act: str) -> None:
    row = an_experiment(goal)
    assert as_bo.post(reverse(f"goals:{act}_experiment", args=[row.pk]), TRY).status_code == 404


def test_belongs_to_the_owner_of_its_goal(goal: Goal, bo: User) -> None:
    with pytest.raises(IntegrityError):
        Experiment.objects.create(owner=bo, goal=goal, text="x", try_on=date(2026, 12, 1), planned_at=NOW)


def test_is_asked_for_after_the_third_conversation(as_amina: Client, amina: User, goal: Goal) -> None:
    asked = "What will you try next?"
    for days in range(3):
        page = as_amina.get(goal.get_absolute_url()).content.decode()
        assert asked not in page
        last = held(amina, now=NOW - timedelta(days=days))
        last.serve([goal])
        assert last.goal_to_try_for() == (goal if days == 2 else None)
    assert asked in as_amina.get(goal.get_absolute_url()).content.decode()
    finish = reverse("notes:finish", args=[last.pk])
    sentence = "You’ve had three conversations for “Marine conservation”."
    assert sentence in as_amina.post(finish, {"learned_one": "It is wet."}, follow=True).content.decode()
    an_experiment(goal)
    assert sentence not in as_amina.post(finish, {"learned_one": "It is wet."}, follow=True).content.decode()
    assert asked not in as_amina.get(goal.get_absolute_url()).content.decode()
