"""The director's invitation of a student or an adviser."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models.functions import Lower

from accounts.models.user import User

VALID_FOR = timedelta(days=14)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: Any) -> Self:
        return self.all() if getattr(user, "is_director", False) else self.none()

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user)

    def open(self, now: datetime) -> Self:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


class Invitation(models.Model):
    """An address that may register, and as what. The link carries a secret; only its hash is kept."""

    class Expired(Exception):
        """The link is too old, withdrawn or was used already."""

    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=10, choices=User.Role, default=User.Role.STUDENT)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    token_hash = models.CharField(max_length=64, unique=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="invitation_one_open_per_address",
            )
        ]
        indexes = [models.Index(fields=["-invited_at", "id"], name="invitation_latest")]

    def __str__(self) -> str:
        return self.email
