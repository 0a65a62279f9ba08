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
        gettext_noop("There’s no easy question at the start."),
        gettext_noop("Start with how they are, what they’re working on, or how they got into the field."),
    ),
    "day_to_day": (
        gettext_noop("You don’t ask what their days are like."),
        gettext_noop("Add a question about a normal day or week."),
    ),
    "advice": (
        gettext_noop("You haven’t asked for advice yet."),
        gettext_noop("Ask what they’d do if they were you."),
    ),
    "closing_referral": (
        gettext_noop("There’s no closing question. A good conversation often ends with someone new to talk to."),
        gettext_noop("End by asking who else you could talk to."),
    ),
    "specific_to_person": (
        gettext_noop("None of your questions is just for this person."),
        gettext_noop("Turn one fact you found into a question, such as a project or a career change."),
    ),
    "skills": (
        gettext_noop("Your goal mentions skills, but none of your questions do."),
        gettext_noop("Ask which skills matter most, and how people learn them."),
    ),
    "culture": (
        gettext_noop("Your goal is about how people work together, but none of your questions are."),
        gettext_noop("Ask who does well there, and why."),
    ),
    "industry": (
        gettext_noop("Your goal is about the field, but none of your questions are."),
        gettext_noop("Ask what’s changing in the field."),
    ),
    "career_path": (
        gettext_noop("Your goal is about getting started, but none of your questions ask about it."),
        gettext_noop("Ask how they got into this work."),
    ),
    "application_materials": (
        gettext_noop("Your goal is about applications, but none of your questions are."),
        gettext_noop("Ask what makes an application stand out."),
    ),
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
    mend: str
    at: int | None = None
    other: int | None = None
    stage: str = ""
    aim: str = ""

    @property
    def label(self) -> str:
        """The code, and for what is missing also the stage: "missing=advice"."""
        return f"{self.code}={self.stage}" if self.stage else self.code


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
            yield _order(
                at,
                _("This is a closing question, but more questions come after it."),
                _("Move it to the end."),
                other=last,
            )
        elif at == 0 and not (asked.opens or asked.early):
            yield _order(
                at,
                _("This isn’t an easy question to start with. People often need a moment to get talking."),
                _("Start with something easy, or with how they got into the field."),
            )
        elif at < 2 and asked.early:
            yield _order(
                at,
                _("This is a hard question to ask so early."),
                _("Ask it once you’ve talked about their work."),
            )
        elif at >= 2 and asked.stage == "warm_up":
            yield _order(
                at,
                _("This is a question to start with, but it comes late."),
                _("Move it to the start, or leave it out."),
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
    return AgendaRemark("order", Severity.FAULT, why, mend, at=at, other=other)


def _crowded(count: int, minutes: int) -> AgendaRemark:
    fit = max(1, int(minutes / 3))
    return AgendaRemark(
        "too_many_for_time",
        Severity.FAULT,
        _(
            "%(count)d questions in %(minutes)d minutes leave only %(each).1f minutes for each answer.",
            count=count,
            minutes=minutes,
            each=minutes / count,
        ),
        _("Keep about %(count)d, and make the others extra questions.", count=fit),
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
            _("You have no question for this goal yet: %(goal)s", goal=aim.text.strip()),
            _("Add a question that would help you with it, or choose one that already does."),
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
                _("This is very close to an earlier question."),
                _("Keep the one you like better."),
                at=at,
                other=first,
            )
