"""A small thing to try, so that talking leads to doing (docs/CRAFT.md, "Looking back")."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.urls import reverse

from accounts.models import User
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core.locking import transition
from core.models import Version, Versioned
from goals.models.goal import Goal

# As many as a goal's page shows, and as anybody tries for one goal.
MOST = 20


class ExperimentQuerySet(OwnedQuerySet["Experiment"]):
    def open(self) -> Self:
        return self.filter(tried_at=None, dropped_at=None)

    def open_first(self) -> Self:
        """Those still to try by their day, then the others, the newest first."""
        ended = models.Case(models.When(tried_at=None, dropped_at=None, then=0), default=1)
        return self.order_by(ended, "try_on", "-pk")


class Experiment(Owned, Versioned):
    """What a student will try next for a goal, by a day of their choice."""

    class Ended(Exception):
        """It was tried or dropped already."""

    class Enough(Exception):
        """The goal has as many as anybody tries."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="experiments")
    text = models.CharField(max_length=300)
    try_on = models.DateField()
    planned_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    # What came of it, in the student's words.
    learned = models.TextField(blank=True)

    objects = ExperimentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="experiment_says_something"),
            models.CheckConstraint(
                condition=models.Q(tried_at=None) | models.Q(dropped_at=None), name="experiment_tried_or_dropped"
            ),
            OneOwner(name="experiment_one_owner", paths=("owner", "goal__owner")),
        ]
        indexes = [models.Index(fields=["owner"], name="experiment_by_owner")]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("goals:show", args=[self.goal_id])

    @property
    def is_open(self) -> bool:
        """Whether it is still to be tried."""
        return self.tried_at is None and self.dropped_at is None

    @classmethod
    def plan(cls, *, by: User, now: datetime, goal: Goal, text: str, try_on: date) -> "Experiment":
        """Write down what to try for `goal`, and by when. Raises Enough."""
        with transition(goal):
            if cls.objects.filter(goal=goal).count() >= MOST:
                raise cls.Enough
            return cls.objects.create(owner=by, goal=goal, text=text, try_on=try_on, planned_at=now)

    def revise(self, *, seen: Version | None, text: str, try_on: date) -> None:
        """Word it anew or give it another day. Raises Ended, and Experiment.Stale."""
        with transition(self):
            if not self.is_open:
                raise Experiment.Ended
            self.revise_fields(seen=seen, text=text, try_on=try_on)

    def finish(self, *, now: datetime, seen: Version | None, learned: str) -> None:
        """Say that it was tried, and what came of it; said again, the words are changed.

        Raises Ended where it was dropped, and Experiment.Stale.
        """
        with transition(self):
            if self.dropped_at:
                raise Experiment.Ended
            self.revise_fields(seen=seen, also={"tried_at": self.tried_at or now}, learned=learned)

    def drop(self, *, now: datetime) -> None:
        """Say that it is not going to be tried. Twice is once. Raises Ended where it was tried."""
        with transition(self):
            if self.tried_at:
                raise Experiment.Ended
            self.dropped_at = self.dropped_at or now
            self.save(update_fields=["dropped_at"])

    def reopen(self) -> None:
        """Have it to try again; what was learned stays."""
        with transition(self):
            self.tried_at = self.dropped_at = None
            self.save(update_fields=["tried_at", "dropped_at"])
