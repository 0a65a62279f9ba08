"""The values of an agenda as the coach reads it: what is asked, where it stands in the funnel, what is aimed at."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.questions.clauses import parse
from coach.questions.job import job_ask
from coach.questions.naming import is_specific
from coach.questions.overlap import content
from coach.questions.personal import too_personal
from coach.questions.stage import stage


@dataclass(frozen=True)
class AgendaQuestion:
    """One question of an agenda, at most as much as is known of it.

    `stage` as the student sees it, "" leaves it to the coach; `opens` where it was set as a warm-up, whatever its stage;
    `pinned` ones keep their place when the coach arranges; `goals` the ids of the goals that it serves.
    """

    text: str
    stage: str = ""
    opens: bool = False
    pinned: bool = False
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatedGoal:
    """A goal of the conversation: its id, as questions name it, and its words."""

    id: str
    text: str


@dataclass(frozen=True)
class AnalysedQuestion:
    """A question as the rules of order see it.

    `early`: hurts among the first two places (about this person, personal, a job, advice, application materials);
    `words`: its content words.
    """

    asked: AgendaQuestion
    stage: str
    early: bool
    opens: bool
    words: frozenset[str]

    @property
    def closes(self) -> bool:
        return self.stage == "closing_referral"


_DEMANDING = frozenset({"specific_to_person", "advice", "application_materials"})


def read(questions: Iterable[AgendaQuestion | str], contact: str = "") -> tuple[AnalysedQuestion, ...]:
    """The questions with what the rules of order need to know of each."""
    return tuple(_read(q if isinstance(q, AgendaQuestion) else AgendaQuestion(q), contact) for q in questions)


def _read(asked: AgendaQuestion, contact: str) -> AnalysedQuestion:
    parsed = parse(asked.text)
    where = asked.stage or stage(parsed, contact)
    hard = bool(too_personal(parsed.plain) or job_ask(parsed.plain))
    specific = where == "career_path" and not asked.stage and is_specific(parsed, contact)
    early = hard or specific or where in _DEMANDING
    return AnalysedQuestion(
        asked=asked,
        stage=where,
        early=early,
        opens=(asked.opens or where in ("warm_up", "career_path")) and not early,
        words=content(parsed.plain),
    )
