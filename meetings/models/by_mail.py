"""The address that a contact leaves on their page: their answer and its time go there, and nothing else.

Nothing proves that the address is theirs, so no mail to it holds a word that somebody typed but the place, or a link
by which to answer (docs/decisions/0061-what-an-answer-is-mailed.md).
"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models import Quiet
from core import limits
from core.apart import refuse_bad, work_apart
from core.keys import email_key
from core.links import hashed
from core.locking import transition
from core.models import Mail
from core.models.mail import COPY
from core.outbox import Outgoing, post
from meetings.models.answering import Answering

# Mails that somebody asks for by typing an address, a day: about one conversation, and to one address.
MOST_ASKED, MOST_TO = 5, 3
# Times that follow each other faster are told an hour later, the last of them only.
MOST_CHANGES = 5
DAY_IN_MINUTES = 24 * 60
# As long as a mail may wait for a server (core/models/mail.py).
FORGOTTEN_AFTER = timedelta(days=3)
WRITER = "meetings.copy"


class ByMail(Answering):
    """The verbs about that address."""

    class NothingToSend(Answering.Refused):
        """There is no answer yet, or it is over."""

        sentence = _("There’s nothing to send yet. Please reply first.")

    class Unwanted(Answering.Refused):
        """Who reads mail there asked to be left alone."""

        sentence = _("We can’t send anything to this address. Please use another one.")

    class TooOften(Answering.Refused):
        """More mails than anybody needs."""

        sentence = _("We’ve sent this several times today. Please try again tomorrow.")

    # Shown to nobody: neither to the student nor to the director.
    mail_to = models.EmailField(max_length=254, blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def send_to(self, address: str, *, now: datetime) -> None:
        """Mail the answer that stands to `address`, and later a change of its time.

        Raises Ended, NothingToSend, Unwanted, TooOften.
        """
        with transition(self.meeting, self):
            if not self.is_open(now):
                raise self.Ended
            if not self.answer or self.answer in {self.Answer.QUIET, self.Answer.ERASED}:
                raise self.NothingToSend
            if Quiet.holds(self.meeting.contact) or Quiet.holds_address(address):
                raise self.Unwanted
            counted = {f"copies:{self.pk}": MOST_ASKED, f"copies-to:{email_key(address)}": MOST_TO}
            for key, most in counted.items():
                if not limits.take(key, rate_per_minute=most / DAY_IN_MINUTES, burst=most, now=now):
                    raise self.TooOften
            self.mail_to = address
            self.save(update_fields=["mail_to"])
            self._post_copy(now)

    def mail_change(self, *, now: datetime) -> None:
        """The time was changed or called off: mail it to whoever left an address."""
        if self.mail_to and self.meeting.sequence is not None:
            at_once = limits.take(f"copies-of:{self.pk}", rate_per_minute=1 / 60, burst=MOST_CHANGES, now=now)
            self._post_copy(now, not_before=now if at_once else now + timedelta(hours=1))

    def stop_mails(self) -> None:
        """Send nothing more. Twice is once."""
        with transition(self.meeting, self):
            self.forget_address()

    def forget_address(self) -> None:
        """Let go of the address, and of every mail that went or is to go there; within a transition."""
        Mail.drop(Mail.objects.filter(kind=COPY, about__reply=self.pk))
        self.mail_to = ""
        self.save(update_fields=["mail_to"])

    @property
    def sign_of_address(self) -> str:
        """By what a link knows that it is about the address that stands here now."""
        return hashed(self.mail_to)[:16]

    @classmethod
    def forget_addresses(cls, *, now: datetime) -> None:
        """Let go of the addresses at which nothing can change any more. Raises BadRows."""
        ago = now - FORGOTTEN_AFTER
        no_time = Q(meeting__starts_at=None) | Q(meeting__starts_at__lt=ago)
        over = Q(meeting__cancelled_at__lt=ago) | Q(meeting__held_at__lt=ago) | Q(meeting__ends_at__lt=ago)
        over |= no_time & (Q(expires_at__lt=ago) | Q(withdrawn_at__lt=ago))
        rows = cls._base_manager.exclude(mail_to="").filter(over).order_by("pk")

        def forget(ids: list[int]) -> None:
            Mail.drop(Mail.objects.filter(kind=COPY, about__reply__in=ids))
            cls._base_manager.filter(pk__in=ids).update(mail_to="")

        refuse_bad("reply", work_apart("reply", rows.values_list("pk", flat=True), forget, batch=1000))

    def _post_copy(self, now: datetime, *, not_before: datetime | None = None) -> None:
        # What it says is written as it leaves (meetings/copies.py), where nothing newer took its place.
        about = {"reply": self.pk, "sequence": self.meeting.sequence}
        post(Outgoing(to=self.mail_to, kind=COPY, writer=WRITER, about=about, not_before=not_before), now=now)
