"""One question on an agenda."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Self

from django.db import models

from agendas.models.agenda import Agenda, put_in
from agendas.models.phase import Phase
from centre.models import Removed
from centre.one_owner import OneOwner
from centre.ownership import OwnedQuerySet
from coach import bank
from coach.questions.plan import AgendaQuestion
from contacts.models import Finding
from core.locking import transition
from core.models import Version
from goals.models import Goal
from meetings.models.coached import Coached

# The stage of the categories that leave no doubt (docs/CRAFT.md, "Questions"): path, days, this person, plans, people,
# close.
STAGES = {
    1: "career_path",
    2: "day_to_day",
    11: "specific_to_person",
    12: "advice",
    14: "closing_referral",
    15: "closing_referral",
}
# What a student says of a question of their own, or of one they moved; in the middle the coach looks for itself.
SAID = {"W": "warm_up", "S": "specific_to_person", "X": "closing_referral"}


class QuestionQuerySet(OwnedQuerySet["Question"]):
    owner_path = "agenda__meeting__owner"

    def in_order(self) -> Self:
        return self.order_by("position", "pk")

    def planned(self) -> Self:
        return self.filter(spare=False)


class Question(Coached):
    """A question in its place, from the bank, from a finding, or the student's own."""

    class Gone(Exception):
        """It was dropped, or moved between planned and spare, in another window a moment ago."""

    Phase = Phase

    worded = ("text",)

    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="questions", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    phase = models.CharField(max_length=1, choices=Phase, default=Phase.CORE)
    minutes = models.PositiveSmallIntegerField(default=2)
    spare = models.BooleanField(default=False)
    bank_id = models.CharField(max_length=40, blank=True)
    # Of the bank's 15 (docs/CRAFT.md, "Questions"); none for words of one's own.
    category = models.PositiveSmallIntegerField(null=True, blank=True)
    finding = models.ForeignKey(Finding, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    goals = models.ManyToManyField(Goal, blank=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    # Where its writer wants it, whatever the coach would do.
    pinned_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "position"], name="question_one_at_a_place", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["agenda", "bank_id"], condition=~models.Q(bank_id=""), name="question_from_the_bank_once"
            ),
            models.CheckConstraint(condition=models.Q(minutes__range=(1, 10)), name="question_minutes_in_range"),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="question_places_count_from_one"),
            models.CheckConstraint(
                condition=models.Q(category=None) | models.Q(category__range=(1, 15)), name="question_category_known"
            ),
            OneOwner(
                name="question_one_owner", paths=("agenda__meeting__owner", "finding__contact__owner", "goals__owner")
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def revise(self, *, seen: Version | None, text: str, phase: str, spare: bool) -> None:
        """Word it anew; a question made spare, or planned again, goes to its default place there.

        Raises Question.Stale.
        """
        with transition(self.agenda):
            was = (self.spare, self.phase)
            self.revise_fields(seen=seen, text=text, phase=phase, spare=spare)
            if was != (spare, phase):
                self._put(put_in(list(self.agenda.questions.in_order()), self))

    def allot(self, minutes: int) -> None:
        """Give its answer more or fewer `minutes`, 1 to 10."""
        Question.objects.filter(pk=self.pk).update(minutes=minutes)
        self.minutes = minutes

    def drop(self, *, now: datetime) -> Removed:
        """Take it off the agenda; the others close up, and for a day it can be put back (Agenda.restore)."""
        with transition(self.agenda):
            meeting = self.agenda.meeting
            owner, about = meeting.owner_id, meeting.contact
            removed = Removed.take(self, owner=owner, now=now, place=meeting, about=about)
            self.agenda.put_in_order(self.agenda.questions.in_order())
        return removed

    def move_up(self) -> tuple[int, int]:
        """One place earlier among the planned (or the spare) ones.

        Gives its position there and of how many. Raises Question.Gone.
        """
        return self._move(lambda position: position - 1)

    def move_down(self) -> tuple[int, int]:
        """One place later. Gives its position and of how many. Raises Question.Gone."""
        return self._move(lambda position: position + 1)

    def move_to(self, position: int) -> tuple[int, int]:
        """To `position`, counted from 1 among the planned (or the spare) ones; beyond the end is the end.

        Gives its position and of how many. Raises Question.Gone.
        """
        return self._move(lambda _present: position)

    def for_coach(self) -> AgendaQuestion:
        """This question as the coach reads it: at the stage set, by its student or, beyond doubt, by the bank."""
        goals = tuple(str(goal.pk) for goal in self.goals.all())
        as_in_bank = self.phase in bank.phases(self.category) if self.category else False
        stage = STAGES.get(self.category or 0, "") if as_in_bank else SAID.get(self.phase, "")
        opens = self.phase == Question.Phase.WARM_UP
        return AgendaQuestion(self.text, stage=stage, opens=opens, pinned=self.pinned_at is not None, goals=goals)

    @property
    def edited(self) -> bool:
        """Whether its words were changed since it came onto the agenda."""
        return self.revision > 0

    def pin(self, *, now: datetime) -> None:
        """Keep it at its place when the coach arranges the others; a second time changes nothing."""
        Question.objects.filter(pk=self.pk, pinned_at=None).update(pinned_at=now)
        self.pinned_at = self.pinned_at or now

    def unpin(self) -> None:
        """Let the coach move it."""
        Question.objects.filter(pk=self.pk).update(pinned_at=None)
        self.pinned_at = None

    def serve(self, goals: Iterable[Goal]) -> None:
        """Say which goals this question serves."""
        self.goals.set(goals)

    def mark_asked(self, *, now: datetime) -> None:
        """Tick it in the conversation; the first time is kept."""
        self._mark(self.asked_at or now)

    def unmark(self) -> None:
        """It was not asked after all."""
        self._mark(None)

    def _mark(self, moment: datetime | None) -> None:
        Question.objects.filter(pk=self.pk).update(asked_at=moment)
        self.asked_at = moment

    def _move(self, to: Callable[[int], int]) -> tuple[int, int]:
        """Move within its group to the position that `to` makes of the present one; both counted from 1.

        All of them are numbered anew from 1, and only the positions that changed are written (Agenda.put_in_order);
        Postgres sees at commit that no two stand at one place. What was typed beside it was kept before, in a
        transaction of its own (agendas/views/beside.py). No event is sent. Whoever moves last wins. Gives its position
        and of how many. Raises Question.Gone.
        """
        with transition(self.agenda):
            rows = list(self.agenda.questions.in_order())
            group = [row for row in rows if row.spare == self.spare]
            present = next((at for at, row in enumerate(group, 1) if row.pk == self.pk), 0)
            if not present:
                raise Question.Gone
            new = min(max(to(present), 1), len(group))
            group.insert(new - 1, group.pop(present - 1))
            self._put(group + [row for row in rows if row.spare != self.spare])
        return new, len(group)

    def _put(self, rows: "Iterable[Question]") -> None:
        positions = {row.pk: row.position for row in self.agenda.put_in_order(rows)}
        self.position = positions[self.pk]
