"""What the tests of this room send, and what they begin with."""

from datetime import date

from goals.models import Experiment, Goal
from tests.cast import NOW

WORDS = {
    "kind": Goal.Kind.ROLE.value,
    "subject": "Policy analyst",
    "wants": "I can describe a usual week.\nI know which skills to learn next.",
}
TRY = {"text": "spend a morning with a ranger", "try_on": "2076-12-12"}


def an_experiment(goal: Goal, text: str = "spend a morning with a ranger") -> Experiment:
    return Experiment.plan(by=goal.owner, now=NOW, goal=goal, text=text, try_on=date(2026, 12, 12))
