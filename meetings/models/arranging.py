"""Arranging time and place: both zones, moving, cancelling, somebody not coming (docs/CRAFT.md, "Time and place")."""

import uuid
from datetime import datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Touch
from core import times
from meetings import events
from meetings.models.asking import Asking
from meetings.models.preparing import Preparing

NO_DOUBLE_BOOKING = "meeting_no_double_booking"


class Arranging(Asking):
    """The appointment."""

    class Past(Preparing.Refused):
        """The time lies behind us."""

        sentence = _("That time has passed. Pick one that is still to come.")

    class Clash(Preparing.Refused):
        """The student has another conversation then."""

        sentence = _("You have another conversation at that time. Pick a time that does not overlap it.")

    class AlreadyArranged(Preparing.Refused):
        """A time stands."""

        sentence = _("A time is arranged already. Move it or cancel it.")

    class NotArranged(Preparing.Refused):
        """No time stands."""

        sentence = _("No time is arranged yet.")

    class Begun(Preparing.Refused):
        """The time has come: what happened is recorded, not undone."""

        sentence = _("The time of this conversation has come. Say whether you talked, or that it did not happen.")

    class NotBegun(Preparing.Refused):
        """The time has not come yet."""

        sentence = _("The time of this conversation has not come yet.")

    class AlreadyHeld(Preparing.Refused):
        """They have talked."""

        sentence = _("You have talked already.")

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        PHONE = "phone", _("By phone")
        ONLINE = "online", _("Online")

    class Missed(models.TextChoices):
        THEM = "them", _("They did not come")
        ME = "me", _("I did not come")

    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    contact_zone = models.CharField(max_length=60, blank=True)
    moves = models.PositiveSmallIntegerField(default=0)
    missed_at = models.DateTimeField(null=True, blank=True)
    missed_by = models.CharField(max_length=10, choices=Missed, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    # The appointment as calendars know it (RFC 5545, 3.8.4.7 and 3.8.7.4): a name that never changes, and how often
    # what was told about it changed, the last time at told_at. None as long as nothing was arranged.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(null=True, blank=True, editable=False)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def duration(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def stands(self) -> bool:
        """Whether a time is arranged at which nobody failed to come."""
        return self.starts_at is not None and self.missed_at is None

    @property
    def their_zone(self) -> str | None:
        """The contact's zone for this conversation: the one arranged, otherwise the one on their page."""
        return self.contact_zone or self.contact.zone

    @property
    def where(self) -> str:
        """Where in words: the place, the number or the link."""
        return self.place or self.link or (self.get_mode_display() if self.mode else "")

    def arrange(
        self,
        *,
        by: User,
        now: datetime,
        starts_at: datetime,
        minutes: int,
        mode: str,
        place: str = "",
        link: str = "",
        contact_zone: str = "",
    ) -> None:
        """Fix the time and place, for the first time or anew; it implies that the contact said yes.

        In: `starts_at` aware, `minutes` 15, 20 or 30, `contact_zone` an IANA name or empty.
        Raises Meeting.Past, Clash, AlreadyHeld, Cancelled. The same words a second time change nothing.
        """
        with self.turning(waking=True):
            if self.held_at is not None:
                raise self.AlreadyHeld
            new = {"minutes": minutes, "mode": mode, "place": place, "link": link, "contact_zone": contact_zone}
            new |= {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=minutes)}
            if self.stands and all(getattr(self, name) == value for name, value in new.items()):
                return
            if starts_at <= now:
                raise self.Past
            words = self._arrangement(by, starts_at, contact_zone or self.contact.time_zone)
            self.moves += int(self.stands and self.starts_at != starts_at)
            if self.answer != self.Answer.YES:
                self.answered_at, self.answer = now, self.Answer.YES
            self.missed_at, self.missed_by = None, ""
            self._tell_calendars(now)
            for name, value in new.items():
                setattr(self, name, value)
            self._book(*new, "moves", "answered_at", "answer", "missed_at", "missed_by", "sequence", "told_at")
            self.record("moves", event=events.arranged, kind=Touch.Kind.ARRANGED, words=words, now=now)

    def cancel(self, *, by: User, now: datetime, reason: str = "") -> None:
        """Call the conversation off, or drop one that was only planned.

        Raises Meeting.Begun once its time has come, AlreadyHeld, Cancelled.
        """
        with self.turning(waking=True):
            if self.held_at is not None:
                raise self.AlreadyHeld
            if self.stands and self.starts_at is not None and self.starts_at <= now:
                raise self.Begun
            self.cancelled_at, self.cancel_reason = now, reason
            words = _("Cancelled: %(reason)s") % {"reason": reason} if reason else str(_("Cancelled"))
            if self.sequence is not None:
                self._tell_calendars(now)
            names = ("cancelled_at", "cancel_reason", "sequence", "told_at")
            self.record(*names, event=events.cancelled, kind=Touch.Kind.CANCELLED, words=words[:300], now=now)

    def miss(self, *, by: User, now: datetime, whom: str) -> None:
        """Say that somebody did not come; the conversation then waits for a new time.

        In: `whom` of Meeting.Missed. Raises Meeting.NotArranged, NotBegun, AlreadyHeld, Cancelled.
        """
        with self.turning(waking=True):
            if self.held_at is not None:
                raise self.AlreadyHeld
            if not self.stands or self.starts_at is None:
                raise self.NotArranged
            if self.starts_at > now:
                raise self.NotBegun
            self.missed_at, self.missed_by = now, whom
            words = str(_("They did not come")) if whom == self.Missed.THEM else str(_("I did not come"))
            self.record("missed_at", "missed_by", event=events.missed, kind=Touch.Kind.NOTE, words=words, now=now)

    def _arrangement(self, by: User, starts_at: datetime, zone: str) -> str:
        """What the timeline says: arranged, moved, or only another place."""
        new = times.say(starts_at, by.zone, zone or None)
        if not self.stands or self.starts_at is None:
            return _("Arranged for %(new)s") % {"new": new}
        if self.starts_at == starts_at:
            return _("Changed how or where you meet on %(new)s") % {"new": new}
        old = times.say(self.starts_at, by.zone)
        return _("Moved from %(old)s to %(new)s") % {"old": old, "new": new}

    def _tell_calendars(self, now: datetime) -> None:
        self.sequence, self.told_at = 0 if self.sequence is None else self.sequence + 1, now

    def _book(self, *names: str) -> None:
        """Save `names`; where Postgres sees a double booking, take them back and raise Meeting.Clash."""
        try:
            with transaction.atomic():
                # One after the other: at the same moment, two would wait for each other in the constraint, a deadlock.
                User.objects.select_for_update(no_key=True).values_list("pk").get(pk=self.owner_id)
                self.save(update_fields=names)
        except IntegrityError as error:
            if NO_DOUBLE_BOOKING not in str(error):
                raise
            self.refresh_from_db(fields=[*names, "stage"])
            raise self.Clash from error
