"""What the student writes to a contact: a draft until they say that it was sent."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from centre.models import Centre, Channel, Occasion, Template
from centre.one_owner import OneOwner
from coach.templates import compose
from contacts.models import Contact, Touch
from core.links import LINK, without_links
from core.locking import transition
from core.models import Version
from meetings import events
from meetings.facts import gather
from meetings.link_line import CHANGE_LINE, LINE, as_read, with_line, worded
from meetings.models.coached import Coached
from meetings.models.meeting import Meeting, OfMeetingQuerySet
from meetings.times_line import exchanged, named, put_into, remembered, says_first, with_times


class MessageQuerySet(OfMeetingQuerySet["Message"]):
    def drafts_first(self) -> Self:
        return self.order_by(F("sent_at").desc(nulls_first=True), "pk")

    def drafts(self) -> Self:
        return self.filter(sent_at=None)

    def sent(self) -> Self:
        return self.exclude(sent_at=None).order_by("sent_at", "pk")

    def with_people(self) -> Self:
        return self.select_related("meeting__contact__referred_by", "meeting__owner")


class Message(Coached):
    """One message of one occasion for one channel."""

    Occasion = Occasion

    worded = ("subject", "body")

    class AlreadySent(Meeting.Refused):
        """What was sent is not rewritten."""

        sentence = gettext_lazy("You’ve already marked this as sent, so you can’t change it.")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="messages", db_index=False)
    occasion = models.CharField(max_length=10, choices=Occasion)
    channel = models.CharField(max_length=10, choices=Channel)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    # The sentences about the times on offer that were put into it, each with its list of them; the latest last.
    times_put = models.JSONField(default=list, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "occasion", "channel"],
                condition=Q(sent_at=None),
                name="message_one_draft_each",
            ),
            OneOwner(name="message_one_owner", paths=("meeting__owner",)),
        ]
        indexes = [models.Index(fields=["meeting", "occasion", "sent_at"], name="message_by_occasion")]

    def __str__(self) -> str:
        return self.subject or self.body[:60]

    def get_absolute_url(self) -> str:
        """The desk at which it is written."""
        return f"{reverse('meetings:write', args=[self.meeting_id, self.occasion])}?channel={self.channel}"

    @property
    def edited(self) -> bool:
        """Whether the student has changed a word of the draft."""
        return self.revision > 0

    @property
    def body_to_read(self) -> str:
        """The words as they are read later, by when nobody needs the address of the link."""
        return self.body.replace(LINK, _("(reply link)")) if self.may_hold_link else self.body

    @property
    def body_for_coach(self) -> str:
        """The words as the coach reads and counts them; a mark where no link can stand is a gap like every other."""
        return as_read(self.body) if self.may_hold_link else self.body

    def body_with(self, link: str) -> str:
        """The words as they go out, with the address `link` in its place; "" where there is none."""
        return worded(self.body, link) if self.may_hold_link else self.body

    @property
    def recipient(self) -> Contact:
        """Whom it is written to: the person of the conversation, or the one who named them."""
        referrer = self.meeting.contact.referred_by if self.occasion == self.Occasion.REPORT else None
        return referrer or self.meeting.contact

    @property
    def may_hold_link(self) -> bool:
        """Whether the contact could open a link in it, and answer there what it asks."""
        if self.channel not in {Channel.EMAIL, Channel.LINKEDIN}:
            return False
        about_a_time = self.occasion in {Occasion.CONFIRM, Occasion.MOVE} and "reply" in self.meeting.has
        return about_a_time or self.occasion in {Occasion.REQUEST, Occasion.NUDGE}

    @property
    def holds_link(self) -> bool:
        """Whether the link by which the contact answers has its place in it."""
        return self.may_hold_link and LINK in self.body

    @classmethod
    def draft(
        cls, meeting: Meeting, *, occasion: str, channel: str, now: datetime, more: Mapping[str, Any] | None = None
    ) -> "Message":
        """The open draft for `occasion` by `channel`, made when there is none.

        A draft in which no word was changed follows the facts; one that was edited is left alone.
        """
        there = cls.objects.drafts().filter(meeting=meeting, occasion=occasion, channel=channel)
        message = there.first() or cls(meeting=meeting, occasion=occasion, channel=channel)
        message.meeting = meeting
        if not message.edited:
            try:
                message.compose(now=now, more=more)
            except IntegrityError:
                # Another window made the draft in the same moment.
                message = there.get()
                message.meeting = meeting
        return message

    def compose(self, *, now: datetime, more: Mapping[str, Any] | None = None) -> None:
        """Draft the words anew from what is known now; what the student wrote in this draft goes."""
        facts = gather(self.meeting, self.occasion, now=now, more=more)
        own = Template.recent(self.occasion, self.channel)
        new = compose(self.occasion, self.channel, facts, Centre.recent().policy, own)
        # A note on LinkedIn has no room for it, unless the student puts it in.
        linked = self.may_hold_link and self.channel == Channel.EMAIL and "reply" in self.meeting.has
        words = (new.subject[:200], with_line(new.body, self._link_line) if linked else new.body, 0)
        times_put = remembered(self.times_put, put_into(new.body, facts.windows))
        if self.pk is None or (self.subject, self.body, self.revision) != words or self.times_put != times_put:
            self.subject, self.body, self.revision = words
            self.times_put, self.before_mend = times_put, None
            written = ["subject", "body", "revision", "times_put", "before_mend"]
            with transaction.atomic():
                self.save(update_fields=None if self.pk is None else written)

    @property
    def _link_line(self) -> str:
        return CHANGE_LINE if self.occasion == self.Occasion.CONFIRM else LINE

    def redraft(self, *, now: datetime) -> None:
        """Draft the words anew; what the student wrote can be taken back, as after a mending (`unmend`)."""
        with transition(self):
            before = {name: getattr(self, name) for name in self.worded} if self.edited else None
            self.compose(now=now)
            self.before_mend = before
            self.save(update_fields=["before_mend"])

    def reword(self, *, seen: Version | None, subject: str, body: str) -> None:
        """Write it in the student's own words, without the secret of a link. Raises Message.Stale, AlreadySent."""
        words: dict[str, Any] = {"subject": without_links(subject), "body": without_links(body)}
        with transition(self):
            if not self._went_in(words):
                self.revise_fields(seen=seen, **words)

    def _went_in(self, words: Mapping[str, str]) -> bool:
        """Whether it was sent, in these `words`. Raises AlreadySent where it was in others."""
        if self.sent_at is not None and self.differs(words, seen=None):
            raise self.AlreadySent
        return self.sent_at is not None

    def add_link(self) -> None:
        """Give the link its place again in a letter that has none. Raises AlreadySent."""
        with transition(self):
            if self.sent_at is not None:
                raise self.AlreadySent
            self.revise_fields(seen=None, body=with_line(self.body, self._link_line))

    def lacks(self, times: Sequence[str]) -> bool:
        """Whether it is a mail in the student's own words and does not name these `times`, said in words."""
        return self.channel == Channel.EMAIL and self.edited and bool(times) and not named(self.body, times)

    def may_renew_times(self, times: Sequence[str]) -> bool:
        """Whether a sentence about times that was put into it stands there still, and says other `times`."""
        renewed = self.is_own_request and exchanged(self.body, self.times_put, times)[0] != self.body
        # Where it has room for the first of them alone, it is still right.
        return renewed and not says_first(self.body, times)

    @property
    def is_own_request(self) -> bool:
        """Whether it is a request that waits, in the student's own words."""
        return self.occasion == Occasion.REQUEST and self.edited and self.sent_at is None

    def name_times(self, times: Sequence[str]) -> None:
        """Name `times` in the place of those that were put in before, or beside its words; without, those go.

        `unmend` takes it back. Raises AlreadySent.
        """
        with transition(self):
            if self.sent_at is not None:
                raise self.AlreadySent
            body, put = exchanged(self.body, self.times_put, times)
            if times and not named(body, times):
                body, put = with_times(body, times)
            was = {name: getattr(self, name) for name in self.worded}
            self.revise_fields(seen=None, body=body, times_put=remembered(self.times_put, put), before_mend=was)

    @classmethod
    def follow_times(cls, meeting: Meeting, times: Sequence[str]) -> None:
        """Exchange the sentence about the times on offer in requests whose other words are the student's own."""
        for message in cls.objects.drafts().filter(meeting=meeting, occasion=Occasion.REQUEST, revision__gt=0):
            with transition(message):
                body, put = exchanged(message.body, message.times_put, times)
                words: dict[str, Any] = {"body": body, "times_put": remembered(message.times_put, put)}
                if was := message.before_mend:
                    # What was mended can still be taken back, and then names these times too.
                    earlier, put = exchanged(was["body"], message.times_put, times)
                    words |= {"before_mend": {**was, "body": earlier}, "times_put": remembered(words["times_put"], put)}
                message.revise_fields(seen=None, **words)

    def send(
        self,
        *,
        now: datetime,
        on: date | None = None,
        seen: Version | None = None,
        subject: str | None = None,
        body: str | None = None,
    ) -> None:
        """Say that it was sent, in these words (as `reword` takes them) or as it stands, and what follows from that.

        In: `on` the day on which it went, where that was not today.

        A request asks, a nudge nudges, a final message closes, a thank-you thanks: the verb of that name sets the
        conversation's columns (for a request `asked_at` and `asked_by`), wakes it where it rested (thanks do not), puts
        a touch on the timeline and sends the event of its name. A letter without a verb, as a reply to a no or asking
        again after "later", leaves a touch alone (`_record`). Behind every letter goes the event `sent`.

        followups/receivers.py hears: asked and nudged open NUDGE, the request ELSE besides; after the last nudge by the
        policy CLOSE or ELSE opens instead. Closed: CLOSE is done. Thanked: THANK is done, KEEP opens. Touched, by every
        letter: KEEP begins anew, and by asking AGAIN is done. Sent: CONFIRM, REPLY or REPORT is done; keeping in touch
        puts off what they promised, and on LinkedIn does CONNECT. meetings/receivers.py lets the link out that the
        letter holds. No mail leaves here: Dispatch.send does that. Nothing takes it back: it went.

        A second time in the same words changes nothing. Refused before the first write: by the conversation, as its
        verb says (asked, answered, closed, thanked already; cancelled; not asked or not held yet), where the recipient
        wants Quiet, and with StillToCome, BeforeThat, Message.Stale or AlreadySent.
        """
        given = {"subject": subject, "body": body}
        words = {name: without_links(value) for name, value in given.items() if value is not None}
        with transition(self.meeting, self):
            if self._went_in(words):
                return
            # Whatever refuses it refuses before the first write: Stale here, what the conversation says below.
            self.differs(words, seen=seen)
            at = self.moment_of(on, now=now)
            self._follow(now=at)
            self.revise_fields(seen=seen, also={"sent_at": at}, **words)
            events.sent.send(type(self), message=self, meeting=self.meeting, now=at)

    def moment_of(self, on: date | None, *, now: datetime) -> datetime:
        """When it went, for a day that somebody names: today `now`, before today noon, or the last act of that day.

        Raises Meeting.StillToCome, BeforeThat.
        """
        if on is None or on == timezone.localdate(now):
            return now
        if on > timezone.localdate(now):
            raise Meeting.StillToCome
        meeting = self.meeting
        acts = [meeting.begun_at, meeting.asked_at, meeting.nudged_at, meeting.answered_at, meeting.held_at]
        if self.occasion == Occasion.CONFIRM:
            # It confirms the time as it stands, so it went after that was settled.
            acts.append(meeting.modified_at)
        last = max(at for at in acts if at is not None)
        if on < timezone.localdate(last):
            raise Meeting.BeforeThat
        return max(last, datetime.combine(on, time(12), tzinfo=timezone.get_current_timezone()))

    def _follow(self, *, now: datetime) -> None:
        meeting = self.meeting
        if self.occasion == Occasion.REQUEST:
            meeting.ask(now=now, channel=self.channel)
        elif self.occasion == Occasion.NUDGE and meeting.answer != meeting.Answer.LATER:
            meeting.nudge(now=now)
        else:
            meeting.may_be_written_to(self.recipient)
            self._record(now=now)

    def _record(self, *, now: datetime) -> None:
        """What follows from a message that asks for nothing."""
        meeting = self.meeting
        if self.occasion == Occasion.CLOSE and meeting.answered_at is None:
            meeting.close(now=now)
        elif self.occasion == Occasion.THANKS:
            meeting.thank(now=now)
        else:
            if self.occasion == Occasion.CANCEL:
                meeting.note_cancellation(now=now)
            kind, words = {
                Occasion.NUDGE: (Touch.Kind.ASKED, _("Asked again")),
                Occasion.CLOSE: (Touch.Kind.NOTE, _("Sent a kind reply")),
                Occasion.CONFIRM: (Touch.Kind.NOTE, _("Confirmed time and place")),
                Occasion.MOVE: (Touch.Kind.NOTE, _("Asked for another time")),
                Occasion.CANCEL: (Touch.Kind.NOTE, _("Sent the cancellation")),
                Occasion.KEEP: (Touch.Kind.KEPT, _("Kept in touch")),
                Occasion.REPORT: (Touch.Kind.KEPT, _("Told them how it went")),
            }[Occasion(self.occasion)]
            Touch.log(self.recipient, kind, at=now, words=words, link=meeting.get_absolute_url())
