"""The contact's reply to one request: the times a student offers, the links by which the contact answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from operator import itemgetter
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from centre.one_owner import OneOwner
from contacts.models import Touch
from core.apart import refuse_bad, work_apart
from core.columns import kept_columns, restored_columns
from core.links import hashed
from core.locking import locked, transition
from core.models import Mail
from meetings.facts import in_letter
from meetings.link_line import address
from meetings.models.answering import MOST_NAMED
from meetings.models.link import Link
from meetings.models.meeting import Meeting, OfMeetingQuerySet
from meetings.models.message import Message
from meetings.models.offer import MOST_OFFERS, Offer
from meetings.models.replying import Replying

LASTS = timedelta(days=60)
AFTER_THE_LAST = timedelta(days=1)
# A link that waits in a letter lasts as long as one that is made today; it is prolonged once a day at most.
PROLONGED_AFTER = timedelta(days=1)
# How long offering other times, and taking a link back, can be undone.
UNDONE_WITHIN = timedelta(days=1)
# So many times that were on offer are known again by their pk.
MOST_BEFORE = 200
# What offering other times changes in the row.
OFFERED = (
    *("made_at", "expires_at", "withdrawn_at", "show_address", "answer", "answered_at", "noted_at", "zone", "mode"),
    "mailed_in",
    *("place", "line", "proposed_at", "proposed_day", "proposed_part", "named", "named_reach", "may_use_name"),
)


class ReplyQuerySet(OfMeetingQuerySet["Reply"]):
    def answered(self) -> Self:
        """Those whose answer the student has not noted yet, the latest first."""
        return self.filter(noted_at=None).exclude(answer="").order_by("-answered_at", "-pk")

    def brought_by(self, mail: Mail) -> Self:
        """What `mail` brings the student, oldest first: at a second attempt the same, and each answer by one mail."""
        rows = self.answered().filter(meeting__owner=mail.member_id).order_by("answered_at", "pk")
        again = rows.filter(mailed_in=mail.message_id)
        return again if again.exists() else rows.filter(mailed_in="", answered_at__gte=mail.posted_at)


class Reply(Replying):
    """What the contact's page is about; one for each conversation."""

    class TooMany(Meeting.Refused):
        """More times than anybody reads."""

        sentence = _("You can offer up to five times. Remove some.")

    class Overlap(Meeting.Refused):
        """Two of the offered times are at the same hour."""

        sentence = _("Two of these times overlap. Change one of them.")

    class NothingBefore(Meeting.Refused):
        """They answered since, or it is too long ago."""

        sentence = _("You can’t undo this any more. They’ve replied since, or it was more than a day ago.")

    class NoProposal(Meeting.Refused):
        """There is no exact time to take up."""

        sentence = _("They haven’t suggested an exact time, or it’s already settled. Offer some times instead.")

    objects = ReplyQuerySet.as_manager()

    # What `on_offer` found, for as long as the row is in hand.
    _on_offer: "list[Offer] | None" = None

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="reply_answer_has_a_time",
            ),
            models.CheckConstraint(condition=Q(named="") | Q(answer="named"), name="reply_name_is_an_answer"),
            models.CheckConstraint(condition=Q(people_named__lte=MOST_NAMED), name="reply_names_few"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="reply_ends_after_it_began"),
            OneOwner(name="reply_one_owner", paths=("meeting__owner",)),
        ]
        indexes = [
            models.Index(fields=["-answered_at"], condition=Q(noted_at=None) & ~Q(answer=""), name="reply_unseen")
        ]

    def __str__(self) -> str:
        return str(self.meeting)

    @classmethod
    def behind(cls, secret: str, *, now: datetime) -> "Reply | None":
        """The reply to which `secret` leads: the door of whoever holds a link; None for any other secret."""
        held = Link.objects.working().filter(hash=hashed(secret))
        rows = cls.objects.filter(links__in=held, meeting__owner__is_active=True)
        found = rows.select_related("meeting__contact", "meeting__owner").first()
        return found if found and found.is_open(now) else None

    @classmethod
    def offer(
        cls, meeting: Meeting, *, now: datetime, times: Sequence[datetime], show_address: bool = False
    ) -> "Reply":
        """Offer these moments, in this order, in the place of earlier ones; the question is then open again.

        Raises Meeting.Quiet, AlreadyHeld, Cancelled, Past, Clash, and Reply.TooMany, Overlap.
        """
        with meeting.transition("offer", now=now):
            meeting.may_be_written_to()
            _check(meeting, times, now=now)
            last = max(times, default=now) + AFTER_THE_LAST
            values: dict[str, Any] = {"made_at": now, "expires_at": max(now + LASTS, last), "withdrawn_at": None}
            values["show_address"] = show_address
            reply, made = cls.objects.get_or_create(meeting=meeting, defaults=values)
            reply.meeting = meeting
            if not made:
                with transition(reply):
                    before = reply._before_offer(times)
                    for name, value in values.items():
                        setattr(reply, name, value)
                    reply.save(update_fields=list(values))
                    reply._answer("", now=now, before_offer=before)
            reply._put_on_offer(times)
        return reply

    def unoffer(self, *, now: datetime) -> None:
        """Put back on offer what was before, and their answer to it.

        Raises Reply.NothingBefore, Meeting.Quiet, AlreadyHeld, Cancelled.
        """
        with self.meeting.transition("offer", now=now), transition(self):
            self.meeting.may_be_written_to()
            if not self.may_unoffer(now):
                raise self.NothingBefore
            before: dict[str, Any] = self.before_offer or {}
            new = {**restored_columns(type(self), before["reply"]), "before_offer": None, "version": self.version + 1}
            if self.links.working().exists():
                # It was made since, and has nothing to do with the times.
                new["withdrawn_at"] = None
            for name, value in new.items():
                setattr(self, name, value)
            self.save(update_fields=list(new))
            self._put_on_offer([datetime.fromisoformat(at) for at in before["times"]])

    @classmethod
    def forget_earlier(cls, *, now: datetime) -> None:
        """Let go of what can no longer be put back on offer. Raises BadRows."""
        late = cls.objects.filter(before_offer__isnull=False, made_at__lt=now - UNDONE_WITHIN)

        def forget(ids: list[int]) -> None:
            late.filter(pk__in=ids).update(before_offer=None)

        refuse_bad("reply", work_apart("reply", late.order_by("pk").values_list("pk", flat=True), forget, batch=1000))

    def _before_offer(self, times: Sequence[datetime]) -> dict[str, Any] | None:
        """What stands as long as other `times` do not take its place; None where that changes nothing."""
        present = list(self.offers.order_by("position").values_list("starts_at", flat=True))
        if not self.answer and present in ([], list(times)):
            return None
        return {"reply": kept_columns(self, OFFERED), "times": [at.isoformat() for at in present]}

    def _put_on_offer(self, times: Sequence[datetime]) -> None:
        """A time that stays, or was on offer at any time before, has its pk again, for their open page."""
        if self.meeting.asked_at is None:
            Message.follow_times(self.meeting, in_letter(self.meeting, times))
        known = {**_moments(self.offered_before), **dict(self.offers.values_list("starts_at", "pk"))}
        self.offers.all().delete()
        Offer.objects.bulk_create(
            Offer(pk=known.get(at), reply=self, position=position, starts_at=at)
            for position, at in enumerate(times, start=1)
        )
        known |= dict(self.offers.values_list("starts_at", "pk"))
        newest = sorted(known.items(), key=itemgetter(1))[-MOST_BEFORE:]
        self.offered_before = {at.isoformat(): pk for at, pk in newest}
        self.save(update_fields=["offered_before"])

    @classmethod
    def of(cls, meeting: Meeting, *, now: datetime) -> "Reply":
        """The reply of `meeting`; one without times where the contact answers by another way than its page."""
        values = {"made_at": now, "expires_at": now + LASTS}
        reply = cls.objects.get_or_create(meeting=meeting, defaults=values)[0]
        reply.meeting = meeting
        return reply

    @classmethod
    def prepare(cls, meeting: Meeting, *, now: datetime) -> None:
        """Have a link that a letter of `meeting` can take along; none is made where the student took theirs back.

        Raises Meeting.Quiet, Cancelled.
        """
        with meeting.transition("link", now=now):
            meeting.may_be_written_to()
            reply = cls.of(meeting, now=now)
            with transition(reply):
                reply._have_link(now)

    @classmethod
    def let_out(cls, meeting: Meeting, *, now: datetime) -> None:
        """Say that the link leaves for the contact, in a letter or passed on by hand."""
        with transition(meeting):
            reply = cls.of(meeting, now=now)
            with transition(reply):
                reply._have_link(now)
                reply.links.working().filter(out_at=None).update(out_at=now)

    def _have_link(self, now: datetime) -> None:
        if self.withdrawn_at is None:
            self._prolong(now)
            if not self.secret:
                Link.make(self, now=now)
            # Whoever shows it reads anew what leads here.
            del self.working_links

    def _prolong(self, now: datetime) -> None:
        if self.expires_at + PROLONGED_AFTER < now + LASTS:
            self.expires_at = now + LASTS
            self.save(update_fields=["expires_at"])

    @cached_property
    def working_links(self) -> list[Link]:
        """Those that lead here, the newest first: read once for a page that tells of them in several places."""
        return list(self.links.working().newest_first())

    @property
    def is_out(self) -> bool:
        """Whether a link that works left the student's hands."""
        return any(link.out_at for link in self.working_links)

    @property
    def secret(self) -> str:
        """The secret of the newest link that works and can be told again; "" where there is none."""
        return next((link.secret for link in self.working_links if link.seed), "")

    @classmethod
    def address_for(cls, message: Message, *, now: datetime) -> str:
        """The address that `message` has a place for; "" where it has none, or no link works that can be told.

        Whoever gave the name gets no link to the page of the one who was named.
        """
        if not message.holds_link or message.recipient != message.meeting.contact:
            return ""
        reply: Reply | None = getattr(message.meeting, "reply", None)
        secret = reply.secret if reply and reply.is_open(now) else ""
        return address(secret) if secret else ""

    @classmethod
    def link_anew(cls, meeting: Meeting, *, now: datetime) -> None:
        """Have a new link to the page of `meeting`; those before end. Raises Meeting.Quiet, Cancelled."""
        with meeting.transition("link", now=now):
            meeting.may_be_written_to()
            cls.of(meeting, now=now).make_link(now=now)

    def make_link(self, *, now: datetime) -> str:
        """The secret of a new link; the links before it end. Raises Meeting.Quiet, Cancelled."""
        with self.meeting.transition("link", now=now), transition(self):
            self.meeting.may_be_written_to()
            self.links.working().update(ended_at=now)
            if self.withdrawn_at is not None:
                self.withdrawn_at = None
                self.save(update_fields=["withdrawn_at"])
            self._prolong(now)
            return Link.make(self, now=now).secret

    def withdraw(self, *, now: datetime) -> None:
        """Take every link back; whoever opens one finds that it leads nowhere."""
        with transition(self):
            self.close_links(now=now)

    def relink(self, *, now: datetime) -> None:
        """Let the links that were taken back lead here again. Raises Reply.NothingBefore, Meeting.Quiet."""
        with transition(self.meeting, self):
            self.meeting.may_be_written_to()
            if not self.may_relink(now):
                raise self.NothingBefore
            self.links.filter(ended_at__gte=self.withdrawn_at).update(ended_at=None)
            self.withdrawn_at = None
            self.save(update_fields=["withdrawn_at"])

    def may_relink(self, now: datetime) -> bool:
        """Whether links were taken back a short while ago, and they were not the last to act."""
        own = self.answer not in {self.Answer.QUIET, self.Answer.ERASED}
        return own and self.withdrawn_at is not None and now <= self.withdrawn_at + UNDONE_WITHIN

    def may_unoffer(self, now: datetime) -> bool:
        """Whether other times took the place of what was on offer a short while ago."""
        return self.before_offer is not None and now <= self.made_at + UNDONE_WITHIN

    def close_links(self, *, now: datetime) -> None:
        """Nothing leads here any more."""
        self.withdrawn_at = self.withdrawn_at or now
        self.save(update_fields=["withdrawn_at"])
        self.links.working().update(ended_at=now)

    def accept_proposal(self, *, now: datetime) -> None:
        """Arrange the time that the contact proposed, at the place they named or else the student's own.

        Raises Reply.NoProposal, Meeting.Past, Clash, AlreadyHeld, Cancelled.
        """
        with self.meeting.transition("arrange", now=now), transition(self):
            if not self.waits or self.proposed_at is None:
                raise self.NoProposal
            mode = self.mode or self.meeting.mode or Meeting.Mode.ONLINE
            self._arrange(self.proposed_at, now=now, zone=self.zone, mode=mode, place=self.place, by=Touch.By.STUDENT)
            # The times that were on offer before did not suit them.
            self._put_on_offer([])

    @classmethod
    def mark_mailed(cls, rows: ReplyQuerySet, mail: Mail) -> "list[Reply]":
        """Say of `rows`, in the transaction of whoever asks, that `mail` brings them; gives them with their people."""
        pks = list(locked(rows).values_list("pk", flat=True))
        found = cls.objects.filter(pk__in=pks)
        found.update(mailed_in=mail.message_id)
        return list(found.select_related("meeting__contact", "meeting__owner").order_by("answered_at", "pk"))

    def mark_seen(self, *, now: datetime) -> None:
        """The student has seen the answer."""
        with transition(self.meeting, self):
            self.noted_at = now
            self.save(update_fields=["noted_at"])

    def is_open(self, now: datetime) -> bool:
        """Whether its links still lead here: not withdrawn, and neither their time nor the arranged one is over."""
        meeting, until = self.meeting, self.expires_at
        if meeting.stands and meeting.starts_at is not None:
            until = max(until, meeting.starts_at + AFTER_THE_LAST)
        return self.withdrawn_at is None and now < until

    def chosen(self, offer: int, *, now: datetime) -> datetime:
        """The moment of the offered time whose pk is `offer`. Raises Gone, Past, Taken."""
        found = self.offers.filter(pk=offer).first()
        if found is None:
            raise self.Gone
        if found.starts_at <= now:
            raise self.Past
        if found not in self.still_free(now=now):
            raise self.Taken
        return found.starts_at

    def is_arranged(self, offer: int) -> bool:
        """Whether the offered time whose pk is `offer` is the one that was arranged."""
        at = self.meeting.starts_at
        return at is not None and self.offers.filter(pk=offer, starts_at=at).exists()

    def still_free(self, *, now: datetime) -> "list[Offer]":
        """The offered times that are still to come and at which the student has no other conversation."""
        others = Meeting.objects.booking(self.meeting.owner_id).exclude(pk=self.meeting_id)
        meanwhile = others.filter(
            starts_at__lt=OuterRef("starts_at") + self.meeting.duration, ends_at__gt=OuterRef("starts_at")
        )
        return list(self.offers.filter(~Exists(meanwhile), starts_at__gt=now).order_by("position", "pk"))

    def on_offer(self, *, now: datetime) -> "list[Offer]":
        """What `still_free` gives, asked once for a page that tells it in several places."""
        if self._on_offer is None:
            self._on_offer = self.still_free(now=now)
        return self._on_offer

    def gone(self, *, now: datetime) -> list[datetime]:
        """The offered times that are past, or at which the student has another conversation meanwhile."""
        there = {one.pk for one in self.on_offer(now=now)}
        return [one.starts_at for one in self.offers.order_by("position") if one.pk not in there]


def _moments(kept: Mapping[str, int]) -> dict[datetime, int]:
    """The times of `offered_before` with the pk that each had."""
    return {datetime.fromisoformat(at): pk for at, pk in kept.items()}


def _check(meeting: Meeting, times: Sequence[datetime], *, now: datetime) -> None:
    """Raises what keeps these times from being offered."""
    if len(times) > MOST_OFFERS:
        raise Reply.TooMany
    if any(at <= now for at in times):
        raise Meeting.Past
    ordered = sorted(times)
    if any(later - earlier < meeting.duration for earlier, later in pairwise(ordered)):
        raise Reply.Overlap
    others = Meeting.objects.booking(meeting.owner_id).exclude(pk=meeting.pk)
    for at in times:
        if others.filter(starts_at__lt=at + meeting.duration, ends_at__gt=at).exists():
            raise Meeting.Clash
