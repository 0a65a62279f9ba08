"""What a student wants to be able to say afterwards (docs/CRAFT.md, "Goals")."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core.lists import unmarked
from core.locking import transition
from core.models import Version, Versioned

# As many as somebody reads through.
MOST_OFFERED = 50


class GoalQuerySet(OwnedQuerySet["Goal"]):
    def open(self) -> Self:
        """Goals that are still aimed at."""
        return self.filter(reached_at=None, let_go_at=None)

    def ended(self) -> Self:
        """Goals that were reached or let go."""
        return self.exclude(reached_at=None, let_go_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-aimed_at", "-pk")

    def on_offer(self, also: Iterable[int] = ()) -> Self:
        """What a form lets choose from: the latest that are still aimed at, and those numbered in `also`."""
        lately = self.open().newest_first().values("pk")[:MOST_OFFERED]
        return self.filter(models.Q(pk__in=lately) | models.Q(pk__in=[*also])).newest_first()

    def open_first(self) -> Self:
        """What is still aimed at before what has ended, each the newest first."""
        ended = models.Case(models.When(reached_at=None, let_go_at=None, then=0), default=1)
        return self.order_by(ended, "-aimed_at", "-pk")


class Goal(Owned, Versioned):
    """Something to find out, which outlives any one conversation."""

    class Kind(models.TextChoices):
        FIELD = "field", _("Explore a field")
        ROLE = "role", _("Explore a role")
        EMPLOYER = "employer", _("Learn about an employer")
        MATERIALS = "materials", _("Prepare application materials")
        DECIDE = "decide", _("Decide between options")

    class Ended(Exception):
        """The goal was reached or let go already."""

    class Open(Exception):
        """The goal is still aimed at, so there is nothing to take up again."""

    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=200)
    wants = models.TextField()
    aimed_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reached_at=None) | models.Q(let_go_at=None), name="goal_reached_or_let_go"
            ),
            OneOwner(name="goal_one_owner", paths=("owner",)),
        ]
        indexes = [models.Index(fields=["owner", "-aimed_at", "-id"], name="goal_newest")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("goals:show", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is still aimed at."""
        return self.reached_at is None and self.let_go_at is None

    @property
    def sentences(self) -> list[str]:
        """What the student wants to be able to say, one to a line."""
        return [sentence for line in self.wants.splitlines() if (sentence := unmarked(line))]

    @classmethod
    def aim(cls, *, by: User, now: datetime, kind: str, subject: str, wants: str) -> "Goal":
        """Set a goal. `wants`: two or three sentences, one to a line."""
        return cls.objects.create(owner=by, aimed_at=now, kind=kind, subject=subject, wants=wants)

    def revise(self, *, seen: Version | None, kind: str, subject: str, wants: str) -> None:
        """Word the goal anew. Raises Goal.Ended once it has ended, and Goal.Stale."""
        with transition(self):
            if not self.is_open:
                raise Goal.Ended
            self.revise_fields(seen=seen, kind=kind, subject=subject, wants=wants)

    def reach(self, *, now: datetime) -> None:
        """Say that it was found out. Raises Goal.Ended."""
        self._end(reached_at=now)

    def let_go(self, *, now: datetime) -> None:
        """Say that it is not wanted any more, without blame. Raises Goal.Ended."""
        self._end(let_go_at=now)

    def reopen(self) -> None:
        """Aim at it again after it was reached or let go. Raises Goal.Open."""
        if not Goal.objects.ended().filter(pk=self.pk).update(reached_at=None, let_go_at=None):
            raise Goal.Open
        self.reached_at = self.let_go_at = None

    def _end(self, **when: datetime) -> None:
        if not Goal.objects.open().filter(pk=self.pk).update(**when):
            raise Goal.Ended
        for name, moment in when.items():
            setattr(self, name, moment)
