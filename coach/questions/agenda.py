"""What the coach makes of an agenda: its order, its number of questions, what is missing and what is asked twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.questions import overlap
from coach.questions.plan import AgendaQuestion, AnalysedQuestion, StatedGoal, read
from coach.questions.rulebook import rules
from coach.review import Severity
from coach.words import gettext as _
from coach.words import gettext_noop, translated

# An answer takes about three minutes; below two and a half there is no time to listen (docs/CRAFT.md, "Agenda").
CROWDED = 2.5
LONG_ENOUGH_FOR_THEM = 20
# From here on two questions ask the same in other words.
_ALIKE = 0.6

_WANTED = {
    "warm_up": (
        gettext_noop("No easy question opens the talk."),
        gettext_noop("Begin with how they are, what they work on, or how they came into the field."),
    ),
    "day_to_day": (
        gettext_noop("Nothing asks what the days are made of."),
        gettext_noop("Add one about an ordinary day or week."),
    ),
    "advice": (gettext_noop("Nobody is asked for advice."), gettext_noop("Add what they would do in your place.")),
    "closing_referral": (
        gettext_noop("The talk has no close; the really good one ends with further names."),
        gettext_noop("End with who else you should talk to."),
    ),
    "specific_to_person": (
        gettext_noop("Nothing asks about this person in particular."),
        gettext_noop("Turn one thing from your research into a question: a project, a move, an article."),
    ),
    "skills": (
        gettext_noop("Your goal speaks of skills, and no question does."),
        gettext_noop("Ask which abilities count, and how one learns them."),
    ),
    "culture": (
        gettext_noop("Your goal speaks of how people work together, and no question does."),
        gettext_noop("Ask who does well there, and why."),
    ),
    "industry": (
        gettext_noop("Your goal speaks of the field, and no question does."),
        gettext_noop("Ask what is changing in it."),
    ),
    "career_path": (
        gettext_noop("Your goal speaks of the way into the work, and no question does."),
        gettext_noop("Ask how they came to it."),
    ),
    "application_materials": (
        gettext_noop("Your goal speaks of applications, and no question does."),
        gettext_noop("Ask what makes an application stand out."),
    ),
}
_PRACTICE = gettext_noop("Practice")
_SOURCES = {
    "warm_up": gettext_noop("UTA"),
    "closing_referral": gettext_noop("SJS"),
    "specific_to_person": gettext_noop("The founding article"),
}


@dataclass(frozen=True)
class AgendaRemark:
    """One thing noticed in an agenda; `at` is the place it is about, `other` a second one, both counted from 0.

    Codes: order, too_many_for_time, missing, goal_not_served, asked_twice. `stage` is the one that is missing, `aim`
    the id of the goal that no question serves.
    """

    code: str
    severity: Severity
    why: str
    source: str
    mend: str
    at: int | None = None
    other: int | None = None
    stage: str = ""
    aim: str = ""


@dataclass(frozen=True)
class AgendaReview:
    """What the coach makes of an agenda: `labels` as the evaluation names them, and `stages`, one a question."""

    labels: frozenset[str]
    remarks: tuple[AgendaRemark, ...]
    stages: tuple[str, ...]


def check(
    goal: str,
    minutes: int,
    questions: Sequence[AgendaQuestion | str],
    *,
    aims: Sequence[StatedGoal] = (),
    contact: str = "",
) -> AgendaReview:
    """Review an agenda in its order.

    In: `goal` in the student's words (several may stand in one text), `minutes` the length, `aims` the goals that
    questions can be tied to. Out: the labels order_ok, too_many_for_time and missing=…, and the remarks: the order
    first, then the number, what is missing, and what is asked twice.
    """
    return judge(goal, minutes, read(questions, contact), aims=aims)


def judge(
    goal: str, minutes: int, plan: Sequence[AnalysedQuestion], *, aims: Sequence[StatedGoal] = ()
) -> AgendaReview:
    """Review, as `check` does, an agenda whose questions were read (coach.questions.plan.read)."""
    order = tuple(out_of_order(plan))
    crowded = bool(plan) and minutes / len(plan) < CROWDED
    lacking = missing(plan, goal, minutes)
    labels = {f"missing={stage}" for stage in lacking}
    if not order:
        labels.add("order_ok")
    if crowded:
        labels.add("too_many_for_time")
    remarks = [
        *order,
        *([_crowded(len(plan), minutes)] if crowded else []),
        *(
            AgendaRemark(
                "missing",
                Severity.MISSING,
                translated(_WANTED[s][0]),
                translated(_SOURCES.get(s, _PRACTICE)),
                translated(_WANTED[s][1]),
                stage=s,
            )
            for s in lacking
        ),
        *_unserved(plan, aims),
        *_twice(plan),
    ]
    return AgendaReview(frozenset(labels), tuple(remarks), tuple(q.stage for q in plan))


def out_of_order(plan: Sequence[AnalysedQuestion]) -> Iterator[AgendaRemark]:
    """Where the order hurts, one remark for each place."""
    last = next((n for n in range(len(plan) - 1, -1, -1) if not plan[n].closes), -1)
    for at, asked in enumerate(plan):
        if asked.closes and at < last:
            yield _order(at, _("This closes the talk, yet others follow."), _("Move it to the end."), other=last)
        elif at == 0 and not (asked.opens or asked.early):
            yield _order(
                at,
                _("This is no easy beginning; people open up step by step."),
                _("Begin with a warm-up, or with how they came into the field."),
            )
        elif at < 2 and asked.early:
            yield _order(
                at, _("Demanding this early; trust comes first."), _("Move it behind the questions about the work.")
            )
        elif at >= 2 and asked.stage == "warm_up":
            yield _order(
                at,
                _("A warm-up this late takes the talk back to its beginning."),
                _("Make it the first question, or leave it out."),
            )


def missing(plan: Sequence[AnalysedQuestion], goal: str, minutes: int) -> tuple[str, ...]:
    """The stages that a plan for this goal and length should have, and has not."""
    have = {asked.stage for asked in plan}
    if plan and plan[0].opens:
        have.add("warm_up")
    wanted = ["warm_up", "day_to_day", *goal_stages(goal)]
    if minutes >= LONG_ENOUGH_FOR_THEM:
        wanted.append("specific_to_person")
    wanted += ["advice", "closing_referral"]
    return tuple(stage for stage in dict.fromkeys(wanted) if stage not in have)


def goal_stages(goal: str) -> tuple[str, ...]:
    """The stages that a goal names."""
    words = goal[:2000].replace("’", "'")
    return tuple(stage for stage, rule in rules("goals").items() if rule.search(words))


def _order(at: int, why: str, mend: str, other: int | None = None) -> AgendaRemark:
    return AgendaRemark("order", Severity.FAULT, why, _("UTA"), mend, at=at, other=other)


def _crowded(count: int, minutes: int) -> AgendaRemark:
    fit = max(1, int(minutes / 3))
    return AgendaRemark(
        "too_many_for_time",
        Severity.FAULT,
        _(
            "%(count)d questions for %(minutes)d minutes leave %(each).1f minutes for each answer.",
            count=count,
            minutes=minutes,
            each=minutes / count,
        ),
        _("CHF"),
        _("Keep about %(count)d, and make the others spare.", count=fit),
    )


def _unserved(plan: Sequence[AnalysedQuestion], aims: Sequence[StatedGoal]) -> Iterator[AgendaRemark]:
    tied = {aim for asked in plan for aim in asked.asked.goals}
    stages = {asked.stage for asked in plan}
    for aim in aims:
        named = goal_stages(aim.text)
        if aim.id in tied or (named and stages.issuperset(named)):
            continue
        wanted = overlap.content(aim.text)
        if any(len(wanted & asked.words) >= 2 for asked in plan):
            continue
        yield AgendaRemark(
            "goal_not_served",
            Severity.HINT,
            _("No question serves this goal: %(goal)s", goal=aim.text.strip()),
            _("The founding article"),
            _("Add a question whose answer would tell you, or tie one to it."),
            aim=aim.id,
        )


def _twice(plan: Sequence[AnalysedQuestion]) -> Iterator[AgendaRemark]:
    """Pairs that ask the same; each question is named once."""
    exact: dict[str, int] = {}
    for at, asked in enumerate(plan):
        same = " ".join(asked.asked.text.casefold().split())
        first = exact.setdefault(same, at) if same else at
        if first == at:
            first = next(
                (
                    n
                    for n, before in enumerate(plan[:at])
                    if before.stage == asked.stage and overlap.alike(before.words, asked.words) >= _ALIKE
                ),
                at,
            )
        if first != at:
            yield AgendaRemark(
                "asked_twice",
                Severity.HINT,
                _("This was asked before in other words."),
                _("RUB"),
                _("Keep the one you like better."),
                at=at,
                other=first,
            )
