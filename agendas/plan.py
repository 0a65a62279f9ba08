"""The plan of one conversation as one value: what the sheet, the PDF and the meeting view show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from agendas.coaching import Advised, Aim, advise
from agendas.models import Question
from coach.budget import CLOSE, Budget, BudgetQuestion, BudgetRemark, weigh
from coach.review import Remark
from core import times
from meetings import packing
from meetings.models import Meeting


@dataclass(frozen=True)
class PlannedQuestion:
    """One question as it is shown: its row, its number in its group and of how many, and the advice at its place.

    `until`: when to be done with it, on the student's clock ("10:05") or counted from the start ("0:05").
    `misplaced`: whether the coach would put it elsewhere, so that there is a place to keep.
    """

    row: Question
    number: int
    of: int
    until: str
    goals: tuple[str, ...]
    notes: tuple[BudgetRemark, ...]
    remarks: tuple[Remark, ...] = ()
    misplaced: bool = False

    @property
    def places(self) -> range:
        """The places it can move to."""
        return range(1, self.of + 1)

    @property
    def first(self) -> bool:
        return self.number == 1

    @property
    def last(self) -> bool:
        return self.number == self.of


@dataclass(frozen=True)
class Plan:
    """Everything that stands on the agenda, in words."""

    meeting: Meeting
    student: str
    programme: str
    contact: str
    addressed: str
    role: str
    when: times.Clocks
    mode: str
    where: str
    goals: tuple[Aim, ...]
    pitch: tuple[str, ...]
    pitch_in_points: bool
    opening: tuple[str, ...]
    planned: tuple[PlannedQuestion, ...]
    spare: tuple[PlannedQuestion, ...]
    closing: tuple[str, ...]
    close_from: str
    checklist: tuple[str, ...]
    budget: Budget

    @property
    def title(self) -> str:
        return _("Conversation with %(name)s") % {"name": self.contact}

    @property
    def first_spare(self) -> int:
        """The number of the first spare question where all are counted through."""
        return len(self.planned) + 1

    # What is to be said of the whole; advice on one question stands at its place.
    advice: tuple[BudgetRemark, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.planned or self.spare)

    def question(self, pk: int) -> PlannedQuestion | None:
        """The question with this key, if it stands here."""
        return next((one for one in (*self.planned, *self.spare) if one.row.pk == pk), None)


def plan_of(meeting: Meeting, *, now: datetime, research: Sequence[str] | None = None) -> Plan:
    """The plan of `meeting` (owner, contact and pitch at hand spare queries) as it stands at `now`.

    At most four queries however many questions there are. With `research`, what is known about the person already, it
    comes with the coach's advice; paper needs none, and has the checklist instead.
    """
    questions = Question.objects.visible_to(meeting.owner).filter(agenda__meeting=meeting).in_order()
    rows = list(questions.select_related("finding").prefetch_related("goals"))
    budget = weigh([BudgetQuestion(row.phase, row.minutes, row.spare, row.category) for row in rows], meeting.minutes)
    planned = [row for row in rows if not row.spare]
    spare = [row for row in rows if row.spare]
    aims = _aims(meeting, planned)
    advised = advise(meeting, rows, aims, budget, research) if research is not None else Advised()
    contact, owner, pitch = meeting.contact, meeting.owner, meeting.pitch
    zone = meeting.contact_zone or contact.time_zone or None
    return Plan(
        meeting=meeting,
        student=str(owner),
        programme=owner.programme,
        contact=contact.name,
        addressed=contact.addressed,
        role=", ".join(word for word in (contact.role, contact.organisation) if word),
        when=meeting.in_words(owner.zone, zone),
        mode=meeting.get_mode_display() if meeting.mode else "",
        where=meeting.place or meeting.link,
        goals=aims,
        pitch=tuple(pitch.points) if pitch else (),
        pitch_in_points=bool(pitch and pitch.shape == pitch.Shape.POINTS),
        opening=_opening(meeting),
        planned=_numbered(planned, advised, _untils(meeting, planned, budget)),
        spare=_numbered(spare, advised, [""] * len(spare)),
        closing=_closing(meeting),
        close_from=_close_from(meeting, budget),
        checklist=_checklist(meeting, now) if research is None else (),
        budget=budget,
        advice=advised.whole,
    )


def _numbered(rows: list[Question], advised: Advised, untils: list[str]) -> tuple[PlannedQuestion, ...]:
    return tuple(
        PlannedQuestion(
            row,
            number,
            len(rows),
            until,
            tuple(goal.subject for goal in row.goals.all()),
            advised.at.get(row.pk, ()),
            advised.remarks.get(row.pk, ()),
            row.pk in advised.misplaced,
        )
        for number, (row, until) in enumerate(zip(rows, untils, strict=True), 1)
    )


def _untils(meeting: Meeting, planned: list[Question], budget: Budget) -> list[str]:
    """When each planned question should be answered; nothing for those that live inside the close."""
    untils = []
    spent = budget.table.opening
    start, here = meeting.starts_at, times.zone(meeting.owner.zone)
    for row in planned:
        if row.category == CLOSE:
            untils.append("")
            continue
        spent += row.minutes
        # Reckoned before it is put on the clock, which may be put forward in between.
        at = (start + timedelta(minutes=spent)).astimezone(here) if start else None
        untils.append(times.say_clock(at) if at else f"0:{spent:02}")
    return untils


def _aims(meeting: Meeting, planned: list[Question]) -> tuple[Aim, ...]:
    serving = [goal.pk for row in planned for goal in row.goals.all()]
    return tuple(
        Aim(goal.pk, goal.kind, goal.subject, tuple(goal.sentences), serving.count(goal.pk))
        for goal in meeting.goals.newest_first()
    )


def _opening(meeting: Meeting) -> tuple[str, ...]:
    return (
        _("Thank %(name)s for making time, and say again why you wanted to talk.")
        % {"name": meeting.contact.addressed},
        _("Check that %(minutes)s minutes still works, and ask if you can take notes.") % {"minutes": meeting.minutes},
    )


def _closing(meeting: Meeting) -> tuple[str, ...]:
    return (
        _("Say that the time is nearly up. Ask: “What should I have asked you that I didn’t?”"),
        _("Agree how you’ll stay in touch, and say again what each of you offered to do."),
        _("Thank %(name)s.") % {"name": meeting.contact.addressed},
    )


def _checklist(meeting: Meeting, now: datetime) -> tuple[str, ...]:
    """The five things to have ready, and what else the student ticked."""
    things = packing.things(meeting, meeting.owner, now=now)
    return tuple(item.words for item in (*things.first, *(one for one in things.more if one.code in meeting.packed)))


def _close_from(meeting: Meeting, budget: Budget) -> str:
    """The time on the student's clock from which the close is protected; empty without a time."""
    if not meeting.ends_at:
        return ""
    return times.say_clock(
        (meeting.ends_at - timedelta(minutes=budget.table.close)).astimezone(times.zone(meeting.owner.zone))
    )
