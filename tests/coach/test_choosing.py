"""A first set of questions."""

import pytest

from coach.budget import BudgetQuestion, table, weigh
from coach.choosing import first
from coach.questions.agenda import check
from coach.questions.plan import AgendaQuestion


@pytest.mark.parametrize("suits", ["", "graduate", "does_the_job", "senior", "recruiter", "founder", "academic"])
@pytest.mark.parametrize("minutes", [15, 20, 30])
def test_fits_every_length_and_person(minutes: int, suits: str) -> None:
    chosen = first(minutes, suits=suits, goals=["field", "materials"])
    budget = weigh([BudgetQuestion(q.phase, q.minutes, spare, q.category) for q, spare in chosen], minutes)
    assert (budget.planned, budget.spare) == (table(minutes).planned, table(minutes).spare)
    assert budget.left >= 0
    assert budget.notes == ()
    assert len({q.id for q, _ in chosen}) == len(chosen)
    assert all(not q.suits or suits in q.suits for q, _ in chosen)
    assert not any(q.sensitive for q, _ in chosen)


def test_serves_each_kind_of_goal() -> None:
    served = {goal for q, _ in first(30, suits="", goals=["employer", "materials"]) for goal in q.goals}
    assert {"employer", "materials"} <= served


def test_asks_for_names() -> None:
    assert "people-04-who-else" in {q.id for q, _ in first(15, suits="", goals=[])}


def test_begins_with_the_plain_classics() -> None:
    planned = [q for q, spare in first(20, suits="", goals=["field"]) if not spare]
    assert all("classics" in q.sets for q in planned)


def test_asks_one_question_of_the_persons_field_and_none_of_another() -> None:
    chosen = first(30, suits="senior", goals=["field", "role"], fields={"health"})
    assert [q.field for q, spare in chosen if not spare and q.field] == ["health"]
    assert not any(q.field for q, _ in first(30, suits="senior", goals=["field", "role"]))


@pytest.mark.parametrize("goals", [[kind] for kind in ("field", "role", "employer", "materials", "decide")])
def test_leaves_what_is_about_the_students_own_life_to_the_student(goals: list[str]) -> None:
    for suits in ("", "graduate", "recruiter", "founder"):
        assert not any(q.situation for q, _ in first(30, suits=suits, goals=goals))


def test_leaves_a_place_to_a_question_from_research() -> None:
    phases = [q.phase for q, spare in first(20, suits="", goals=["role"], researched=True) if not spare]
    assert phases == ["W", "W", "S", "X"]


@pytest.mark.parametrize("suits", ["", "graduate", "does_the_job", "senior", "recruiter", "founder", "academic"])
@pytest.mark.parametrize("goals", [[], *([kind] for kind in ("field", "role", "employer", "materials", "decide"))])
@pytest.mark.parametrize("minutes", [15, 20, 30])
def test_passes_the_coach_but_for_what_only_research_can_bring(minutes: int, goals: list[str], suits: str) -> None:
    chosen = first(minutes, suits=suits, goals=goals)
    stages = {1: "career_path", 2: "day_to_day", 12: "advice"}
    asked = [AgendaQuestion(question.text, stage=stages.get(question.category, "")) for question, _ in chosen]
    planned = len([spare for _, spare in chosen if not spare])
    assert "order_ok" in check("", minutes, asked[:planned]).labels
    lacking = {label for label in check("", minutes, asked).labels if label.startswith("missing=")}
    assert lacking <= {"missing=specific_to_person"}
