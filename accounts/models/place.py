"""Where a member signed in well lately: there nobody else's guesses keep them out (accounts/attempts.py)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import models
from django.utils.crypto import salted_hmac

from accounts.models.user import User
from core.apart import delete_apart

REMEMBERED = timedelta(days=60)


class KnownPlace(models.Model):
    """An address of the network from which one member signed in, as a keyed hash: it says whether, never where."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    place = models.CharField(max_length=64)
    seen_at = models.DateTimeField()

    objects: models.Manager["KnownPlace"] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "place"], name="known_place_once")]

    def __str__(self) -> str:
        return self.place

    @classmethod
    def remember(cls, user: User, network: str, *, now: datetime) -> None:
        """Say that the member `user` signed in from `network` now."""
        row = cls(user=user, place=_hashed(user.pk, network), seen_at=now)
        cls.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["user", "place"], update_fields=["seen_at"]
        )

    @classmethod
    def knows(cls, users: Iterable[int], network: str, *, now: datetime) -> bool:
        """Whether one of the members `users`, by number, signed in from `network` lately."""
        hashes = [_hashed(user, network) for user in users]
        return cls.objects.filter(user__in=users, place__in=hashes, seen_at__gt=now - REMEMBERED).exists()

    @classmethod
    def forget(cls, *, now: datetime) -> None:
        """Forget where nobody has signed in for long. Raises BadRows."""
        delete_apart("place", cls.objects.filter(seen_at__lte=now - REMEMBERED))


def _hashed(user: int, network: str) -> str:
    """Of the member as well as of the address: two members at one place have nothing in common here."""
    return salted_hmac("accounts.place", f"{user} {network}", algorithm="sha256").hexdigest()
