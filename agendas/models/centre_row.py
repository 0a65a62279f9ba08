"""What the rows of the centre's bank share: who may keep them, and who changed one last."""

from datetime import datetime
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models

from accounts.models import User
from core.recent import forget

M = TypeVar("M", bound=models.Model)
# The name under which core/recent.py keeps what the centre changed.
CHANGES = "bank"
# How codes of the centre's own questions and sets begin; none of ours does.
OWN = "own-"


class CentreBankQuerySet(models.QuerySet[M]):
    """Rows that hold for every student and that the centre's advisers and directors keep."""

    def visible_to(self, user: Any) -> Self:
        return self.editable_by(user)

    def editable_by(self, user: Any) -> Self:
        return self.all() if getattr(user, "advises", False) else self.none()

    def in_order(self) -> Self:
        return self.order_by("pk")


class CentreRow(models.Model):
    """A row of the centre's bank."""

    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True


class Hidden(CentreRow):
    """A question or a set that the centre does not offer, by its code. Who has it on an agenda keeps it."""

    code = models.CharField(max_length=40)

    objects = CentreBankQuerySet["Hidden"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code"], name="hidden_once")]

    def __str__(self) -> str:
        return self.code

    @classmethod
    def hide(cls, code: str, *, by: User, now: datetime) -> None:
        """Offer it no more; a second time changes nothing."""
        cls.objects.get_or_create(code=code, defaults={"changed_by": by, "changed_at": now})
        forget(CHANGES)

    @classmethod
    def unhide(cls, code: str) -> None:
        """Offer it again."""
        cls.objects.filter(code=code).delete()
        forget(CHANGES)
