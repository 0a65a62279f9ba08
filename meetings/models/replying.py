"""What a contact answers on their own page: every verb of theirs, and what may refuse it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from contacts.models import Contact, Quiet, Touch
from core.models import Mail
from meetings import events
from meetings.models.meeting import Meeting

# Until then an answer that fixed a time may be changed.
LAST_CHANGE = timedelta(hours=1)
LINE = 500


class Replying(models.Model):
    """One answer of the contact's, which they may change. Its verbs take no `by`: whoever holds the link acts."""

    class Refused(Exception):
        """A verb was refused by a fact; `sentence` says which, to the contact."""

        sentence: str | Promise = ""

        def __str__(self) -> str:
            return str(self.sentence)

    class Ended(Refused):
        """The link leads nowhere any more."""

        sentence = _("This link’s time is over.")

    class Meanwhile(Refused):
        """Another window was quicker."""

        sentence = _("This was answered in another window a moment ago. It stands below; change it if you like.")

    class TooLate(Refused):
        """Less than an hour is left, so the student is on the way."""

        sentence = _("It begins within the hour, so it can no longer be changed here. Please write or call instead.")

    class Taken(Refused):
        """The student has another conversation then."""

        sentence = _("That time has just been taken by something else. Please choose another one, or propose your own.")

    class Gone(Refused):
        """The time is no longer offered."""

        sentence = _("That time is no longer offered. Please choose another one, or propose your own.")

    class Past(Refused):
        """The time lies behind us."""

        sentence = _("That time has passed. Please choose one that is still to come.")

    class CalledOff(Refused):
        """The student, or another answer, called it off."""

        sentence = _("This conversation has been called off meanwhile. Nothing is left for you to do.")

    class Held(Refused):
        """They have talked."""

        sentence = _("You have talked already. Nothing is left for you to do.")

    class Arranged(Refused):
        """A time stands."""

        sentence = _("A time is arranged already. Please move it or call it off.")

    class NotArranged(Refused):
        """No time stands."""

        sentence = _("No time is arranged, so there is nothing to call off.")

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Chose a time")
        PROPOSED = "proposed", _("Proposes another time")
        LATER = "later", _("Not now, maybe later")
        DECLINED = "declined", _("No")
        NAMED = "named", _("Named somebody else")
        CANCELLED = "cancelled", _("Called it off")
        QUIET = "quiet", _("Does not want to be written to")
        ERASED = "erased", _("Asked to be forgotten")

    class Part(models.TextChoices):
        MORNING = "morning", _("in the morning")
        LUNCH = "lunch", _("at lunch")
        AFTERNOON = "afternoon", _("in the afternoon")
        EVENING = "evening", _("after work")

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="invitation")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # How often it was answered: a page that was opened before another answer cannot overwrite it unseen.
    turn = models.PositiveIntegerField(default=0)
    # When the student had seen the answer, or done what it asks for.
    noted_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=60, blank=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    proposed_day = models.DateField(null=True, blank=True)
    proposed_part = models.CharField(max_length=10, choices=Part, blank=True)
    mode = models.CharField(max_length=10, choices=Meeting.Mode, blank=True)
    place = models.CharField(max_length=300, blank=True)
    line = models.CharField(max_length=LINE, blank=True)
    named = models.CharField(max_length=200, blank=True)
    named_reach = models.CharField(max_length=300, blank=True)
    may_use_name = models.BooleanField(default=False)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        chosen: Callable[..., datetime]
        is_open: Callable[[datetime], bool]
        close_links: Callable[..., None]

    @property
    def waits(self) -> bool:
        """Whether a proposal of the contact's waits for the student."""
        return self.answer == self.Answer.PROPOSED and self.noted_at is None

    def is_late(self, now: datetime) -> bool:
        """Whether the arranged time is too near, or over, to be changed from here."""
        starts_at = self.meeting.starts_at
        return self.meeting.stands and starts_at is not None and now > starts_at - LAST_CHANGE

    def accept(
        self,
        offer: int,
        *,
        now: datetime,
        zone: str,
        mode: str,
        place: str = "",
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Choose one of the offered times, in its pk; that arranges the conversation, or moves it.

        In: `mode` of Meeting.Mode, `zone` the contact's, `seen` the turn that their page showed.
        Raises Ended, Meanwhile, CalledOff, Held, TooLate, Gone, Past, Taken.
        """
        with self._turning(now=now, seen=seen):
            starts_at = self.chosen(offer, now=now)
            self._was_asked(now)
            self._arrange(starts_at, now=now, zone=zone, mode=mode, place=place)
            self._answer(self.Answer.ACCEPTED, now=now, zone=zone, mode=mode, place=place, line=line)

    def propose(
        self,
        *,
        now: datetime,
        zone: str,
        at: datetime | None = None,
        day: date | None = None,
        part: str = "",
        mode: str = "",
        place: str = "",
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Propose another time: a moment, or a day and a part of it, or only words. A time that stands, stands.

        Raises Ended, Meanwhile, CalledOff, Held, TooLate, Past.
        """
        with self._turning(now=now, seen=seen):
            if at is not None and at <= now:
                raise self.Past
            self._was_asked(now)
            if not self.meeting.stands:
                self.meeting.hear(by=self.meeting.owner, now=now, answer=Meeting.Answer.YES)
            told = {"proposed_at": at, "proposed_day": day, "proposed_part": part}
            self._answer(self.Answer.PROPOSED, now=now, zone=zone, mode=mode, place=place, line=line, **told)
            self._touch(said("Proposed another time"), now=now)

    def decline(
        self,
        *,
        now: datetime,
        line: str = "",
        later: bool = False,
        not_before: date | None = None,
        seen: int | None = None,
    ) -> None:
        """Say no, or not now. Raises Ended, Meanwhile, CalledOff, Held, Arranged."""
        with self._turning(now=now, seen=seen):
            heard = Meeting.Answer.LATER if later else Meeting.Answer.NO
            self._hear(heard, now=now, not_before=not_before if later else None)
            self._answer(self.Answer.LATER if later else self.Answer.DECLINED, now=now, line=line)

    def name_someone(
        self,
        name: str,
        *,
        now: datetime,
        reach: str = "",
        may_use_name: bool = False,
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Say no, and who could help instead. Raises as `decline` does."""
        with self._turning(now=now, seen=seen):
            self._hear(Meeting.Answer.NO, now=now)
            told = {"named": name, "named_reach": reach, "may_use_name": may_use_name}
            self._answer(self.Answer.NAMED, now=now, line=line, **told)
            named = {"name": name, "about": reach, "may_use_name": may_use_name}
            events.named.send(Meeting, meeting=self.meeting, now=now, **named)

    def cancel(self, *, now: datetime, line: str = "", seen: int | None = None) -> None:
        """Call the arranged conversation off. Raises Ended, Meanwhile, CalledOff, Held, TooLate, NotArranged."""
        with self._turning(now=now, seen=seen):
            if not self.meeting.stands:
                raise self.NotArranged
            self.meeting.cancel(by=self.meeting.owner, now=now, reason=line[:280])
            self._answer(self.Answer.CANCELLED, now=now, line=line)

    def keep_quiet(self, *, now: datetime, line: str = "", seen: int | None = None) -> None:
        """Ask not to be written to by any student of this centre. Raises Ended and Meanwhile: it is never too late."""
        with self._turning(now=now, seen=seen, at_any_time=True):
            self._step_back(now=now)
            self._answer(self.Answer.QUIET, now=now, line=line)
            Quiet.keep(self.meeting.contact, now=now)

    def erase(self, *, now: datetime) -> None:
        """Take out what this student holds about them, and call off what was not held. Raises Ended."""
        with self._turning(now=now, at_any_time=True):
            contact = self.meeting.contact
            for talk in Meeting.objects.filter(contact=contact).select_related("owner", "contact"):
                with suppress(Meeting.Refused):
                    talk.cancel(by=talk.owner, now=now)
                _forget_words(talk)
            blank = {"why_them": "", "place": "", "link": "", "cancel_reason": "", "contact_zone": ""}
            Meeting.objects.filter(contact=contact).update(**blank)
            for letter in type(self)._base_manager.filter(meeting__contact=contact).select_related("meeting"):
                letter.close_links(now=now)
                letter._answer(self.Answer.ERASED, now=now, zone="")
            contact.forget(now=now)

    @contextmanager
    def _turning(self, *, now: datetime, seen: int | None = None, at_any_time: bool = False) -> Iterator[None]:
        """The conversation and the answer as they stand now, locked in this order until the verb is through."""
        with transaction.atomic():
            locked_anew(self.meeting)
            locked_anew(self)
            if not self.is_open(now):
                raise self.Ended
            if seen is not None and seen != self.turn:
                raise self.Meanwhile
            if not at_any_time:
                self._may_change(now)
            try:
                yield
            except Meeting.Clash as clash:
                raise self.Taken from clash
            except Meeting.Past as past:
                raise self.Past from past

    def _may_change(self, now: datetime) -> None:
        if self.meeting.cancelled_at is not None:
            raise self.CalledOff
        if self.meeting.held_at is not None:
            raise self.Held
        if self.is_late(now):
            raise self.TooLate

    def _was_asked(self, now: datetime) -> None:
        """Whoever answers was asked, also where the student did not say so."""
        if self.meeting.asked_at is None and self.meeting.answered_at is None:
            channel = next(iter(self.meeting.contact.channels), Contact.Channel.EMAIL.value)
            self.meeting.note_asked(now=now, channel=channel)

    def _hear(self, answer: str, *, now: datetime, not_before: date | None = None) -> None:
        if self.meeting.stands:
            raise self.Arranged
        self._was_asked(now)
        if self.meeting.asked_at is None:
            self.meeting.note_asked(now=now, channel=Contact.Channel.EMAIL.value)
        self.meeting.hear(by=self.meeting.owner, now=now, answer=answer, not_before=not_before)

    def _step_back(self, *, now: datetime) -> None:
        """Nothing more is to come of it; what has begun or was held stays."""
        meeting = self.meeting
        if meeting.cancelled_at is not None or meeting.held_at is not None:
            return
        if meeting.stands:
            with suppress(Meeting.Begun):
                meeting.cancel(by=meeting.owner, now=now)
        else:
            self._hear(Meeting.Answer.NO, now=now)

    def _arrange(self, starts_at: datetime, *, now: datetime, zone: str, mode: str, place: str) -> None:
        """The time and place; the student's own place or link stays where the contact names none for the same way."""
        meeting = self.meeting
        where = {"place": place, "link": ""}
        if not place and mode == (meeting.mode or mode):
            where = {"place": meeting.place, "link": meeting.link}
        told: dict[str, Any] = {"minutes": meeting.minutes, "mode": mode, "contact_zone": zone, **where}
        meeting.arrange(by=meeting.owner, now=now, starts_at=starts_at, **told)

    def _answer(self, answer: str, *, now: datetime, **words: Any) -> None:
        """Put this answer in the place of the one before; `words` are the fields that it fills."""
        blank: dict[str, Any] = {
            "proposed_at": None,
            "proposed_day": None,
            "proposed_part": "",
            "mode": "",
            "place": "",
        }
        blank |= {"line": "", "named": "", "named_reach": "", "may_use_name": False, "noted_at": None}
        new = {**blank, **words, "answer": answer, "turn": self.turn + 1}
        new["answered_at"] = now if answer else None
        for name, value in new.items():
            setattr(self, name, value)
        self.save(update_fields=list(new))
        if words.get("line"):
            self._touch(said("They wrote: “%(line)s”") % {"line": words["line"]}, now=now)

    def _touch(self, words: str, *, now: datetime) -> None:
        meeting = self.meeting
        meeting.contact.touch(Touch.Kind.ANSWERED, at=now, words=words, link=meeting.get_absolute_url())


def locked_anew(row: Model) -> None:
    """Read the columns of `row` as they stand now, and lock it until the transaction ends."""
    told = [field.attname for field in row._meta.concrete_fields if not field.is_relation]
    row.refresh_from_db(fields=told, from_queryset=type(row)._base_manager.select_for_update(of=("self",)))


def _forget_words(talk: Meeting) -> None:
    """The letters of a conversation lose their words; those that were never sent go."""
    carried = [{"message": pk} for pk in talk.messages.values_list("pk", flat=True)]
    Mail.objects.filter(about__in=carried).delete()
    talk.messages.filter(sent_at=None).delete()
    talk.messages.update(subject="", body="", before_mend=None, silenced=[])
