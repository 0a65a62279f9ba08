"""A request that the centre's own mail server carries, one at a time, where the centre allows it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.models import Centre
from centre.one_owner import OneOwner
from contacts.models import Contact
from core import times
from core.locking import locked, transition
from core.models import Version
from core.models.mail import letter_once
from core.outbox import Attachment, Outgoing, post
from meetings.facts import gone_in_letter
from meetings.models.meeting import Meeting
from meetings.models.message import Message
from meetings.times_line import names_any

KIND = "letter"


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def before(self, message: Message) -> Self:
        """The letters of its conversation that went to the same person before `message`, the first of them first."""
        same = self.filter(message__meeting=message.meeting_id, message__sent_at__lt=message.sent_at)
        same = same.exclude(mail_name="")
        # Whoever gave a name is written to about somebody else, and sees nothing of what was written to them.
        report = Q(message__occasion=Message.Occasion.REPORT)
        apart = message.occasion == Message.Occasion.REPORT
        return same.filter(report if apart else ~report).order_by("message__sent_at", "pk")

    def answered_by(self, names: Iterable[str]) -> "Dispatch | None":
        """The letter that a mail answers which says that it answers the mails called `names`."""
        people = self.select_related("message__meeting__contact__referred_by", "message__meeting__owner")
        return people.exclude(mail_name="").filter(mail_name__in=[*names]).order_by("-message__sent_at", "-pk").first()


class Dispatch(models.Model):
    """That the centre sent a letter; the number says which of its student’s on that day it was."""

    class NotAllowed(Meeting.Refused):
        """The centre leaves sending to the student."""

        sentence = _("Your centre doesn’t send messages for you. Send it from your own email, then mark it as sent.")

    class NoAddress(Meeting.Refused):
        """There is nowhere to send it."""

        sentence = _("We don’t have an email address for them. Add it on their page first.")

    class Enough(Meeting.Refused):
        """As many as the centre sends in a day."""

        sentence = _("You’ve reached today’s limit. Send this one tomorrow, or from your own email.")

    class TimeGone(Meeting.Refused):
        """A request names a time on offer that is past or taken by now."""

        sentence = _("Your message mentions a time that has passed or is taken. Change it before you send it.")

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="dispatch")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    number = models.PositiveSmallIntegerField()
    # The Message-ID of the letter: the next one names it, and answers do, also when the mail itself has long been
    # forgotten. Empty where the letter went before this was kept.
    mail_name = models.CharField(max_length=200, blank=True, default="")

    objects = DispatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "day", "number"], name="dispatch_numbered_each_day"),
            models.UniqueConstraint(fields=["mail_name"], condition=~Q(mail_name=""), name="dispatch_mail_name"),
            OneOwner(name="dispatch_one_owner", paths=("owner", "message__meeting__owner")),
        ]

    def __str__(self) -> str:
        return f"{self.message} ({self.day}, {self.number})"

    @classmethod
    def send(
        cls,
        message: Message,
        *,
        by: User,
        now: datetime,
        attachments: Iterable[Attachment] = (),
        seen: Version | None = None,
        subject: str | None = None,
        body: str | None = None,
    ) -> None:
        """Have the centre send the letter, in these words as Message.send takes them.

        All of it or nothing: one transaction. A second time in the same words changes nothing.
        Raises Dispatch.NotAllowed, NoAddress, TimeGone, Enough, and what Message.send raises.
        """
        centre, contact = Centre.current(), message.recipient
        if not centre.sends_for_students:
            raise cls.NotAllowed
        if message.channel != Contact.Channel.EMAIL or not contact.email:
            raise cls.NoAddress
        with transition(message.meeting, message):
            if message.sent_at is not None:
                message.send(now=now, seen=seen, subject=subject, body=body)
                return
            asks = message.occasion == Message.Occasion.REQUEST
            if asks and names_any(message.body if body is None else body, gone_in_letter(message.meeting, now=now)):
                raise cls.TimeGone
            # One letter after the other: each has a number of its day.
            locked(User.objects.only("pk")).get(pk=by.pk)
            # The centre's day: each student sets their own zone, and could have a second day in this one.
            day = now.astimezone(times.zone(centre.time_zone)).date()
            number = cls.objects.filter(owner=by, day=day).count() + 1
            if number > centre.sends_a_day:
                raise cls.Enough
            message.send(now=now, seen=seen, subject=subject, body=body)
            mail = post(
                Outgoing(
                    to=contact.email,
                    kind=KIND,
                    member_id=by.pk,
                    reply_to=by.email,
                    once=letter_once(message.pk),
                    writer=KIND,
                    about={"message": message.pk},
                    attachments=tuple(attachments),
                ),
                now=now,
            )
            cls.objects.create(message=message, owner=by, day=day, number=number, mail_name=mail.message_id)
