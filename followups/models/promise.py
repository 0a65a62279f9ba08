"""What was promised in a conversation, by the student or by the contact."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact
from core.models import Revised
from meetings.models import Meeting


class PromiseQuerySet(OwnedQuerySet["Promise"]):
    def open(self) -> Self:
        return self.filter(kept_at=None, released_at=None)

    def soonest_first(self) -> Self:
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")


class Promise(Owned, Revised):
    """Something one of the two said they would do."""

    class Whose(models.TextChoices):
        MINE = "mine", _("I promised")
        THEIRS = "theirs", _("They promised")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    whose = models.CharField(max_length=6, choices=Whose)
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept_at=None) | models.Q(released_at=None), name="promise_kept_or_released"
            )
        ]
        indexes = [models.Index(fields=["meeting", "due_on"], name="promise_by_meeting")]

    def __str__(self) -> str:
        return self.text
