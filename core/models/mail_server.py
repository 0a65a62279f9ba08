"""How the mail server does: whether it takes mails, or is set up so that nothing can leave and the queue is held."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.keys import email_key
from core.locking import transition
from core.models.mail import IN_A_ROW, WHY_LENGTH, Mail

# While the queue is held one mail at a time tries whether the server takes it again, after these pauses.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 2, 5, 10, 15))
# A server that is only away is said after as long as a mail may wait (core/health.py); what it refused is said at once.
AWAY_FOR = timedelta(minutes=15)
_ADDRESS = re.compile(r"[^\s<>()\"',;:]{1,64}@[^\s<>()\"',;:]{1,255}")


class MailServer(models.Model):
    """What the worker last met there; one row. Nothing is written to it while all is well."""

    class Fault(models.TextChoices):
        """What kept every mail from leaving."""

        AWAY = "away", _("We can’t reach the mail server.")
        TALK = "talk", _("The mail server won’t talk to Halfhour.")
        SIGN_IN = "sign_in", _("The mail server doesn’t accept the user name or password in EMAIL_URL.")
        SENDER = "sender", _("The mail server doesn’t accept the sender in MAIL_FROM.")
        RECIPIENTS = "people", _("The mail server refused several recipients in a row.")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    # The mails refused since somebody was last accepted: too few, so far, to doubt the server.
    refused = models.JSONField(blank=True, default=list)
    # When somebody was accepted after mails had been refused, or the queue been held.
    accepted_at = models.DateTimeField(null=True, blank=True)
    held_since = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=10, choices=Fault, blank=True)
    why = models.CharField(max_length=WHY_LENGTH, blank=True)

    objects: models.Manager["MailServer"] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="mailserver_is_one"),
            models.CheckConstraint(
                condition=Q(held_since=None, next_try_at=None, fault="")
                | (Q(held_since__isnull=False, next_try_at__isnull=False) & ~Q(fault="")),
                name="mailserver_held_for_a_fault",
            ),
        ]

    def __str__(self) -> str:
        return str(self.sentence)

    @classmethod
    def current(cls) -> "MailServer":
        """The one row, or a blank one where nothing was noted yet."""
        return cls.objects.filter(pk=1).first() or cls()

    @property
    def sentence(self) -> str | Promise:
        """What is wrong; empty while mails leave."""
        return self.Fault(self.fault).label if self.fault else ""

    def may_be_tried(self, now: datetime) -> bool:
        """Whether a mail may be sent now: the queue is not held, or the next trial is due."""
        return self.next_try_at is None or self.next_try_at <= now

    def is_to_be_told(self, now: datetime) -> bool:
        """Whether somebody has to look after it: a server that is only away for a moment comes back by itself."""
        if self.held_since is None:
            return False
        return self.fault != self.Fault.AWAY or now - self.held_since >= AWAY_FOR

    def hold(self, fault: str, *, why: str, now: datetime) -> None:
        """Keep every mail back until the next trial, because of `fault` (of Fault); `why` in the server's words."""
        with self._transition():
            self._hold(fault, why, now)

    def accept(self, *, now: datetime) -> None:
        """It took a mail: whatever is refused from now on is refused for good."""
        if not self.refused and self.held_since is None:
            return
        with self._transition():
            free = {"held_since": None, "next_try_at": None, "tries": 0, "fault": "", "why": ""}
            self._write(accepted_at=now, refused=[], **free)

    def refuse(self, mail: Mail, *, why: str, now: datetime) -> None:
        """It refused `mail` for good; with those refused just before, that may be the server's own fault.

        Then all of them wait again and the queue is held. A mail that was doubted once is not doubted a second time
        once somebody else was accepted.
        """
        with self._transition():
            mail.refuse(why=why, now=now)
            if mail.doubted_at and self.accepted_at and mail.doubted_at <= self.accepted_at:
                return
            refused = [*self.refused, mail.pk]
            row = Mail.objects.filter(pk__in=refused)
            if self.held_since is not None or len({email_key(mail.to) for mail in row}) >= IN_A_ROW:
                Mail.put_back(row, now=now)
                self._write(refused=[])
                self._hold(self.Fault.RECIPIENTS, why, now)
            else:
                self._write(refused=refused)

    def send_again(self, *, now: datetime) -> None:
        """Try at once, whatever was refused lately included: somebody has mended the server, or says so."""
        with self._transition():
            Mail.put_back(Mail.objects.filter(pk__in=self.refused), now=now)
            held = {"next_try_at": now, "tries": 0} if self.held_since is not None else {}
            self._write(refused=[], **held)

    @contextmanager
    def _transition(self) -> Iterator[None]:
        MailServer.objects.get_or_create(pk=1)
        with transition(self):
            yield

    def _hold(self, fault: str, why: str, now: datetime) -> None:
        pause = PAUSES[min(self.tries, len(PAUSES) - 1)]
        self._write(
            held_since=self.held_since or now,
            next_try_at=now + pause,
            tries=self.tries + 1,
            fault=fault,
            # Whoever watches over the installation reads it, so nobody's address stands in it.
            why=_ADDRESS.sub("…", why)[:WHY_LENGTH],
        )

    def _write(self, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        MailServer.objects.filter(pk=1).update(**facts)
