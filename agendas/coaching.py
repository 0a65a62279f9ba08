"""What the coach says of an agenda and of its questions, as the agenda's page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agendas.models import Question
from centre.models import Centre
from coach.budget import Budget, BudgetRemark
from coach.questions import agenda, plan
from coach.questions.arranging import arranged_order
from coach.questions.question import check
from coach.review import Remark, Review
from meetings.models import Meeting

# Said elsewhere on the page: by the budget, and beside the goals.
SAID_ELSEWHERE = {"too_many_for_time", "goal_not_served"}


@dataclass(frozen=True)
class Aim:
    """A goal of the conversation, and how many planned questions serve it."""

    pk: int
    kind: str
    subject: str
    sentences: tuple[str, ...]
    served: int


@dataclass(frozen=True)
class Advised:
    """The advice on the whole, and by question pk what is said of its place and of its words.

    `misplaced`: what the coach would put elsewhere, by pk.
    """

    whole: tuple[BudgetRemark, ...] = ()
    at: dict[int, tuple[BudgetRemark, ...]] = field(default_factory=dict)
    remarks: dict[int, tuple[Remark, ...]] = field(default_factory=dict)
    misplaced: frozenset[int] = frozenset()


def review(text: str, *, research: Sequence[str], contact: str) -> Review:
    """The coach's review of a question's words; `research` is what the student found out about `contact` already."""
    return check(text, research=research, contact=contact, policy=Centre.recent().policy)


def heard(row: Question, *, research: Sequence[str], contact: str) -> tuple[Remark, ...]:
    """What is to be said of `row`: nothing of the bank's own words, and nothing that its writer means so."""
    if row.bank_id and not row.edited:
        return ()
    # A question made from a finding answers to it on purpose.
    known = () if row.finding_id else research
    found = review(row.text, research=known, contact=contact).remarks
    return tuple(one for one in found if one.key not in row.silenced)


def advise(
    meeting: Meeting, rows: Sequence[Question], aims: Sequence[Aim], budget: Budget, research: Sequence[str]
) -> Advised:
    """The coach's advice on the agenda `rows`, the planned before the spare; what is spare still counts as there."""
    contact = meeting.contact.addressed
    words = {row.pk: heard(row, research=research, contact=contact) for row in rows}
    planned = [row for row in rows if not row.spare]
    # Each question is read once, for its place among the planned ones and for what is missing among all.
    read = plan.read([row.for_coach() for row in rows], contact)
    goal = ". ".join(aim.subject for aim in aims)
    at: dict[int, list[BudgetRemark]] = {}
    for note in agenda.judge(goal, meeting.minutes, read[: len(planned)]).remarks:
        if note.at is not None and note.code not in SAID_ELSEWHERE:
            at.setdefault(planned[note.at].pk, []).append(BudgetRemark(f"{note.why} {note.mend}", note.at))
    whole = [note for note in budget.notes if note.at is None]
    if rows:
        lacking = agenda.judge(goal, meeting.minutes, read).remarks
        whole += [BudgetRemark(f"{note.why} {note.mend}") for note in lacking if note.code == "missing"]
    order = arranged_order(read[: len(planned)])
    misplaced = frozenset(planned[old].pk for new, old in enumerate(order) if new != old)
    return Advised(tuple(whole), {pk: tuple(notes) for pk, notes in at.items()}, words, misplaced)
