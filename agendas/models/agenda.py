"""The plan of one conversation (practice P7)."""

from django.db import models

from centre.ownership import OwnedQuerySet
from core.models import Revised
from meetings.models import Meeting


class AgendaQuerySet(OwnedQuerySet["Agenda"]):
    owner_path = "meeting__owner"


class Agenda(Revised):
    """The questions of one conversation in their order; made when the first one is picked."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")

    objects = AgendaQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.meeting)

    @classmethod
    def of(cls, meeting: Meeting) -> "Agenda":
        """The agenda of `meeting`, made when there is none."""
        return cls.objects.get_or_create(meeting=meeting)[0]
