"""Minutes and their table, and the advice on a plan."""

import pytest

from coach.budget import TABLES, BudgetQuestion, table, weigh

GOOD = [
    BudgetQuestion("W", 4, category=1),
    BudgetQuestion("C", 3, category=3),
    BudgetQuestion("C", 3, category=5),
    BudgetQuestion("S", 4, category=11),
    BudgetQuestion("X", 2, category=14),
    BudgetQuestion("C", 2, spare=True, category=4),
    BudgetQuestion("S", 2, spare=True, category=7),
]


def advice(*questions: BudgetQuestion, minutes: int = 20) -> str:
    return " ".join(note.words for note in weigh(questions, minutes).notes)


@pytest.mark.parametrize("minutes", [15, 20, 30])
def test_the_parts_of_each_length_add_up(minutes: int) -> None:
    parts = TABLES[minutes]
    assert parts.opening + parts.path + parts.core + parts.specific + parts.people + parts.close == minutes


def test_a_good_plan_fills_its_minutes_without_advice() -> None:
    budget = weigh(GOOD, 20)
    assert (budget.used, budget.left, budget.planned, budget.spare) == (20, 0, 5, 2)
    assert budget.notes == ()
    assert budget.words == "All 20 minutes planned"


def test_opening_and_close_are_kept_in_an_empty_plan() -> None:
    budget = weigh([], 30)
    assert (budget.used, budget.left, budget.notes) == (5, 25, ())


def test_spare_questions_cost_nothing() -> None:
    assert weigh([BudgetQuestion("C", 4, spare=True)], 15).used == weigh([], 15).used


def test_closing_questions_live_inside_the_protected_minutes() -> None:
    assert weigh([BudgetQuestion("X", 2, category=15)], 20).used == 4
    assert weigh([BudgetQuestion("X", 3, category=15)], 20).used == 5
    assert advice(*GOOD, BudgetQuestion("X", 2, category=15)) == ""


def test_says_how_many_minutes_are_too_many() -> None:
    budget = weigh([*GOOD, BudgetQuestion("X", 3, category=14)], 20)
    assert budget.left == -3
    assert "You’re 3 minutes over." in advice(*GOOD, BudgetQuestion("X", 3, category=14))
    assert budget.words == "23 of 20 minutes planned (3 too many)"


def test_says_when_there_are_too_many_questions_and_too_few_spare() -> None:
    assert "6 questions are a lot for 20 minutes" in advice(*[BudgetQuestion("C", 1)] * 6)
    assert "Make the least important one an extra." in advice(*[BudgetQuestion("C", 1)] * 6)
    assert "Make 2 of them extras." in advice(*[BudgetQuestion("C", 1)] * 7)
    assert "Add 2 extra questions" in advice(*GOOD[:5])
    assert "Add 1 extra question," in advice(*GOOD[:6])


def test_a_length_without_a_table_gets_the_next_shorter_one() -> None:
    assert (table(25), table(10)) == (TABLES[20], TABLES[15])
