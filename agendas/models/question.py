"""One question on an agenda."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from agendas.models.agenda import Agenda
from centre.ownership import OwnedQuerySet
from contacts.models import Finding
from core.models import Revised
from goals.models import Goal


class QuestionQuerySet(OwnedQuerySet["Question"]):
    owner_path = "agenda__meeting__owner"

    def in_order(self) -> Self:
        return self.order_by("position", "pk")

    def planned(self) -> Self:
        return self.filter(spare=False)


class Question(Revised):
    """A question in its place, from the bank, from a finding, or the student's own."""

    class Phase(models.TextChoices):
        WARM_UP = "W", _("Warm-up")
        CORE = "C", _("Core")
        SPECIFIC = "S", _("Specific")
        CLOSING = "X", _("Closing")

    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    phase = models.CharField(max_length=1, choices=Phase, default=Phase.CORE)
    minutes = models.PositiveSmallIntegerField(default=2)
    spare = models.BooleanField(default=False)
    bank_id = models.CharField(max_length=40, blank=True)
    finding = models.ForeignKey(Finding, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    goals = models.ManyToManyField(Goal, blank=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)

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
        ]

    def __str__(self) -> str:
        return self.text
