"""The contact's answer to one request: its fields, what may refuse it, and how each of its verbs turns it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.models import Contact, Touch
from core.locking import transition
from meetings import events
from meetings.models.meeting import Meeting
from meetings.models.refusals import Refusal

# Until then an answer that fixed a time may be changed.
LAST_CHANGE = timedelta(hours=1)
LINE = 500
MOST_NAMED = 5
CONTACT = Touch.By.CONTACT


class Answering(models.Model):
    """One answer of the contact's, which they may change."""

    class Refused(Refusal):
        """What the contact is told."""

    class Ended(Refused):
        """The link leads nowhere any more."""

        sentence = _("This link has expired.")

    class Again(Exception):
        """The same answer in the same words, from the page that has sent it: the verb is through already."""

    class Meanwhile(Refused):
        """Another window was quicker."""

        sentence = _("A reply was sent from another window a moment ago. You can see it below and change it.")

    class TooLate(Refused):
        """Less than an hour is left, so the student is on the way."""

        sentence = _("It starts in less than an hour, so you can’t change it here. Please write or call instead.")

    class Taken(Refused):
        """The student has another conversation then."""

        sentence = _("That time has just been taken. Please choose another one or suggest your own.")

    class Gone(Refused):
        """The time is no longer offered."""

        sentence = _("That time is no longer available. Please choose another one or suggest your own.")

    class Past(Refused):
        """The time lies behind us."""

        sentence = _("That time is in the past. Please choose a later one.")

    class CalledOff(Refused):
        """The student, or another answer, called it off."""

        sentence = _("This conversation has been cancelled. You don’t need to do anything.")

    class Held(Refused):
        """They have talked."""

        sentence = _("You’ve already talked. You don’t need to do anything.")

    class Arranged(Refused):
        """A time stands."""

        sentence = _("You’ve already agreed a time. Please change it or cancel.")

    class NotArranged(Refused):
        """No time stands."""

        sentence = _("There’s no agreed time to cancel.")

    class NamedEnough(Refused):
        """More names than anybody writes to."""

        sentence = _("You’ve suggested five people already. Thank you, that’s plenty to start with.")

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Chose a time")
        PROPOSED = "proposed", _("Suggests another time")
        LATER = "later", _("Not now, maybe later")
        DECLINED = "declined", _("No")
        NAMED = "named", _("Suggested someone else")
        CANCELLED = "cancelled", _("Cancelled")
        QUIET = "quiet", _("Asked not to be contacted")
        ERASED = "erased", _("Asked for their details to be deleted")

    class Part(models.TextChoices):
        MORNING = "morning", _("in the morning")
        LUNCH = "lunch", _("at lunch")
        AFTERNOON = "afternoon", _("in the afternoon")
        EVENING = "evening", _("after work")

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="reply")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # How often it was answered: a page that was opened before another answer cannot overwrite it unseen.
    version = models.PositiveIntegerField(default=0)
    # When the student had seen the answer, or done what it asks for.
    noted_at = models.DateTimeField(null=True, blank=True)
    # The mail that brought the student this answer (Mail.message_id): none brings it a second time.
    mailed_in = models.CharField(max_length=200, blank=True, default="", editable=False)
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
    # How many people were named by way of this page, whichever answers followed.
    people_named = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    show_address = models.BooleanField(default=False)
    # What was on offer, and answered, before other times took its place, so that this can be undone (reply.py).
    before_offer = models.JSONField(null=True, blank=True, editable=False)
    # The pk of each time that was ever on offer, by its moment: offered again, it is the one on the page they opened.
    offered_before = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        chosen: Callable[..., datetime]
        is_arranged: Callable[[int], bool]
        is_open: Callable[[datetime], bool]
        close_links: Callable[..., None]

    @property
    def waits(self) -> bool:
        """Whether a proposal of the contact's waits for the student."""
        return self.answer == self.Answer.PROPOSED and self.noted_at is None

    @property
    def _is_awaited(self) -> bool:
        """Whether the student counts on a time."""
        return self.meeting.stands and self.meeting.cancelled_at is None

    def is_late(self, now: datetime) -> bool:
        """Whether the arranged time is too near, or over, to be changed from here."""
        starts_at = self.meeting.starts_at
        return self.meeting.stands and starts_at is not None and now > starts_at - LAST_CHANGE

    @contextmanager
    def transition(
        self,
        *,
        now: datetime,
        seen: int | None = None,
        at_any_time: bool = False,
        from_any_page: bool = False,
        again: Callable[[], bool] = lambda: False,
    ) -> Iterator[None]:
        """The conversation and the answer as they stand now, locked in this order until the contact's verb is through.

        `seen` is the version of the answer that their page showed: a later one stands, other than `from_any_page`.
        Where the question is open, nobody was quicker. `again` tells whether that later answer is the same as this one.
        Raises Again, and what keeps the contact from answering.
        """
        with transition(self.meeting, self):
            if not self.is_open(now):
                raise self.Ended
            if self.answer and seen not in (None, self.version):
                if again():
                    raise self.Again
                if not from_any_page:
                    raise self.Meanwhile
            if not at_any_time:
                self.refuse_late(now)
            self._replace_unseen(now=now)
            try:
                yield
            except Meeting.Clash as clash:
                raise self.Taken from clash
            except Meeting.Past as past:
                raise self.Past from past

    def refuse_late(self, now: datetime) -> None:
        """Raises CalledOff, Held or TooLate where nothing can be answered any more."""
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
        self.meeting.hear(now=now, answer=answer, not_before=not_before, by=CONTACT)

    def _step_back(self, *, now: datetime) -> None:
        """Nothing more is to come of it; what has begun or was held stays."""
        meeting = self.meeting
        if meeting.cancelled_at is not None or meeting.held_at is not None:
            return
        if meeting.stands:
            with suppress(Meeting.Begun):
                meeting.cancel(now=now, by=CONTACT)
        else:
            self._hear(Meeting.Answer.NO, now=now)

    def _arrange(self, starts_at: datetime, *, now: datetime, zone: str, mode: str, place: str, by: str) -> None:
        """The time and place; the student's own place or link stays where the contact names none for the same way."""
        meeting = self.meeting
        where = {"place": place, "link": ""}
        if not place and mode == (meeting.mode or mode):
            where = {"place": meeting.place, "link": meeting.link}
        values: dict[str, Any] = {"minutes": meeting.minutes, "mode": mode, "contact_zone": zone, **where}
        meeting.arrange(now=now, starts_at=starts_at, by=by, **values)

    def _says(self, answer: str, **words: Any) -> bool:
        """Whether this is the answer that stands, in these words."""
        return self.answer == answer and all(getattr(self, name) == value for name, value in words.items())

    def _answer(self, answer: str, *, now: datetime, **words: Any) -> None:
        """Put this answer in the place of the one before; `words` are the fields that it fills."""
        texts = ("proposed_part", "mode", "place", "line", "named", "named_reach", "mailed_in")
        blank: dict[str, Any] = dict.fromkeys(texts, "")
        blank |= {"proposed_at": None, "proposed_day": None, "may_use_name": False, "noted_at": None}
        new = {**blank, "before_offer": None, **words, "answer": answer, "version": self.version + 1}
        new["answered_at"] = now if answer else None
        for name, value in new.items():
            setattr(self, name, value)
        self.save(update_fields=list(new))
        if words.get("line"):
            self._touch(_("They wrote: “%(line)s”") % {"line": words["line"]}, now=now)
        if answer:
            events.replied.send(Meeting, meeting=self.meeting, now=now)

    def _replace_unseen(self, kind: str = Touch.Kind.ANSWERED, *, now: datetime) -> None:
        """Take what the answer before left on the timeline away, if the student has not seen it: the latest counts."""
        if self.answered_at is None or self.noted_at is not None:
            return
        link = self.meeting.get_absolute_url()
        mine = Touch.objects.filter(contact=self.meeting.contact, by=CONTACT, link=link, kind=kind)
        mine.filter(at__gte=self.answered_at, at__lt=now).delete()

    def _touch(self, words: str, *, now: datetime) -> None:
        meeting = self.meeting
        link = meeting.get_absolute_url()
        Touch.log(meeting.contact, Touch.Kind.ANSWERED, at=now, words=words, link=link, by=CONTACT)
