"""What was said: notes of one conversation, to a question or free."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Max, Q

from agendas.models import Question
from centre.one_owner import OneOwner
from core.locking import refresh_after, transition
from core.models import Version, Versioned
from meetings.models import Meeting
from meetings.models.meeting import OfMeetingQuerySet


class NoteQuerySet(OfMeetingQuerySet["Note"]):
    def in_order(self) -> Self:
        return self.order_by(F("question__position").asc(nulls_last=True), "pk")

    def written(self) -> Self:
        return self.exclude(words="")

    def answers_to(self, bank_id: str) -> Self:
        """What different people said to one question of the bank, the latest first."""
        return self.written().filter(bank_id=bank_id).order_by("-written_at", "-pk")

    def questions_compared(self) -> "models.QuerySet[Any, Any]":
        """The bank's questions that have an answer: `bank_id`, `text` as it was asked, and how many `answers`."""
        return (
            self.written()
            .exclude(bank_id="")
            .values("bank_id")
            .annotate(answers=Count("pk"), text=Max("about"), latest=Max("written_at"))
            .order_by("-answers", "-latest", "bank_id")
        )


class Note(Versioned):
    """Notes to one question, or free ones. Private for ever: no door opens them to staff."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", db_index=False)
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # The question as it was asked: the answer outlives a question that is taken off the agenda.
    about = models.CharField(max_length=500, blank=True)
    bank_id = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)
    written_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "question"], name="note_one_for_a_question"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(question=None, about=""), name="note_one_free_for_a_meeting"
            ),
            OneOwner(name="note_one_owner", paths=("meeting__owner", "question__agenda__meeting__owner")),
        ]
        indexes = [
            models.Index(fields=["bank_id", "meeting"], condition=~Q(bank_id=""), name="note_answers_to_the_bank")
        ]

    def __str__(self) -> str:
        return self.words[:60]

    @classmethod
    def write(
        cls, meeting: Meeting, question: Question | None, *, now: datetime, seen: Version | None, words: str
    ) -> "Note":
        """Write `words` to `question`, or as the free notes of `meeting` when it is None.

        Raises Versioned.Stale when another window wrote something else after `seen`.
        """
        with transition():
            asked = {"about": question.text, "bank_id": question.bank_id} if question else {"about": "", "bank_id": ""}
            where = {"meeting": meeting, "question": question, **({} if question else {"about": ""})}
            note, _ = cls.objects.get_or_create(**where, defaults={**asked, "written_at": now})
            before, had_words = note.revision, bool(note.words)
            note.revise_fields(seen=seen, words=words)
            if note.revision != before:
                cls.objects.filter(pk=note.pk).update(written_at=now, **asked)
                note.written_at = now
            if bool(note.words) != had_words:
                with transition(meeting):
                    refresh_after(meeting)
        return note
