"""The director's invitation of a student or an adviser."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Count, Exists, IntegerField, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from accounts.models.claims import throw_out_claims
from accounts.models.user import User
from core.keys import email_key
from core.links import derived, hashed, mint
from core.locking import transition
from core.models import Mail
from core.outbox import Outgoing, post

# The kind of the mail that carries an invitation.
KIND = "invitation"
VALID_FOR = timedelta(days=14)
# So long it is shown how far the mails of many got that were invited together.
LEAVING_FOR = timedelta(days=1)


class Leaving(NamedTuple):
    """How far the mails of those who were invited lately got: a mail server took `left` of `all`.

    Of the others it `put_off` some, which it is asked again later, and `failed` will reach nobody.
    """

    left: int
    put_off: int
    failed: int
    all: int

    @property
    def waiting(self) -> int:
        """How many are still to leave, now or later."""
        return self.all - self.left - self.failed

    @property
    def moves(self) -> bool:
        """Whether some are to leave now."""
        return self.waiting > self.put_off


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: Any) -> Self:
        return self.all() if getattr(user, "is_director", False) else self.none()

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user)

    def open(self, now: datetime) -> Self:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)

    def unused(self) -> Self:
        """Neither accepted nor withdrawn; it may have expired."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def with_mail(self, now: datetime) -> Self:
        """Each with what keeps its mail from having left: `mail_waits`, and maybe is `mail_put_off`; `mail_failed`."""
        of = Cast(KeyTextTransform("invitation", "about"), IntegerField())
        # An earlier link's mail was posted earlier, and says nothing any more.
        mails = (
            Mail.objects.filter(kind=KIND, posted_at=OuterRef("invited_at")).annotate(of=of).filter(of=OuterRef("pk"))
        )
        return self.annotate(
            mail_waits=Exists(mails.waiting()),
            mail_put_off=Exists(mails.waiting().put_off_lately().filter(next_try_at__gt=now)),
            mail_failed=Exists(mails.failed().filter(failed_at__gte=OuterRef("invited_at"))),
        )

    def leaving(self, now: datetime) -> Leaving | None:
        """How far the latest mails got, counted from the first that has not left; None where all have."""
        lately = self.open(now).filter(invited_at__gt=now - LEAVING_FOR).with_mail(now)
        kept = Q(mail_waits=True) | Q(mail_failed=True)
        first = lately.filter(kept).order_by("invited_at").values("invited_at")[:1]
        found = lately.filter(invited_at__gte=first).aggregate(
            left=Count("pk", filter=~kept),
            put_off=Count("pk", filter=Q(mail_put_off=True)),
            failed=Count("pk", filter=Q(mail_failed=True)),
            all=Count("pk"),
        )
        return Leaving(**found) if found["all"] else None

    def to(self, email: str) -> Self:
        return self.filter(email=email_key(email))


class Invitation(models.Model):
    """An address that may register, and as what. The link carries a secret; only its hash is kept."""

    class Expired(Exception):
        """The link is wrong, too old, withdrawn or was used already; nobody outside learns which."""

    class AlreadyMember(Exception):
        """The address belongs to a member."""

    class AlreadyInvited(Exception):
        """An invitation to the address waits for its answer."""

    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=10, choices=User.Role, default=User.Role.STUDENT)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    token_hash = models.CharField(max_length=64)
    mailed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="invitation_token_hash"),
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="invitation_one_open_per_address",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None), name="invitation_one_end"
            ),
        ]
        indexes = [models.Index(fields=["-invited_at", "-id"], name="invitation_latest")]

    def __str__(self) -> str:
        return self.email

    @classmethod
    def invite(cls, *, by: User, now: datetime, email: str, role: str) -> "Invitation":
        """Invite `email` as `role`; the mail goes out with the next work of the worker.

        Raises AlreadyMember, or AlreadyInvited while an earlier invitation waits. An expired one is sent again.
        """
        waiting = cls.objects.unused().to(email).first()
        row = waiting or cls(email=email_key(email))
        with transition(*([waiting] if waiting else [])):
            if User.objects.with_address(email).exists():
                raise cls.AlreadyMember
            if waiting and waiting.is_open(now):
                raise cls.AlreadyInvited
            row.role, row.withdrawn_at = role, None
            try:
                with transaction.atomic():
                    row._renew(by, now)
            except IntegrityError as error:
                # Somebody else invited the same address in this moment.
                raise cls.AlreadyInvited from error
        return row

    @classmethod
    def find(cls, secret: str, *, now: datetime) -> "Invitation":
        """The open invitation whose link carries `secret`. Raises Expired, whatever the reason."""
        found = cls.objects.open(now).filter(token_hash=hashed(secret)).first()
        if found is None:
            raise cls.Expired
        return found

    def again(self, *, by: User, now: datetime) -> None:
        """Send a new link that is valid from now on; the old link ends. Raises Expired when it was used."""
        with transition(self):
            if self.accepted_at:
                raise Invitation.Expired
            if User.objects.with_address(self.email).exists():
                raise Invitation.AlreadyMember
            if Invitation.objects.unused().to(self.email).exclude(pk=self.pk).exists():
                raise Invitation.AlreadyInvited
            self.withdrawn_at = None
            self._renew(by, now)

    def withdraw(self, *, now: datetime) -> None:
        """End the link. Raises Expired when it was used already."""
        with transition(self):
            if self.accepted_at:
                raise Invitation.Expired
            self.withdrawn_at = self.withdrawn_at or now
            self.save(update_fields=["withdrawn_at"])

    def accept(self, *, now: datetime, name: str, password: str) -> User:
        """Make the member who was invited; their address counts as confirmed. Raises Expired."""
        with transition(self):
            if not self.is_open(now) or User.objects.with_address(self.email).exists():
                raise Invitation.Expired
            throw_out_claims(self.email)
            user = User.objects.create_user(self.email, password, name=name, role=self.role, joined_at=now)
            user.confirm_address()
            self.accepted_at = now
            self.save(update_fields=["accepted_at"])
        return user

    def mailed(self, *, now: datetime) -> None:
        """Say that its mail was written; whether a mail server took it the mail itself says."""
        self.mailed_at = now
        self.save(update_fields=["mailed_at"])

    def is_open(self, now: datetime) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > now

    def standing(self, now: datetime) -> str:
        """How it stands: "accepted", "withdrawn", "expired" or "waiting"."""
        if self.accepted_at:
            return "accepted"
        if self.withdrawn_at:
            return "withdrawn"
        return "waiting" if self.expires_at > now else "expired"

    def _renew(self, by: User, now: datetime) -> None:
        self.invited_by, self.invited_at, self.expires_at, self.mailed_at = by, now, now + VALID_FOR, None
        # The old link ends now. Of the new one its mail holds the seed, and this row the hash.
        self.token_hash = hashed(mint())
        self.save()
        mail = post(
            Outgoing(
                to=self.email,
                kind=KIND,
                member_id=by.pk,
                reply_to=by.email,
                writer="accounts.invitation",
                about={"invitation": self.pk},
            ),
            now=now,
        )
        self.token_hash = hashed(derived(mail.message_id))
        self.save(update_fields=["token_hash"])
