"""Arranging time and place: both zones, moving, cancelling, somebody not coming (docs/CRAFT.md, "Time and place")."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from contacts.models import Touch
from core import times
from core.locking import transition
from meetings import events
from meetings.models.columns import MeetingColumns
from meetings.models.progress import CALLED_OFF


class Arranging(MeetingColumns):
    """The appointment."""

    class Meta:
        abstract = True

    def arrange(
        self,
        *,
        now: datetime,
        starts_at: datetime,
        minutes: int,
        mode: str,
        place: str = "",
        link: str = "",
        contact_zone: str = "",
        by: str = Touch.By.STUDENT,
        seen: int | None = None,
    ) -> None:
        """Fix the time and place, for the first time or anew; it implies that the contact said yes.

        In: `starts_at` aware, `minutes` 15, 20 or 30, `contact_zone` an IANA name or empty, `by` of Touch.By; `seen`,
        how often it had been arranged when the form was opened, None where nothing says so.
        Raises Meeting.Past, Clash, AlreadyHeld, Cancelled, ArrangedMeanwhile. The same words a second time change
        nothing, unless they were written that it is off: then it stands anew.
        """
        with self.transition("arrange", now=now):
            ends_at = starts_at + timedelta(minutes=minutes)
            new = {"minutes": minutes, "mode": mode, "place": place, "link": link, "contact_zone": contact_zone}
            new |= {"starts_at": starts_at, "ends_at": ends_at}
            if (
                self.stands
                and CALLED_OFF not in self.has
                and all(getattr(self, name) == value for name, value in new.items())
            ):
                return
            if seen is not None and seen != self.arranged_times:
                raise self.ArrangedMeanwhile
            if starts_at <= now:
                raise self.Past
            words = self._arrangement(starts_at, ends_at, contact_zone or self.contact.time_zone)
            self.moves += int(self.stands and self.starts_at != starts_at)
            self.set_time(new, now=now)
            names = (*new, "moves", "answered_at", "answer", "missed_at", "missed_by", "sequence", "modified_at")
            self.record(
                *names, event=events.arranged, kind=Touch.Kind.ARRANGED, words=words, now=now, by=by, books=True
            )

    def cancel(self, *, now: datetime, reason: str = "", by: str = Touch.By.STUDENT) -> None:
        """Call the conversation off, or drop one that was only planned.

        Raises Meeting.Begun once its time has come, AlreadyHeld, Cancelled.
        """
        with self.transition("cancel", now=now):
            self.cancelled_at, self.cancel_reason = now, reason
            words = _("Cancelled: %(reason)s") % {"reason": reason} if reason else _("Cancelled")
            if self.sequence is not None:
                self.tell_calendars(now)
            names = ("cancelled_at", "cancel_reason", "sequence", "modified_at")
            self.record(*names, event=events.cancelled, kind=Touch.Kind.CANCELLED, words=words, now=now, by=by)

    def note_cancellation(self, *, now: datetime) -> None:
        """They were written that it is off: their calendar may have been told so, and what comes next is newer."""
        with transition(self):
            if self.may_be_called_off(now):
                self.sequence = self.arranged_times
                self.save(update_fields=["sequence"])

    def miss(self, *, now: datetime, whom: str) -> None:
        """Say that somebody did not come; the conversation then waits for a new time.

        In: `whom` of Meeting.Missed. Raises Meeting.NotArranged, NotBegun, AlreadyHeld, Cancelled.
        """
        with self.transition("miss", now=now):
            self.missed_at, self.missed_by = now, whom
            words = _("They didn’t come") if whom == self.Missed.THEM else _("I didn’t come")
            self.record("missed_at", "missed_by", event=events.missed, kind=Touch.Kind.NOTE, words=words, now=now)

    def _arrangement(self, starts_at: datetime, ends_at: datetime, zone: str) -> str:
        """What the timeline says: arranged, moved, or only another place."""
        here = self.owner.zone
        new = times.say(starts_at, here, zone or None, until=ends_at)
        if not self.stands or self.starts_at is None or CALLED_OFF in self.has:
            return _("Scheduled for %(new)s") % {"new": new}
        if self.starts_at == starts_at:
            return _("Changed how or where you meet on %(new)s") % {"new": new}
        old = times.say(self.starts_at, here, until=self.ends_at)
        return _("Moved from %(old)s to %(new)s") % {"old": old, "new": new}
