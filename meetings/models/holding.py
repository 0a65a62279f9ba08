"""Holding the conversation, thanking for it, and letting it rest."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from contacts.models import Touch
from core.columns import kept_columns, restored_columns
from meetings import events
from meetings.models.columns import MeetingColumns

# What saying that they talked may change in the row itself; what calendars were told never goes back (RFC 5545).
HOLDS = ("starts_at", "ends_at", "answered_at", "answer", "missed_at", "missed_by", "rested_at")


class Holding(MeetingColumns):
    """The talk itself, and its good end."""

    class Meta:
        abstract = True

    def hold(self, *, now: datetime) -> None:
        """Say that they talked. Raises Meeting.NotArranged, AlreadyHeld, Clash, Cancelled.

        It may be said before the arranged time: a contact who calls early has still been talked to.
        """
        with self.transition("hold", now=now):
            before = self._before(now=now)
            self._held("held_at", "missed_at", "missed_by", before=before, now=now)

    def hold_unplanned(self, *, at: datetime, now: datetime) -> None:
        """Say that they talked from `at` on without having arranged it: they rang, or had time at once.

        Raises Meeting.AlreadyArranged, AlreadyHeld, Clash, Cancelled.
        """
        with self.transition("hold_unplanned", now=now):
            before = self._before(now=now)
            new = {"starts_at": at, "ends_at": at + self.duration}
            self.set_time(new, now=now)
            names = (*new, "answered_at", "answer", "sequence", "modified_at", "held_at", "missed_at", "missed_by")
            self._held(*names, before=before, now=now)
            words = _("Scheduled for %(new)s") % {"new": self.in_words(self.owner.zone)}
            Touch.log(self.contact, Touch.Kind.ARRANGED, at=at, words=words, link=self.get_absolute_url())

    def unhold(self, *, now: datetime) -> None:
        """Say that they have not talked yet after all: whatever saying so had set off goes back with it.

        What was written since stays. Raises Meeting.NotHeld, AlreadyThanked, HeldLongAgo, Clash, Cancelled.
        """
        with self.transition("unhold", now=now):
            held_at, began_at, before = self.held_at, self.starts_at, self.before_held or {}
            new = {**restored_columns(type(self), before.get("meeting", {})), "held_at": None, "before_held": None}
            for name, value in new.items():
                setattr(self, name, value)
            # Held early, its hour was free for another one.
            self._book(list(new))
            self.forget_what_follows()
            Touch.take_back(self.contact, Touch.Kind.HELD, at=held_at, link=self.get_absolute_url())
            if self.starts_at is None:
                Touch.take_back(self.contact, Touch.Kind.ARRANGED, at=began_at, link=self.get_absolute_url())
            events.undone.send(type(self), meeting=self, at=held_at, before=before, now=now)
            events.unheld.send(type(self), meeting=self, held_at=held_at, now=now)

    def thank(self, *, now: datetime) -> None:
        """Say that the thank-you went out. Raises Meeting.NotHeld, AlreadyThanked, Cancelled."""
        with self.transition("thank", now=now):
            self.thanked_at = now
            words = _("Sent a thank-you")
            self.record("thanked_at", event=events.thanked, kind=Touch.Kind.THANKED, words=words, now=now, wakes=False)

    def rest(self, *, now: datetime) -> None:
        """Let the conversation rest; `wake`, and any later answer or time, takes it up again.

        Raises Meeting.AlreadyResting, AlreadyArranged (a time stands: move it or cancel), Cancelled.
        """
        with self.transition("rest", now=now):
            self.before_rest = self._before(now=now)
            self.rested_at = now
            words = _("Closed the conversation")
            self.record("before_rest", event=events.rested, kind=Touch.Kind.NOTE, words=words, now=now, wakes=False)

    def wake(self, *, now: datetime) -> None:
        """Take it up again, with what rested with it. Raises Meeting.NotResting, Cancelled."""
        with self.transition("wake", now=now):
            rested_at, before = self.rested_at, self.before_rest or {}
            self.rested_at = self.before_rest = None
            self.save(update_fields=["rested_at", "before_rest"])
            self.forget_what_follows()
            Touch.take_back(self.contact, Touch.Kind.NOTE, at=rested_at, link=self.get_absolute_url())
            events.undone.send(type(self), meeting=self, at=rested_at, before=before, now=now)

    def _before(self, *, now: datetime) -> dict[str, Any]:
        """How this conversation stands, and what the rooms above may change when they hear of the act."""
        before: dict[str, Any] = {"meeting": kept_columns(self, HOLDS)}
        events.changing.send(type(self), meeting=self, before=before, now=now)
        return before

    def _held(self, *names: str, before: dict[str, Any], now: datetime) -> None:
        self.held_at, self.before_held = now, before
        self.missed_at, self.missed_by = None, ""
        columns = (*names, "before_held")
        self.record(*columns, event=events.held, kind=Touch.Kind.HELD, words=_("You talked"), now=now, books=True)
