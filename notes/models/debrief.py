"""Looking back on the same day, in a few lines (docs/CRAFT.md, "Looking back")."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from centre.one_owner import OneOwner
from core.locking import transition
from core.models import Versioned
from meetings.models import Meeting
from meetings.models.meeting import OfMeetingQuerySet
from notes.events import debriefed


class Debrief(Versioned):
    """What one conversation was worth."""

    class NotHeld(Exception):
        """There is nothing to look back on before the conversation took place."""

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
    next_step = models.CharField(max_length=300, blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True)

    objects = OfMeetingQuerySet["Debrief"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(interest_before=None) | Q(interest_before__range=(1, 5)))
                & (Q(interest_after=None) | Q(interest_after__range=(1, 5))),
                name="debrief_interest_one_to_five",
            ),
            OneOwner(name="debrief_one_owner", paths=("meeting__owner",)),
        ]

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def learned(self) -> list[str]:
        return [line for line in (self.learned_one, self.learned_two, self.learned_three) if line]

    @classmethod
    def of(cls, meeting: Meeting) -> "Debrief":
        """The debrief of `meeting`, made when there is none. Raises NotHeld before it took place."""
        if meeting.held_at is None:
            raise cls.NotHeld
        found = cls.objects.get_or_create(meeting=meeting)[0]
        found.meeting = meeting
        return found

    def finish(self, *, now: datetime) -> None:
        """Close the debrief: from now on it counts as done; a second time changes nothing."""
        with transition(self.meeting, self):
            if self.done_at is None:
                self.done_at = now
                self.save(update_fields=["done_at"])
                debriefed.send(Debrief, meeting=self.meeting, now=now)
