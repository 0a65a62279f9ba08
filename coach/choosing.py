"""A first set of questions: as many as fit, in the funnel's order, for the goals (docs/CRAFT.md, "Agenda")."""

from collections.abc import Collection, Iterator

from coach import bank
from coach.budget import table

# The parts of a good half hour, by the bank's categories: the path, ordinary days, the work and the field,
# this person and their place, one's own plans tested, names.
_PARTS = {
    "path": (1,),
    "days": (2,),
    "core": (3, 4, 5, 6),
    "person": (7, 8),
    "plans": (12,),
    "names": (14,),
}
# By number of planned questions (docs/CRAFT.md, "Agenda"). What gives way to a question from the student's own research
# is spare.
_PLANS = {
    4: ("path", "days", "plans", "names"),
    5: ("path", "days", "core", "plans", "names"),
    7: ("path", "days", "core", "core", "person", "plans", "names"),
}
_GIVES_WAY = {4: "plans", 5: "core", 7: "person"}
# Answers run short in the middle, so that is where the spare ones come from.
_SPARE = ("core", "person", "core")
# docs/CRAFT.md, "Goals": the talk that brings one or two names is the good one.
_NAMES = "people-04-who-else"


def first(
    minutes: int,
    *,
    suits: str,
    goals: Collection[str],
    fields: Collection[str] = (),
    researched: bool = False,
    among: bank.Bank | None = None,
) -> tuple[tuple[bank.BankQuestion, bool], ...]:
    """Questions for a conversation of `minutes`, each with whether it is spare; planned ones first.

    In: `suits` where the contact stands (or ""), `goals` the kinds aimed at, `fields` those that the contact works in
    (bank.fields_of), `researched` whether one question comes from the student's own research, so that one place among
    the planned is left to it, `among` the bank of a centre in place of ours. Sensitive questions and those about the
    student's own life are left to the student, and so are belonging, money and the words of the close.
    """
    allotted = table(minutes)
    plan, spare = list(_PLANS[allotted.planned]), list(_SPARE)
    if researched:
        plan.remove(_GIVES_WAY[allotted.planned])
        spare.insert(0, _GIVES_WAY[allotted.planned])
    taken: list[tuple[bank.BankQuestion, bool]] = []
    for part, is_spare in [*((part, False) for part in plan), *((part, True) for part in spare[: allotted.spare])]:
        asked = [one for one, _ in taken]
        question = next(_fitting(among or bank.ours(), part, suits, goals, fields, asked), None)
        if question:
            taken.append((question, is_spare))
    return tuple(taken)


def _fitting(
    among: bank.Bank,
    part: str,
    suits: str,
    goals: Collection[str],
    fields: Collection[str],
    taken: Collection[bank.BankQuestion],
) -> Iterator[bank.BankQuestion]:
    """Questions of `part`, the best first: for these goals and this person, from a category not used yet."""
    used = {question.category for question in taken}
    served = {goal for question in taken for goal in question.goals}
    # One question about the work that only somebody of this field can answer; the others are asked of everyone.
    of_field = part == "core" and not any(question.field for question in taken)

    def fit(question: bank.BankQuestion) -> tuple[bool, bool, bool, bool, bool, bool]:
        mine = set(question.goals) & set(goals)
        # One that serves other goals only is better than none.
        foreign = bool(question.goals) and not mine
        general = of_field and not question.field
        return (question.id != _NAMES, foreign, question.category in used, not mine - served, general, not mine)

    found = [
        question
        for question in among.search(suits=suits, sensitive=False, fields=fields if of_field else ())
        if question not in taken and question.category in _PARTS[part] and not question.situation
    ]
    # The bank stands in the order of an agenda, and sorting keeps it among equals.
    return iter(sorted(found, key=fit))
