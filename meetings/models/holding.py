"""Holding the conversation, thanking for it, and letting it rest."""

from datetime import datetime

from django.utils.translation import gettext as _

from contacts.models import Touch
from core import times
from meetings import events
from meetings.models.columns import MeetingColumns


class Holding(MeetingColumns):
    """The talk itself, and its good end."""

    class Meta:
        abstract = True

    def hold(self, *, now: datetime) -> None:
        """Say that they talked. Raises Meeting.NotArranged, AlreadyHeld, Clash, Cancelled.

        It may be said before the arranged time: a contact who calls early has still been talked to.
        """
        with self.transition("hold", now=now):
            self._held("held_at", "missed_at", "missed_by", now=now)

    def hold_unplanned(self, *, at: datetime, now: datetime) -> None:
        """Say that they talked from `at` on without having arranged it: they rang, or had time at once.

        Raises Meeting.AlreadyArranged, AlreadyHeld, Clash, Cancelled.
        """
        with self.transition("hold_unplanned", now=now):
            new = {"starts_at": at, "ends_at": at + self.duration}
            self.set_time(new, now=now)
            names = (*new, "answered_at", "answer", "sequence", "modified_at", "held_at", "missed_at", "missed_by")
            self._held(*names, now=now)
            words = _("Arranged for %(new)s") % {"new": times.say(at, self.owner.zone, self.their_zone)}
            Touch.log(self.contact, Touch.Kind.ARRANGED, at=at, words=words, link=self.get_absolute_url())

    def thank(self, *, now: datetime) -> None:
        """Say that the thank-you went out. Raises Meeting.NotHeld, AlreadyThanked, Cancelled."""
        with self.transition("thank", now=now):
            self.thanked_at = now
            words = _("Sent a thank-you")
            self.record("thanked_at", event=events.thanked, kind=Touch.Kind.THANKED, words=words, now=now, wakes=False)

    def rest(self, *, now: datetime) -> None:
        """Let the conversation rest; any later answer or time takes it up again.

        Raises Meeting.AlreadyResting, AlreadyArranged (a time stands: move it or cancel), Cancelled.
        """
        with self.transition("rest", now=now):
            self.rested_at = now
            words = _("Let the conversation rest")
            self.record(event=events.rested, kind=Touch.Kind.NOTE, words=words, now=now, wakes=False)

    def _held(self, *names: str, now: datetime) -> None:
        self.held_at = now
        self.missed_at, self.missed_by = None, ""
        self.record(*names, event=events.held, kind=Touch.Kind.HELD, words=_("You talked"), now=now, books=True)
