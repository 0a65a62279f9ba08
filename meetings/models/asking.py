"""Asking for a conversation, reminding, closing kindly, and the answer (docs/CRAFT.md, "Asking" and "Waiting")."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from contacts.models import Contact, Touch
from meetings import events
from meetings.models.columns import MeetingColumns


class Asking(MeetingColumns):
    """The request and what came of it."""

    class Meta:
        abstract = True

    def ask(self, *, now: datetime, channel: str) -> None:
        """Say that the request went out by `channel`.

        Raises Meeting.AlreadyAsked, AlreadyAnswered, Quiet, Cancelled.
        """
        with self.transition("ask", now=now):
            self.may_be_written_to()
            self.note_asked(now=now, channel=channel)

    def note_asked(self, *, now: datetime, channel: str) -> None:
        """Record that they were asked; whoever answers was, however quiet they want it since. Raises as `ask` does."""
        with self.transition("ask", now=now):
            self.asked_at, self.asked_by = now, channel
            words = {
                Contact.Channel.EMAIL: _("Asked by email"),
                Contact.Channel.PHONE: _("Asked by phone"),
                Contact.Channel.LINKEDIN: _("Asked on LinkedIn"),
                Contact.Channel.IN_PERSON: _("Asked in person"),
            }[Contact.Channel(channel)]
            self.record("asked_at", "asked_by", event=events.asked, kind=Touch.Kind.ASKED, words=words, now=now)

    def nudge(self, *, now: datetime) -> None:
        """Say that a reminder went out. Raises Meeting.NotAsked, AlreadyAnswered, Closed, Quiet, Cancelled."""
        with self.transition("nudge", now=now):
            self.may_be_written_to()
            self.nudges += 1
            self.nudged_at = now
            words = _("Followed up")
            self.record("nudges", "nudged_at", event=events.nudged, kind=Touch.Kind.NUDGED, words=words, now=now)

    def close(self, *, now: datetime) -> None:
        """Say that the request was closed kindly, the door left open. Raises as `nudge` does, but for Quiet."""
        with self.transition("close", now=now):
            self.closed_at = now
            words = _("Sent a final message")
            self.record("closed_at", event=events.closed, kind=Touch.Kind.NOTE, words=words, now=now)

    def hear(self, *, now: datetime, answer: str, not_before: date | None = None, by: str = Touch.By.STUDENT) -> None:
        """Record what the contact answered; a later answer replaces an earlier one.

        In: `not_before` with "later", where they named a day before which they do not want to be asked again; `by` of
        Touch.By says which of the two recorded it.

        Raises Meeting.NotAsked, AlreadyHeld, AlreadyArranged (a time stands: move it or cancel), Cancelled.
        """
        with self.transition("hear", now=now):
            if (self.answer, self.not_before, self.rested_at) == (answer, not_before, None):
                return
            self.answered_at, self.answer, self.not_before = now, answer, not_before
            words = {
                self.Answer.YES: _("Said yes"),
                self.Answer.LATER: _("Said not now, maybe later"),
                self.Answer.NO: _("Said no"),
            }[self.Answer(answer)]
            names = ("answered_at", "answer", "not_before")
            self.record(*names, event=events.answered, kind=Touch.Kind.ANSWERED, words=words, now=now, by=by)
