"""Preparing a conversation: what for, why them, and what to bring."""

from collections.abc import Collection, Iterable
from datetime import datetime

from accounts.models import Pitch
from coach import gaps
from coach.frames import WHY_THEM
from coach.person import names_of
from coach.saying import say
from core.locking import transition
from core.models import Version
from goals.models import Goal
from meetings.models.columns import MeetingColumns

# After so many about one goal, trying something tells more than a further conversation (docs/CRAFT.md, "Looking back").
TALKS_BEFORE_TRYING = 3


class Preparing(MeetingColumns):
    """What the student makes ready."""

    class Meta:
        abstract = True

    def say_why(self, *, seen: Version | None, why_them: str) -> None:
        """Write in one sentence why this person. Raises Meeting.Stale."""
        self.revise_fields(seen=seen, why_them=why_them)

    @property
    def reason(self) -> str:
        """Why them, in the sentence that says it to them; empty where nothing was said that can be said so."""
        sentence = say(WHY_THEM, self.why_them, names_of(self.contact.name, self.contact.form_of_address))
        return "" if gaps.SAYING.search(sentence) else sentence

    def goal_to_try_for(self) -> Goal | None:
        """The oldest goal it serves for which enough conversations were held, and nothing to try is planned yet."""
        for goal in self.goals.filter(reached_at=None, let_go_at=None, experiments=None).order_by("pk"):
            held = type(self)._base_manager.filter(goals=goal).exclude(held_at=None)
            if held[:TALKS_BEFORE_TRYING].count() == TALKS_BEFORE_TRYING:
                return goal
        return None

    def serve(self, goals: Iterable[Goal]) -> None:
        """Say which goals this conversation serves."""
        with transition(self):
            self.goals.set(goals)

    def choose_pitch(self, pitch: Pitch | None) -> None:
        """Choose how the student introduces themselves this time."""
        self.pitch = pitch
        self.save(update_fields=["pitch"])

    def dress_for(self, *, formal_office: bool) -> None:
        """Say whether it is at a formal, corporate office."""
        self.formal_office = formal_office
        self.save(update_fields=["formal_office"])

    def tick(self, codes: Collection[str]) -> None:
        """Tick what is ready so far; with nothing ticked nobody is ready."""
        self._keep_ticks(codes, self.packed_at if codes else None)

    def pack(self, codes: Collection[str], *, now: datetime) -> None:
        """Say that everything needed is ready; `codes` are the things ticked."""
        self._keep_ticks(codes, now)

    def was_ticked(self, codes: Iterable[str]) -> bool:
        """Whether any of `codes` is ticked, or was before it was taken back."""
        return not {*self.ticked_before, *self.packed}.isdisjoint(codes)

    def _keep_ticks(self, codes: Collection[str], packed_at: datetime | None) -> None:
        self.ticked_before = sorted({*self.ticked_before, *self.packed, *codes})
        self.packed, self.packed_at = sorted(set(codes)), packed_at
        self.save(update_fields=["packed", "packed_at", "ticked_before"])
