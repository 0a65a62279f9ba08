"""Preparing a conversation: with whom, what for, why them, and what to bring."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.dispatch import Signal
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Pitch, User
from centre.ownership import Owned
from contacts.models import Contact
from core.models import Version, Versioned
from goals.models import Goal

MINUTES = (15, 20, 30)


class Preparing(Owned, Versioned):
    """The ground of a conversation, and how each of its verbs turns it: locked, recorded, told to the rooms above."""

    class Refused(Exception):
        """A verb was refused by a fact; `sentence` says which, to the student."""

        sentence: str | Promise = ""

        def __str__(self) -> str:
            return str(self.sentence)

    class Cancelled(Refused):
        """The conversation was called off."""

        sentence = _("This conversation was cancelled. Begin a new one to ask again.")

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+", db_index=False)
    goals = models.ManyToManyField(Goal, blank=True, related_name="+")
    pitch = models.ForeignKey(Pitch, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    why_them = models.CharField(max_length=400, blank=True)
    begun_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    packed = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    packed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.contact)

    def get_absolute_url(self) -> str:
        return reverse("meetings:show", args=[self.pk])

    def say_why(self, *, seen: Version | None, why_them: str) -> None:
        """Write in one sentence why this person. Raises Meeting.Stale."""
        self.revise_fields(seen=seen, why_them=why_them)

    def choose_pitch(self, pitch: Pitch | None, *, by: User) -> None:
        """Choose how the student introduces themselves this time."""
        self.pitch = pitch
        self.save(update_fields=["pitch"])

    def tick(self, codes: Collection[str], *, by: User) -> None:
        """Tick what is in the bag so far."""
        self.packed = sorted(set(codes))
        self.save(update_fields=["packed"])

    def pack(self, codes: Collection[str], *, by: User, now: datetime) -> None:
        """Say that everything needed is packed; `codes` are the things ticked."""
        self.packed, self.packed_at = sorted(set(codes)), now
        self.save(update_fields=["packed", "packed_at"])

    @contextmanager
    def turning(self, *, waking: bool = False) -> Iterator[bool]:
        """The row as it stands now, locked until the verb is through; `waking` takes it up again where it rested.

        Out: whether it rested. Raises Meeting.Cancelled: nothing turns a conversation that was called off.
        """
        with transaction.atomic():
            told = [field.attname for field in self._meta.concrete_fields if not field.is_relation]
            locked = type(self)._base_manager.select_for_update(of=("self",))
            self.refresh_from_db(fields=told, from_queryset=locked)
            if self.cancelled_at is not None:
                raise self.Cancelled
            rested_at = self.rested_at
            if waking:
                self.rested_at = None
            try:
                yield rested_at is not None
            except self.Refused:
                self.rested_at = rested_at
                raise

    def record(self, *names: str, event: Signal, kind: str, words: str, now: datetime) -> None:
        """Save the columns `names`, read the stage that follows, put `words` on the timeline, tell the rooms above."""
        self.save(update_fields=[*names, "rested_at"])
        self.refresh_from_db(fields=["stage"])
        self.contact.touch(kind, at=now, words=words, link=self.get_absolute_url())
        event.send(type(self), meeting=self, now=now)
