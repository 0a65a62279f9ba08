"""A time on offer in a reply."""

from django.db import models
from django.utils import timezone

from centre.one_owner import OneOwner

MOST_OFFERS = 5


class Offer(models.Model):
    """One of the times that a student offers."""

    reply = models.ForeignKey("Reply", on_delete=models.CASCADE, related_name="offers", db_index=False)
    position = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reply", "position"], name="offer_one_at_each_position"),
            models.UniqueConstraint(fields=["reply", "starts_at"], name="offer_each_time_once"),
            models.CheckConstraint(condition=models.Q(position__range=(1, MOST_OFFERS)), name="offer_at_most_five"),
            OneOwner(name="offer_one_owner", paths=("reply__meeting__owner",)),
        ]

    def __str__(self) -> str:
        return timezone.localtime(self.starts_at).isoformat()
