"""Newer words are not lost to a form that was filled before them."""

from typing import Any

import pytest
from django import forms
from django.test import RequestFactory

from accounts.models import User
from core.forms import HouseForm, Line
from core.http import not_saved
from core.models import Version, Versioned
from goals.models import Goal
from meetings.models import Meeting
from tests.cast import a_goal, a_meeting

pytestmark = pytest.mark.django_db


class SubjectForm(HouseForm):
    subject = Line(label="What it is about", max_length=200)


def words(goal: Goal, subject: str) -> dict[str, Any]:
    return {"subject": subject, "kind": goal.kind, "wants": goal.wants}


def test_refuses_words_typed_over_an_older_revision(amina: User) -> None:
    goal = a_goal(amina)
    goal.revise(seen=Version(0, "desk"), **words(goal, "Reefs"))
    with pytest.raises(Versioned.Stale) as refused:
        goal.revise(seen=Version(0, "phone"), **words(goal, "Whales"))
    assert refused.value.newer.subject == "Reefs"  # type: ignore[attr-defined]


def test_lets_a_form_that_saves_itself_go_on(amina: User) -> None:
    goal = a_goal(amina)
    for subject in ("R", "Ree", "Reefs"):
        goal.revise(seen=Version(0, "desk"), **words(goal, subject))
    assert Goal.objects.get().subject == "Reefs"


def test_takes_identical_words_for_no_revision(amina: User) -> None:
    goal = a_goal(amina)
    goal.revise(seen=Version(0, "desk"), **words(goal, "Reefs"))
    goal.revise(seen=Version(0, "phone"), **words(goal, "Reefs"))
    assert Goal.objects.get().revision == 1


def test_shows_both_words_and_lets_a_second_sending_win(amina: User) -> None:
    goal = a_goal(amina)
    form = SubjectForm({"subject": "Whales", "revision": "0", "edit_session": "phone"}, on=goal)
    goal.revise(seen=Version(0, "desk"), **words(goal, "Reefs"))
    assert form.is_valid()
    try:
        goal.revise(seen=form.version(), **words(goal, "Whales"))
    except Versioned.Stale as stale:
        form.refuse_stale(stale)
    assert form.newer == {"What it is about": "Reefs"}
    assert form["subject"].value() == "Whales"
    assert form["revision"].value() == "1"


class ChosenForm(HouseForm):
    kind = forms.ChoiceField(label="What kind", choices=Goal.Kind.choices)


def stale_form(goal: Goal) -> ChosenForm:
    form = ChosenForm({"kind": Goal.Kind.ROLE, "revision": "0", "edit_session": "phone"}, on=goal)
    form.is_valid()
    goal.revise(seen=Version(0, "desk"), subject=goal.subject, kind=Goal.Kind.DECIDE, wants=goal.wants)
    form.refuse_stale(Versioned.Stale(goal))
    return form


def test_shows_the_newer_choice_by_its_label(amina: User) -> None:
    goal = a_goal(amina, kind=Goal.Kind.FIELD)
    assert stale_form(goal).newer == {"What kind": Goal.Kind.DECIDE.label}


def test_says_what_to_do_where_the_form_saves_itself(amina: User, rf: RequestFactory) -> None:
    answer = not_saved(rf.post("/"), stale_form(a_goal(amina, kind=Goal.Kind.FIELD)))
    assert answer.status_code == 422
    assert "Save again to see both versions" in answer.content.decode()
    assert "below" not in answer.content.decode()


def test_revises_a_row_that_stands_as_it_was_read_in_one_statement(amina: User, django_assert_num_queries: Any) -> None:
    meeting = a_meeting(amina)
    with django_assert_num_queries(1):
        meeting.say_why(seen=Version(0, "desk"), why_them="Your talk.")
    with django_assert_num_queries(0):
        meeting.say_why(seen=Version(1, "desk"), why_them="Your talk.")
    meeting.refresh_from_db()
    assert (meeting.why_them, meeting.revision, meeting.edit_session) == ("Your talk.", 1, "desk")


def test_sees_that_a_row_moved_on_after_it_was_read(amina: User) -> None:
    meeting = a_meeting(amina)
    elsewhere = Meeting.objects.get(pk=meeting.pk)
    meeting.say_why(seen=Version(0, "desk"), why_them="Your talk.")
    with pytest.raises(Versioned.Stale):
        elsewhere.say_why(seen=Version(0, "phone"), why_them="Your book.")
    elsewhere.say_why(seen=None, why_them="Your book.")
    meeting.refresh_from_db()
    assert (meeting.why_them, meeting.revision) == ("Your book.", 2)
