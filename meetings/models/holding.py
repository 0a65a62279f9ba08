"""Holding the conversation, thanking for it, and letting it rest."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Touch
from meetings import events
from meetings.models.hearing import Hearing
from meetings.models.preparing import Preparing


class Holding(Hearing):
    """The talk itself, and its good end."""

    class NotHeld(Preparing.Refused):
        """There is nothing yet to thank for."""

        sentence = _("You have not talked yet. Say first that the conversation was held.")

    class AlreadyThanked(Preparing.Refused):
        """The thank-you went out before."""

        sentence = _("You have thanked them already.")

    class AlreadyResting(Preparing.Refused):
        """It rests."""

        sentence = _("This conversation rests already.")

    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def hold(self, *, by: User, now: datetime) -> None:
        """Say that they talked. Raises Meeting.NotArranged, AlreadyHeld, Cancelled.

        It may be said before the arranged time: a contact who calls early has still been talked to.
        """
        with self.turning(waking=True):
            if self.held_at is not None:
                raise self.AlreadyHeld
            if self.starts_at is None:
                raise self.NotArranged
            self.held_at = now
            self.missed_at, self.missed_by = None, ""
            self._book("held_at", "missed_at", "missed_by")
            self.record("held_at", event=events.held, kind=Touch.Kind.HELD, words=str(_("You talked")), now=now)

    def thank(self, *, by: User, now: datetime) -> None:
        """Say that the thank-you went out. Raises Meeting.NotHeld, AlreadyThanked, Cancelled."""
        with self.turning():
            if self.held_at is None:
                raise self.NotHeld
            if self.thanked_at is not None:
                raise self.AlreadyThanked
            self.thanked_at = now
            words = str(_("Sent a thank-you"))
            self.record("thanked_at", event=events.thanked, kind=Touch.Kind.THANKED, words=words, now=now)

    def rest(self, *, by: User, now: datetime) -> None:
        """Let the conversation rest; any later answer or time takes it up again.

        Raises Meeting.AlreadyResting, AlreadyArranged (a time stands: move it or cancel), Cancelled.
        """
        with self.turning():
            if self.rested_at is not None:
                raise self.AlreadyResting
            if self.stands and self.held_at is None:
                raise self.AlreadyArranged
            self.rested_at = now
            words = str(_("Let the conversation rest"))
            self.record(event=events.rested, kind=Touch.Kind.NOTE, words=words, now=now)

    def open_to(self, now: datetime) -> frozenset[str]:
        """The verbs that no fact would refuse at `now`."""
        if self.cancelled_at is not None:
            return frozenset()
        talked, time_stands = self.held_at is not None, self.stands
        begun = self.starts_at is not None and self.starts_at <= now
        waits = self.asked_at is not None and self.answered_at is None and self.closed_at is None
        acts = {
            "ask": self.asked_at is None and self.answered_at is None,
            "nudge": waits,
            "close": waits,
            "hear": self.asked_at is not None and not talked and not time_stands,
            "arrange": not talked,
            "cancel": not talked and not (time_stands and begun),
            "miss": not talked and time_stands and begun,
            "hold": not talked and self.starts_at is not None,
            "thank": talked and self.thanked_at is None,
            "rest": self.rested_at is None and (talked or not time_stands),
        }
        return frozenset(act for act, free in acts.items() if free)
