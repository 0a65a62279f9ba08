"""What fits into 15, 20 or 30 minutes, and what a plan of questions makes of them (docs/CRAFT.md, "Agenda")."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.words import gettext as _
from coach.words import gettext_noop, ngettext, translated

PHASES = "WCSX"
# docs/CRAFT.md, "Questions": people and resources are category 14, the close is category 15.
CLOSE = 15


@dataclass(frozen=True)
class Table:
    """The minutes of each part of one length, and how many questions it carries."""

    opening: int
    path: int
    core: int
    specific: int
    people: int
    close: int
    planned: int
    spare: int


TABLES = {
    15: Table(opening=2, path=3, core=4, specific=3, people=2, close=1, planned=4, spare=2),
    20: Table(opening=2, path=4, core=6, specific=4, people=2, close=2, planned=5, spare=2),
    30: Table(opening=3, path=6, core=8, specific=8, people=3, close=2, planned=7, spare=3),
}

TITLES = {
    "opening": gettext_noop("Opening and introduction"),
    "path": gettext_noop("Their story and a normal day"),
    "core": gettext_noop("The work and the field"),
    "specific": gettext_noop("This person and your plans"),
    "people": gettext_noop("Who else to talk to"),
    "close": gettext_noop("Closing and thank-you"),
}


@dataclass(frozen=True)
class BudgetQuestion:
    """One question as the budget sees it; `category` 1 to 15, or None for one in the student's own words."""

    phase: str
    minutes: int
    spare: bool = False
    category: int | None = None


@dataclass(frozen=True)
class BudgetPart:
    """One part of the conversation: the minutes it should have, and those the plan gives it."""

    key: str
    title: str
    minutes: int
    used: int

    @property
    def over(self) -> bool:
        return self.used > self.minutes


@dataclass(frozen=True)
class BudgetRemark:
    """One piece of advice with its reason; `at` is the place of the question it is about, counted from 0, if any."""

    words: str
    at: int | None = None


@dataclass(frozen=True)
class Budget:
    """What a plan makes of its minutes; `left` is below 0 when it is over."""

    minutes: int
    table: Table
    parts: tuple[BudgetPart, ...]
    used: int
    left: int
    planned: int
    spare: int
    notes: tuple[BudgetRemark, ...]

    @property
    def words(self) -> str:
        """ "14 of 20 minutes planned (6 left)"."""
        if not self.left:
            return _("All %(minutes)d minutes planned", minutes=self.minutes)
        if self.left > 0:
            return _(
                "%(used)d of %(minutes)d minutes planned (%(left)d left)",
                used=self.used,
                minutes=self.minutes,
                left=self.left,
            )
        return _(
            "%(used)d of %(minutes)d minutes planned (%(over)d too many)",
            used=self.used,
            minutes=self.minutes,
            over=-self.left,
        )


def table(minutes: int) -> Table:
    """The table for a length; one that has none gets the next shorter one."""
    return TABLES[max((length for length in TABLES if length <= minutes), default=min(TABLES))]


def part_of(phase: str, category: int | None) -> str:
    """In which part of the conversation a question of this phase and category is asked."""
    if category == CLOSE:
        return "close"
    # Category 2 stands between warm-up and core; the table counts it with the path.
    if category in (1, 2):
        return "path"
    return {"W": "path", "C": "core", "S": "specific"}.get(phase, "people")


def weigh(questions: Sequence[BudgetQuestion], minutes: int) -> Budget:
    """Weigh the questions in their order against `minutes` (15, 20 or 30).

    The opening and the close are always kept; closing questions live inside the close and cost more only where
    they outgrow it. Spare questions cost nothing.
    """
    allotted = table(minutes)
    used = dict.fromkeys(TITLES, 0)
    for question in questions:
        if not question.spare:
            used[part_of(question.phase, question.category)] += question.minutes
    used["opening"] = allotted.opening
    used["close"] = max(allotted.close, used["close"])
    total = sum(used.values())
    planned = sum(not question.spare for question in questions)
    return Budget(
        minutes=minutes,
        table=allotted,
        parts=tuple(
            BudgetPart(key, translated(title), getattr(allotted, key), used[key]) for key, title in TITLES.items()
        ),
        used=total,
        left=minutes - total,
        planned=planned,
        spare=len(questions) - planned,
        notes=tuple(_sizes(questions, allotted, minutes, total)),
    )


def _sizes(questions: Sequence[BudgetQuestion], allotted: Table, minutes: int, total: int) -> list[BudgetRemark]:
    # What is asked inside the close takes no room from the others.
    planned = sum(
        not question.spare and part_of(question.phase, question.category) != "close" for question in questions
    )
    spare = sum(question.spare for question in questions)
    notes = []
    if total > minutes:
        notes.append(
            BudgetRemark(
                ngettext(
                    "You’re %(n)d minute over. Make one question an extra, so you can end on time.",
                    "You’re %(n)d minutes over. Make a question an extra, so you can end on time.",
                    total - minutes,
                )
            )
        )
    if planned > allotted.planned:
        notes.append(
            BudgetRemark(
                ngettext(
                    "%(planned)d questions are a lot for %(minutes)d minutes, where %(fit)d fit well. Make the least"
                    " important one an extra.",
                    "%(planned)d questions are a lot for %(minutes)d minutes, where %(fit)d fit well. Make %(n)d of"
                    " them extras.",
                    planned - allotted.planned,
                    planned=planned,
                    minutes=minutes,
                    fit=allotted.planned,
                )
            )
        )
    if planned >= allotted.planned and spare < allotted.spare:
        notes.append(
            BudgetRemark(
                ngettext(
                    "Add %(n)d extra question, in case the answers are short.",
                    "Add %(n)d extra questions, in case the answers are short.",
                    allotted.spare - spare,
                )
            )
        )
    return notes
