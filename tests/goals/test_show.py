"""A goal's page."""

from django.test import Client

from accounts.models import User
from core.panels import _filled, register_panel
from tests.cast import NOW, a_goal


def test_shows_the_sentences_and_what_can_be_done(as_amina: Client, amina: User) -> None:
    page = as_amina.get(a_goal(amina).get_absolute_url()).content.decode()
    for words in (
        "Marine conservation",
        "What a usual week looks like.",
        "I found out what I wanted to know",
        "Drop this goal",
    ):
        assert words in page


def test_an_ended_goal_offers_one_act(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    goal.reach(now=NOW)
    page = as_amina.get(goal.get_absolute_url()).content.decode()
    assert "Reopen this goal" in page
    assert "I found out what I wanted to know" not in page


def test_shows_what_the_rooms_above_put_there(as_amina: Client, amina: User) -> None:
    before = list(_filled.get("goals:show", []))
    register_panel("goals:show", "goals/_state.html", lambda goal, user, now: {"subject": goal.subject})
    try:
        assert as_amina.get(a_goal(amina).get_absolute_url()).status_code == 200
    finally:
        _filled["goals:show"] = before
