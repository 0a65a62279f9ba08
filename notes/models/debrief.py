"""Looking back on the same day, in the short form of practice §7."""

from django.db import models
from django.db.models import Q

from centre.ownership import OwnedQuerySet
from core.models import Revised
from meetings.models import Meeting


class DebriefQuerySet(OwnedQuerySet["Debrief"]):
    owner_path = "meeting__owner"


class Debrief(Revised):
    """What one conversation was worth."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    learned_one = models.CharField(max_length=500, blank=True)
    learned_two = models.CharField(max_length=500, blank=True)
    learned_three = models.CharField(max_length=500, blank=True)
    surprised = models.CharField(max_length=500, blank=True)
    fits = models.TextField(blank=True)
    fits_not = models.TextField(blank=True)
    interest_before = models.PositiveSmallIntegerField(null=True, blank=True)
    interest_after = models.PositiveSmallIntegerField(null=True, blank=True)
    still_to_know = models.TextField(blank=True)
    thanks_line = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = DebriefQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(interest_before=None) | Q(interest_before__range=(1, 5)))
                & (Q(interest_after=None) | Q(interest_after__range=(1, 5))),
                name="debrief_interest_one_to_five",
            )
        ]

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def learned(self) -> list[str]:
        return [line for line in (self.learned_one, self.learned_two, self.learned_three) if line]
