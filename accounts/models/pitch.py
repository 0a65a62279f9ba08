"""How a student introduces themselves: several versions, one chosen for each conversation (practice P9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from centre.ownership import Owned, OwnedQuerySet
from core.models import Revised


class PitchQuerySet(OwnedQuerySet["Pitch"]):
    pass


class Pitch(Owned, Revised):
    """One version of a short introduction, as a paragraph or as points (one to a line)."""

    class Shape(models.TextChoices):
        PARAGRAPH = "paragraph", _("A paragraph")
        POINTS = "points", _("Points")

    name = models.CharField(max_length=80)
    shape = models.CharField(max_length=10, choices=Shape, default=Shape.PARAGRAPH)
    text = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PitchQuerySet.as_manager()

    class Meta:
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
