"""Holding the conversation, thanking for it, and letting it rest."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Touch
from meetings import events
from meetings.models.arranging import Arranging
from meetings.models.preparing import Preparing


class Holding(Arranging):
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
            self.record("held_at", event=events.held, kind=Touch.Kind.HELD, words=said("You talked"), now=now)

    def thank(self, *, by: User, now: datetime) -> None:
        """Say that the thank-you went out. Raises Meeting.NotHeld, AlreadyThanked, Cancelled."""
        with self.turning():
            if self.held_at is None:
                raise self.NotHeld
            if self.thanked_at is not None:
                raise self.AlreadyThanked
            self.thanked_at = now
            words = said("Sent a thank-you")
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
            words = said("Let the conversation rest")
            self.record(event=events.rested, kind=Touch.Kind.NOTE, words=words, now=now)
