"""A mail on its way: every mail is a row, written in the same transaction as its cause."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import DatabaseError, models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, Lower
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from core.apart import is_of_the_server, refuse_bad, work_apart
from core.locking import locked, refresh_after, transition

# After each failure that may pass, the pause before the next attempt; after the last of them it is given up.
# RFC 5321, 4.5.4.1: at least 30 minutes in the long run, and four to five days until giving up is usual; a reminder
# that is two days late helps nobody, so two days here.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60))
# How long a worker may hold a mail before another takes it up, at least (see `lease`).
LEASE = timedelta(minutes=2)
# From the connection to the end of the words, with TLS and signing in: each may take settings.EMAIL_TIMEOUT.
STEPS = 12
# So many people refused or put off one after the other, with nobody accepted in between, are not the people's fault.
IN_A_ROW = 3
# How the reason begins where no letter could be made of a mail.
UNWRITTEN = "It could not be"
# So many are forgotten in one transaction.
AT_ONCE = 1000
WHY_LENGTH = 500
# The kind of a letter that the centre's server carries for a student.
LETTER = "letter"
# The kind of a mail that passes on what somebody wrote to the centre's address.
ANSWER = "answer"
# The kind of a mail to an address that somebody without an account left: only they know to whom it goes.
COPY = "copy"
KEEP_SENT, KEEP_FAILED = timedelta(days=30), timedelta(days=90)


def lease() -> timedelta:
    """How long a worker may hold a mail: longer than an attempt lasts, or a slow server would be given it twice."""
    return max(LEASE, STEPS * timedelta(seconds=settings.EMAIL_TIMEOUT))


def letter_once(number: int) -> str:
    """What keeps the letter with this `number` from leaving twice (Mail.once)."""
    return f"{LETTER}:{number}"


class MailQuerySet(models.QuerySet["Mail"]):
    def visible_to(self, user: Any) -> Self:
        """The director sees all of them, and of a student's letter not to whom; everybody else what concerns them."""
        return self.all() if getattr(user, "is_director", False) else self.filter(member_id=user.pk)

    def waiting(self) -> Self:
        """Neither accepted by a server nor at an end."""
        return self.filter(next_try_at__isnull=False)

    def longest_first(self) -> Self:
        return self.order_by("posted_at")

    def put_off_lately(self) -> Self:
        """Of those that wait, the ones of which a server said why not yet; the longest put off first."""
        return self.exclude(why="").exclude(why__startswith=UNWRITTEN).order_by("-next_try_at")

    def put_off_in_a_row(self, before: datetime) -> int:
        """How many people were put off of those posted until `before`, while nobody at all was reached since."""
        reached = Mail.objects.filter(sent_at__gte=OuterRef("posted_at"))
        rows = self.waiting().put_off_lately().filter(~Exists(reached), posted_at__lte=before)
        return rows.order_by().values("to").distinct()[:IN_A_ROW].count()

    def due(self, now: datetime) -> Self:
        """To be sent now: their time has come and no living worker holds them, the longest due first."""
        free = Q(claimed_at=None) | Q(claimed_at__lte=now - lease())
        return self.filter(free, next_try_at__lte=now).order_by("next_try_at", "pk")

    def last_of(self, kind: str, member_id: int) -> datetime | None:
        """When the last mail of `kind` to this member left or, where it waits, is to leave; None without one."""
        rows = self.filter(kind=kind, member_id=member_id)
        at: datetime | None = rows.aggregate(at=Max(Coalesce("sent_at", "next_try_at")))["at"]
        return at

    def left_since(self, at: datetime) -> Self:
        """Those that a server took from then on."""
        return self.filter(sent_at__gte=at)

    def ended_before(self, now: datetime) -> Self:
        """Long at their end: nobody needs them any more."""
        return self.filter(Q(sent_at__lt=now - KEEP_SENT) | Q(failed_at__lt=now - KEEP_FAILED))

    def of_letters(self, numbers: Iterable[int]) -> Self:
        """Those that carried the letters with these `numbers`: found by what makes each of them leave only once."""
        return self.exclude(once="").filter(once__in=[letter_once(number) for number in numbers])

    def failed(self) -> Self:
        """Those that did not reach anybody, the latest first."""
        return self.filter(failed_at__isnull=False).order_by("-failed_at", "-pk")

    def unwritten(self) -> Self:
        """Those that wait because no letter could be made of them, which is no fault of the server's; longest first."""
        # By the index of those that were put off, which are few.
        return self.waiting().exclude(why="").filter(why__startswith=UNWRITTEN).order_by("posted_at", "pk")

    def unnoticed(self) -> Self:
        """Those that reached nobody while the member whom they concern has not noticed it, the latest first."""
        return self.failed().filter(noticed_at=None)

    def failed_for(self, member: Any, *, noticed: bool = False) -> Self:
        """What concerns `member`, reached nobody, and was not noticed by them yet (or was), the latest first."""
        rows = self.failed().filter(noticed_at__isnull=False) if noticed else self.unnoticed()
        return rows.filter(member_id=member.pk)


class Mail(models.Model):
    """A mail: what it says, to whom, and how far it got.

    Acts by which one fails, is noticed or goes concern the row: a member's own row says whether one waits.
    """

    class Unclaimable(Exception):
        """The row cannot be written; `pk` is its own."""

        def __init__(self, pk: int) -> None:
            super().__init__(f"mail {pk}")
            self.pk = pk

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        REFUSED = "refused", _("refused")
        GIVEN_UP = "given_up", _("given up")

    # RFC 5322, 3.6.4. The same at every attempt, so that a repeat is recognised as the same mail.
    message_id = models.CharField(max_length=200)
    # What it is for, as its room calls it: "invitation", "digest".
    kind = models.CharField(max_length=40)
    # A second post with the same words here is the same mail: "digest:7:2026-11-24".
    once = models.CharField(max_length=120, blank=True, default="")
    # Whom it concerns: they are told when it cannot be delivered, and it goes when they go.
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    to = models.CharField(max_length=320)
    reply_to = models.CharField(max_length=320, blank=True, default="")
    subject = models.CharField(max_length=300, blank=True, default="")
    text = models.TextField(blank=True, default="")
    # Each {"name", "type", "content" in base64}, and further headers by name.
    attachments = models.JSONField(blank=True, default=list)
    headers = models.JSONField(blank=True, default=dict)
    # Who writes the text at the moment of sending, and about what: for mails that carry a link nobody may keep.
    writer = models.CharField(max_length=60, blank=True, default="")
    about = models.JSONField(blank=True, default=dict)

    posted_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    # A server refused it for good; otherwise it failed because we gave up.
    refused = models.BooleanField(default=False)
    why = models.CharField(max_length=WHY_LENGTH, blank=True, default="")
    # When its refusal was last taken for a fault of the mail server's, so that it waits again.
    doubted_at = models.DateTimeField(null=True, blank=True)
    # The member whom it concerns has read that it failed.
    noticed_at = models.DateTimeField(null=True, blank=True)
    state = models.GeneratedField(
        expression=Case(
            When(sent_at__isnull=False, then=Value("sent")),
            When(failed_at__isnull=False, refused=True, then=Value("refused")),
            When(failed_at__isnull=False, then=Value("given_up")),
            When(claimed_at__isnull=False, then=Value("sending")),
            default=Value("waiting"),
        ),
        output_field=models.CharField(max_length=10, choices=State),
        db_persist=True,
    )

    objects = MailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message_id"], name="mail_message_id"),
            models.UniqueConstraint(fields=["once"], condition=~Q(once=""), name="mail_once"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=False, failed_at=None, next_try_at=None)
                | Q(sent_at=None, failed_at__isnull=False, next_try_at=None)
                | Q(sent_at=None, failed_at=None, next_try_at__isnull=False),
                name="mail_waits_or_ended",
            ),
            models.CheckConstraint(
                condition=Q(refused=False) | Q(failed_at__isnull=False), name="mail_refused_has_failed"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(next_try_at__isnull=False), name="mail_due"),
            models.Index(fields=["posted_at"], condition=Q(next_try_at__isnull=False), name="mail_waiting"),
            models.Index(
                fields=["-next_try_at"], condition=Q(next_try_at__isnull=False) & ~Q(why=""), name="mail_put_off"
            ),
            models.Index(fields=["sent_at"], condition=Q(sent_at__isnull=False), name="mail_sent"),
            models.Index(fields=["-failed_at", "-id"], condition=Q(failed_at__isnull=False), name="mail_failed"),
            models.Index(
                fields=["member", "-failed_at"],
                condition=Q(failed_at__isnull=False, noticed_at=None),
                name="mail_failed_of",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.to}"

    @property
    def is_private(self) -> bool:
        """Whether staff do not see to whom it goes: what a member sent, or what was left to be written to."""
        return self.kind in {LETTER, COPY}

    @property
    def why_to_staff(self) -> str:
        """What the server said, without the address that it may repeat."""
        return self.why.replace(self.to, "…") if self.is_private else self.why

    @property
    def domain(self) -> str:
        """Where it goes, without saying to whom."""
        return self.to.rpartition("@")[2]

    @classmethod
    def claim(cls, *, now: datetime, doubted_last: bool = False, but: Sequence[int] = ()) -> "Mail | None":
        """Take the next due mail out of others' reach for a while, or None. Commit before it is sent.

        With `doubted_last` one that the server never refused is tried before those that it refused. Those with a pk
        in `but` are left alone. Raises Unclaimable.
        """
        due = cls.objects.due(now).exclude(pk__in=but)
        if doubted_last:
            due = due.order_by(F("doubted_at").asc(nulls_first=True), "next_try_at", "pk")
        mail = locked(due, skip_locked=True).first()
        if mail:
            try:
                mail._write(claimed_at=now, attempts=mail.attempts + 1)
            except DatabaseError as error:
                if is_of_the_server(error):
                    raise
                raise cls.Unclaimable(mail.pk) from error
        return mail

    def accept(self, *, now: datetime) -> None:
        """A server took it; what somebody wrote to another is kept no longer than until then."""
        read = {"text": ""} if self.kind == ANSWER else {}
        self._write(sent_at=now, next_try_at=None, why="", **read)

    def release(self, *, why: str) -> None:
        """Give it back untried: nothing was wrong with it, but with the server, which is `why`."""
        self._write(claimed_at=None, attempts=self.attempts - 1, why=why[:WHY_LENGTH])

    def put_off(self, *, why: str, now: datetime) -> None:
        """It may pass: try again after a growing pause, and give up after the last."""
        why = why[:WHY_LENGTH]
        if self.attempts > len(PAUSES):
            self._fail(failed_at=now, why=why)
        else:
            self._write(claimed_at=None, next_try_at=now + PAUSES[self.attempts - 1], why=why)

    def refuse(self, *, why: str, now: datetime) -> None:
        """It will never be taken: the address is wrong, or the server said so for good."""
        self._fail(failed_at=now, refused=True, why=why[:WHY_LENGTH])

    def come_back(self, *, why: str, now: datetime) -> None:
        """A server took it and sent it back later: it reached nobody after all."""
        back = {"sent_at": None, "failed_at": now, "refused": True, "why": why[:WHY_LENGTH]}
        with transition():
            Mail.objects.filter(pk=self.pk, sent_at__isnull=False).update(**back)
            refresh_after(self)

    def notice(self, *, now: datetime) -> None:
        """The member whom it concerns has read that it failed."""
        with transition():
            Mail.objects.filter(pk=self.pk, noticed_at=None).update(noticed_at=now)
            refresh_after(self)

    def show_again(self) -> None:
        """The member has not read it after all."""
        with transition():
            Mail.objects.filter(pk=self.pk).update(noticed_at=None)
            refresh_after(self)

    @classmethod
    def forget(cls, *, now: datetime) -> None:
        """Let go of what was sent a month ago, and of what failed a season ago. Raises BadRows."""
        ended = cls.objects.ended_before(now).order_by("pk").values_list("pk", flat=True)
        bad = work_apart("mail", ended, lambda ids: cls.drop(cls.objects.filter(pk__in=ids)), batch=AT_ONCE)
        refuse_bad("mail", bad)

    @classmethod
    def drop(cls, mails: MailQuerySet) -> None:
        """Delete `mails`."""
        with transition():
            refresh_after(*mails.unnoticed().only("member"))
            mails.delete()

    @classmethod
    def put_back(cls, mails: MailQuerySet, *, now: datetime) -> None:
        """Let those of `mails` that were refused wait once more, behind the others (see MailServer)."""
        again = {"failed_at": None, "refused": False, "claimed_at": None, "noticed_at": None, "attempts": 0, "why": ""}
        with transition():
            refused = cls.objects.filter(pk__in=[mail.pk for mail in mails.failed().filter(refused=True, sent_at=None)])
            refresh_after(*refused.only("member"))
            refused.update(**again, next_try_at=now, doubted_at=now)

    @classmethod
    def discard(cls, *, why: str, now: datetime) -> int:
        """Let what waits never leave; gives how many. Whom it concerns is told, but for their own reminders."""
        with transition():
            waiting = cls.objects.filter(pk__in=list(cls.objects.waiting().values_list("pk", flat=True)))
            refresh_after(*waiting.only("member"))
            waiting.filter(Exact(Lower("member__email"), Lower("to"))).update(noticed_at=now)
            return waiting.update(failed_at=now, next_try_at=None, claimed_at=None, why=why[:WHY_LENGTH])

    def _fail(self, **facts: Any) -> None:
        with transition():
            self._write(next_try_at=None, **facts)
            refresh_after(self)

    def _write(self, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        Mail.objects.filter(pk=self.pk, sent_at=None).update(**facts)
