"""A first set of questions for one conversation: as many as fit, in the funnel's order, for its goals (practice §5)."""

from collections.abc import Collection, Iterator

from coach import bank
from coach.budget import table

# Practice §5, by number of planned questions: how many of each phase.
_PHASES = {4: "WCSX", 5: "WCCSX", 7: "WWCCSSX"}
# Answers run short in the middle, so that is where the spare ones come from.
_SPARE = "CSC"
# Left to the student: belonging and fairness (9) and money (10) need trust, research (11) its finding, and the
# words of the close (15) stand on every sheet anyway.
_LEFT_OUT = frozenset({9, 10, 11, 15})
# Practice §1: the talk that brings one or two names is the good one.
_NAMES = "people-04-who-else"


def first(
    minutes: int, *, suits: str, goals: Collection[str], without: Collection[str] = ()
) -> tuple[tuple[bank.BankQuestion, bool], ...]:
    """Questions for a conversation of `minutes`, each with whether it is spare; planned ones first.

    In: `suits` where the contact stands (or ""), `goals` the kinds aimed at, `without` phases that are filled
    otherwise, once for each slot ("S" leaves out one specific question). Sensitive questions and ones with a gap to
    fill in are left to the student.
    """
    allotted = table(minutes)
    taken: list[tuple[bank.BankQuestion, bool]] = []
    left_out = list(without)
    for phase, spare in [
        *((phase, False) for phase in _PHASES[allotted.planned]),
        *((phase, True) for phase in _SPARE[: allotted.spare]),
    ]:
        if not spare and phase in left_out:
            left_out.remove(phase)
            continue
        question = next(_fitting(phase, suits, goals, [asked for asked, _ in taken]), None)
        if question:
            taken.append((question, spare))
    return tuple(taken)


def _fitting(
    phase: str, suits: str, goals: Collection[str], taken: Collection[bank.BankQuestion]
) -> Iterator[bank.BankQuestion]:
    """Questions of `phase`, the best first: for these goals and this person, from a category not used yet."""
    used = {question.category for question in taken}
    served = {goal for question in taken for goal in question.goals}

    def fit(question: bank.BankQuestion) -> tuple[bool, bool, bool, bool]:
        mine = set(question.goals) & set(goals)
        return (question.id != _NAMES, question.category in used, not mine - served, not mine)

    found = [
        question
        for question in bank.search(phase=phase, suits=suits, sensitive=False)
        if question not in taken
        and question.category not in _LEFT_OUT
        and (not question.goals or set(question.goals) & set(goals))
    ]
    # The bank stands in the order of an agenda, and sorting keeps it among equals.
    return iter(sorted(found, key=fit))
