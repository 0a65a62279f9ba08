"""Hearing the answer: a yes, a no, or not now (docs/CRAFT.md, "Messages")."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from accounts.models import User
from contacts.models import Touch
from meetings import events
from meetings.models.arranging import Arranging


class Hearing(Arranging):
    """What the contact answered, as long as no time stands."""

    class Meta:
        abstract = True

    def hear(self, *, by: User, now: datetime, answer: str, not_before: date | None = None) -> None:
        """Record what the contact answered; a later answer replaces an earlier one.

        In: `not_before` with "later", where they named a day before which they do not want to be asked again.

        Raises Meeting.NotAsked, AlreadyHeld, AlreadyArranged (a time stands: move it or cancel), Cancelled.
        """
        with self.turning(waking=True) as rested:
            if self.asked_at is None:
                raise self.NotAsked
            if self.held_at is not None:
                raise self.AlreadyHeld
            if self.stands:
                raise self.AlreadyArranged
            if self.answer == answer and self.not_before == not_before and not rested:
                return
            self.answered_at, self.answer, self.not_before = now, answer, not_before
            words = {
                self.Answer.YES: _("Said yes"),
                self.Answer.LATER: _("Said not now, maybe later"),
                self.Answer.NO: _("Said no"),
            }[self.Answer(answer)]
            names = ("answered_at", "answer", "not_before")
            self.record(*names, event=events.answered, kind=Touch.Kind.ANSWERED, words=words, now=now)
