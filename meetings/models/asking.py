"""Asking for a conversation, reminding once, and closing kindly (docs/CRAFT.md, "Asking" and "Waiting")."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Contact, Quiet, Touch
from meetings import events
from meetings.models.preparing import Preparing


class Asking(Preparing):
    """The request and what came of it."""

    class AlreadyAsked(Preparing.Refused):
        """The request went out before."""

        sentence = _("You have asked already. Send a reminder instead, when its day has come.")

    class NotAsked(Preparing.Refused):
        """There is no request yet to remind of or to answer."""

        sentence = _("You have not asked yet. Send your request first.")

    class AlreadyAnswered(Preparing.Refused):
        """The contact has answered."""

        sentence = _("They have answered already.")

    class Closed(Preparing.Refused):
        """The request was closed kindly; no further message follows."""

        sentence = _("You have closed this kindly. No further reminder follows; their answer is still welcome.")

    class Quiet(Preparing.Refused):
        """They asked not to be written to."""

        sentence = _(
            "They asked that students of this centre do not write to them. Please choose somebody else to ask."
        )

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        LATER = "later", _("Not now, maybe later")
        NO = "no", _("No")

    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=10, choices=Contact.Channel, blank=True)
    nudges = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    # "Please not before May": nothing is to be written to them about this before that day.
    not_before = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def ask(self, *, by: User, now: datetime, channel: str) -> None:
        """Say that the request went out by `channel`.

        Raises Meeting.AlreadyAsked, AlreadyAnswered, Quiet, Cancelled.
        """
        self.may_be_written_to()
        self.note_asked(now=now, channel=channel)

    def note_asked(self, *, now: datetime, channel: str) -> None:
        """Record that they were asked; whoever answers was, however quiet they want it since. Raises as `ask` does."""
        with self.turning(waking=True):
            if self.asked_at is not None:
                raise self.AlreadyAsked
            if self.answered_at is not None:
                raise self.AlreadyAnswered
            self.asked_at, self.asked_by = now, channel
            words = {
                Contact.Channel.EMAIL: str(_("Asked by e-mail")),
                Contact.Channel.PHONE: str(_("Asked by phone")),
                Contact.Channel.LINKEDIN: str(_("Asked on LinkedIn")),
                Contact.Channel.IN_PERSON: str(_("Asked in person")),
            }[Contact.Channel(channel)]
            self.record("asked_at", "asked_by", event=events.asked, kind=Touch.Kind.ASKED, words=words, now=now)

    def nudge(self, *, by: User, now: datetime) -> None:
        """Say that a reminder went out. Raises Meeting.NotAsked, AlreadyAnswered, Closed, Quiet, Cancelled."""
        self.may_be_written_to()
        with self.turning(waking=True):
            self._must_wait()
            self.nudges += 1
            self.nudged_at = now
            words = str(_("Sent a reminder"))
            self.record("nudges", "nudged_at", event=events.nudged, kind=Touch.Kind.NUDGED, words=words, now=now)

    def close(self, *, by: User, now: datetime) -> None:
        """Say that the request was closed kindly, the door left open. Raises as `nudge` does."""
        with self.turning(waking=True):
            self._must_wait()
            self.closed_at = now
            words = str(_("Closed kindly, the door stays open"))
            self.record("closed_at", event=events.closed, kind=Touch.Kind.NOTE, words=words, now=now)

    def may_be_written_to(self, whom: Contact | None = None) -> None:
        """Raises Meeting.Quiet where they, or `whom` about them, asked to be left alone."""
        if Quiet.holds(whom or self.contact):
            raise self.Quiet

    def _must_wait(self) -> None:
        if self.asked_at is None:
            raise self.NotAsked
        if self.answered_at is not None:
            raise self.AlreadyAnswered
        if self.closed_at is not None:
            raise self.Closed
