"""The plan of one conversation (docs/CRAFT.md, "Agenda")."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models

from agendas.models.centre_bank import centre_bank
from centre.models import Removed
from centre.one_owner import OneOwner
from coach.bank import BankQuestion, fields_of
from coach.budget import PHASES
from coach.choosing import first
from coach.proposals import proposals
from coach.questions.arranging import Move, arrange
from contacts.models import Finding
from core.locking import refresh_after, transition
from core.models import Versioned
from goals.models import Goal
from meetings.models import Meeting
from meetings.models.meeting import OfMeetingQuerySet

if TYPE_CHECKING:
    from agendas.models.question import Question

# Far more than any half hour carries; it keeps a page readable.
MOST = 60
SPECIFIC = "S"
CLOSING = "X"
FROM_RESEARCH = 11


class Agenda(Versioned):
    """The questions of one conversation in their order: the planned ones, then the spare ones."""

    class Picked(Exception):
        """This question of the bank is on the agenda already."""

    class Full(Exception):
        """No half hour carries more questions than this."""

    class Filled(Exception):
        """There are questions already; a first agenda would be mixed into them."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")

    objects = OfMeetingQuerySet["Agenda"].as_manager()

    class Meta:
        constraints = [OneOwner(name="agenda_one_owner", paths=("meeting__owner",))]

    def __str__(self) -> str:
        return str(self.meeting)

    @classmethod
    def of(cls, meeting: Meeting) -> "Agenda":
        """The agenda of `meeting`, made when there is none."""
        agenda = cls.objects.get_or_create(meeting=meeting)[0]
        agenda.meeting = meeting
        return agenda

    def pick(self, asked: BankQuestion, *, spare: bool = False) -> "Question":
        """Take a question of the bank; it serves the conversation's goals of the kinds it names.

        Raises Agenda.Picked, Agenda.Full.
        """
        return self._place(
            text=asked.text,
            phase=asked.phase,
            minutes=asked.minutes,
            spare=spare,
            bank_id=asked.id,
            category=asked.category,
            goals=[goal for goal in self.meeting.goals.all() if goal.kind in asked.goals],
        )

    def write(
        self,
        text: str,
        *,
        phase: str,
        minutes: int,
        spare: bool = False,
        goals: Iterable[Goal] = (),
    ) -> "Question":
        """Add a question in the student's own words. Raises Agenda.Full."""
        return self._place(text=text, phase=phase, minutes=minutes, spare=spare, goals=goals)

    def ask_about(self, finding: Finding, text: str, *, minutes: int = 3, spare: bool = False) -> "Question":
        """Add a question made from something the student found out about the person. Raises Agenda.Full."""
        return self._place(
            text=text, phase=SPECIFIC, minutes=minutes, spare=spare, finding=finding, category=FROM_RESEARCH
        )

    def fill(self) -> None:
        """Make a first agenda for the conversation's length, person and goals, to be changed at will.

        What was found out about the person comes first among the specific questions. Raises Agenda.Filled.
        """
        meeting = self.meeting
        finding = Finding.objects.filter(contact=meeting.contact_id).oldest_first().first()
        with transition(self):
            if self.questions.exists():
                raise Agenda.Filled
            if finding:
                self.ask_about(finding, proposals(finding.kind, finding.text)[0])
            kinds = [goal.kind for goal in meeting.goals.all()]
            known = finding is not None
            contact = meeting.contact
            fields = fields_of(contact.field, contact.role)
            standing, among = contact.standing, centre_bank()
            chosen = first(meeting.minutes, suits=standing, goals=kinds, fields=fields, researched=known, among=among)
            for asked, spare in chosen:
                self.pick(asked, spare=spare)

    def arrange(self) -> list[Move]:
        """Let the coach put the planned questions into strategic order; pinned ones keep their place.

        Gives what moved and why, for the student to read.
        """
        with transition(self):
            rows = list(self.questions.in_order())
            planned = [row for row in rows if not row.spare]
            arranged = arrange([row.for_coach() for row in planned], minutes=self.meeting.minutes)
            self.put_in_order([planned[at] for at in arranged.order] + [row for row in rows if row.spare])
        return list(arranged.moves)

    def restore(self, removed: Removed) -> "Question":
        """Put a question that was taken off back where it stood. Raises Agenda.Full, Agenda.Picked, Removed.Gone."""
        with transition(self):
            standing = list(self.questions.in_order())
            self._has_room_for(removed.column("bank_id"), standing)
            question: Question = removed.put_back()
            standing.insert(question.position - 1, question)
            self.put_in_order(standing)
        return question

    def put_in_order(self, rows: "Iterable[Question]") -> "list[Question]":
        """Let the questions stand as `rows` do, which are all of them, and give them so; within a transition.

        Planned questions come before spare ones whatever `rows` say; positions are counted from 1 without gaps.
        """
        ordered = sorted(rows, key=lambda question: question.spare)
        moved = []
        for position, question in enumerate(ordered, 1):
            if question.position != position:
                question.position = position
                moved.append(question)
        if moved:
            self.questions.bulk_update(moved, ["position"])
        # A question more or less, or one that is spare now, may do or undo the step.
        refresh_after(self.meeting)
        return ordered

    def _place(self, *, goals: Iterable[Goal] = (), **words: Any) -> "Question":
        with transition(self):
            standing = list(self.questions.in_order())
            self._has_room_for(words.get("bank_id", ""), standing)
            question = self.questions.create(position=len(standing) + 1, **words)
            question.goals.set(goals)
            self.put_in_order(put_in(standing, question))
        return question

    def _has_room_for(self, bank_id: str, standing: "list[Question]") -> None:
        if len(standing) >= MOST:
            raise Agenda.Full
        if bank_id in {question.bank_id for question in standing if question.bank_id}:
            raise Agenda.Picked


def put_in(rows: "list[Question]", question: "Question") -> "list[Question]":
    """`rows` with `question` at its default place in its group: by phase and category, and never behind the closing.

    An order made by hand is kept: the new one goes behind the last that belongs before it.
    """
    others = [row for row in rows if row.spare == question.spare and row.pk != question.pk]
    end = len(others)
    if question.phase != CLOSING:
        while end and others[end - 1].phase == CLOSING:
            end -= 1
    earlier = [at for at, row in enumerate(others[:end], 1) if _rank(row) <= _rank(question)]
    others.insert(max(earlier, default=0), question)
    rest = [row for row in rows if row.spare != question.spare]
    return rest + others if question.spare else others + rest


def _rank(question: "Question") -> tuple[int, int]:
    # Words of one's own have no category; they go behind those of the bank in their phase.
    return PHASES.index(question.phase), question.category or 99
