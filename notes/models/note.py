"""What was said: notes of one conversation, to a question or free."""

from typing import Self

from django.db import models

from agendas.models import Question
from centre.ownership import OwnedQuerySet
from core.models import Revised
from meetings.models import Meeting


class NoteQuerySet(OwnedQuerySet["Note"]):
    owner_path = "meeting__owner"

    def in_order(self) -> Self:
        return self.order_by(models.F("question__position").asc(nulls_last=True), "pk")


class Note(Revised):
    """Notes to one question, or free ones. Private for ever: no door opens them to staff."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)
    written_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "question"], name="note_one_for_a_question", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.words[:60]
