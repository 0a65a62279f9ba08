"""How students introduce themselves: versions, one chosen for each conversation (docs/CRAFT.md, "Introduction")."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from centre.models import Removed
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from coach import pitch as coach
from coach.policy import Policy
from core.models import Version, Versioned


class PitchQuerySet(OwnedQuerySet["Pitch"]):
    def in_order(self) -> Self:
        """The version made last first."""
        return self.order_by("-made_at", "-pk")


class Pitch(Owned, Versioned):
    """One version of a short introduction, as a paragraph or as points (one to a line)."""

    class Shape(models.TextChoices):
        PARAGRAPH = "paragraph", _("A paragraph")
        POINTS = "points", _("Bullet points")

    name = models.CharField(max_length=80)
    shape = models.CharField(max_length=10, choices=Shape, default=Shape.PARAGRAPH)
    text = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PitchQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="pitch_one_owner", paths=("owner",))]
        indexes = [models.Index(fields=["owner", "made_at"], name="pitch_by_owner")]

    def __str__(self) -> str:
        return self.name

    @property
    def points(self) -> list[str]:
        """The points one by one; a paragraph is one point."""
        if self.shape == self.Shape.PARAGRAPH:
            return [self.text] if self.text else []
        return [line.lstrip("-•* ").strip() for line in self.text.splitlines() if line.strip()]

    @staticmethod
    def begin(*, by: User, name: str, shape: str, text: str) -> "Pitch":
        return Pitch.objects.create(owner=by, name=name, shape=shape, text=text)

    def revise(self, *, seen: Version | None, **words: Any) -> None:
        """Write the name, shape and text. Raises Versioned.Stale."""
        self.revise_fields(seen=seen, **words)

    def drop(self, *, now: datetime) -> Removed:
        """Remove this version, a day later for good; conversations that chose it go on without a pitch."""
        return Removed.take(self, owner=self.owner_id, now=now)

    @staticmethod
    def restore(removed: Removed) -> "Pitch":
        """Put a version back, also into conversations that chose it and no other since. Raises Removed.Gone."""
        pitch: Pitch = removed.put_back()
        return pitch

    def length(self, policy: Policy) -> coach.PitchLength:
        """How long it is when said, beside what the centre advises."""
        return coach.length("\n".join(self.points), policy)
