"""The agenda put in strategic order: easy before demanding, general before particular, the close last (docs/CRAFT.md, "Agenda")."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from coach.questions.plan import AgendaQuestion, AnalysedQuestion, read
from coach.words import gettext as _
from coach.words import gettext_noop, translated

# The place of each stage in the funnel. The topics in the middle may come in any order, so the student's own stays.
_RANK = {
    "warm_up": 0,
    "career_path": 1,
    "day_to_day": 2,
    "skills": 3,
    "industry": 3,
    "culture": 3,
    "specific_to_person": 4,
    "advice": 5,
    "application_materials": 6,
    "closing_referral": 7,
}
# What is personal or about a job waits until everything else but the close is asked.
_DELICATE = 6
_WHY = {
    0: gettext_noop("It’s easy to answer, so it’s a good start."),
    1: gettext_noop("People often like to tell their story, so it comes early."),
    2: gettext_noop("Once you know what their days are like, the rest is easier to ask."),
    3: gettext_noop("It’s easier to answer after their story and their days."),
    4: gettext_noop("It’s about them in particular, so it comes once you’ve talked a bit."),
    5: gettext_noop("They can give better advice once they know you a little."),
    6: gettext_noop("It’s a harder question, so it comes once you’ve talked a bit."),
    7: gettext_noop("It’s a closing question, so nothing comes after it."),
}
_MINUTES_EACH = 3


@dataclass(frozen=True)
class Move:
    """A question that changes its place: where it stood, where it stands, counted from 0, and why in words."""

    text: str
    before: int
    after: int
    words: str


@dataclass(frozen=True)
class Arrangement:
    """The questions in their new order; `order` names for each new place the old one, `spare` the new places that
    could be made spare because the time does not carry them."""

    questions: tuple[AgendaQuestion, ...]
    order: tuple[int, ...]
    moves: tuple[Move, ...]
    spare: tuple[int, ...]


def arrange(questions: Sequence[AgendaQuestion | str], *, minutes: int, contact: str = "") -> Arrangement:
    """Put the questions into the order of the funnel; pinned ones keep their place, equals their order.

    In: `minutes` the length of the conversation, from which follows what could be spare.
    """
    plan = read(questions, contact)
    order = arranged_order(plan)
    arranged = [plan[at] for at in order]
    return Arrangement(
        questions=tuple(q.asked for q in arranged),
        order=tuple(order),
        moves=tuple(_moves(plan, order)),
        spare=_spare(arranged, minutes),
    )


def arranged_order(plan: Sequence[AnalysedQuestion]) -> list[int]:
    """For each new place, counted from 0, the old one of the question of `plan` that `arrange` would put there."""
    free = [at for at, asked in enumerate(plan) if not asked.asked.pinned]
    # Sorting is stable, so that what was arranged once stays as it is.
    sorted_ = sorted(free, key=lambda at: rank(plan[at]))
    order = list(range(len(plan)))
    for place, at in zip(free, sorted_, strict=True):
        order[place] = at
    return order


def rank(asked: AnalysedQuestion) -> int:
    """Where in the funnel a question belongs, 0 to 7."""
    place = _RANK.get(asked.stage, 3)
    return _DELICATE if asked.early and place < 4 else place


def _moves(plan: Sequence[AnalysedQuestion], order: Sequence[int]) -> list[Move]:
    """What moved: all but the longest run of questions that stand in their old order."""
    stay = _longest_rising(order)
    return [
        Move(plan[at].asked.text, at, place, _say(rank(plan[at]), at, place, len(order)))
        for place, at in enumerate(order)
        if place not in stay and at != place
    ]


def _say(rank: int, before: int, after: int, count: int) -> str:
    why = translated(_WHY[rank])
    if after == count - 1:
        return _("Moved to the end. %(why)s", why=why)
    if after < before:
        return _("Moved up to number %(number)d. %(why)s", number=after + 1, why=why)
    return _("Moved down to number %(number)d. %(why)s", number=after + 1, why=why)


def _longest_rising(order: Sequence[int]) -> set[int]:
    """The places of a longest rising run; what is in it did not move against the others."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(order):
        n = bisect_left(ends, value)
        before.append(at_end[n - 1] if n else None)
        ends[n : n + 1] = [value]
        at_end[n : n + 1] = [place]
    run: set[int] = set()
    place_: int | None = at_end[-1] if at_end else None
    while place_ is not None:
        run.add(place_)
        place_ = before[place_]
    return run


def _spare(arranged: Sequence[AnalysedQuestion], minutes: int) -> tuple[int, ...]:
    """The places that the time does not carry: the later of those whose stage is asked about twice or more."""
    over = len(arranged) - max(1, minutes // _MINUTES_EACH)
    count = {stage: sum(q.stage == stage for q in arranged) for stage in _RANK}
    spare: list[int] = []
    for place in range(len(arranged) - 1, -1, -1):
        asked = arranged[place]
        if len(spare) < over and not asked.asked.pinned and count.get(asked.stage, 0) > 1:
            spare.append(place)
            count[asked.stage] -= 1
    return tuple(sorted(spare))
