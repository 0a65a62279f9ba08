"""The pulse of the background worker, by which others see that it lives."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models

# The part that does what is due: reminders, mails, sweeping.
WORKER = "worker"
QUIET_FOR = timedelta(minutes=2)


class Pulse(models.Model):
    """When a part that works in the background last said that it lives; one row for each part."""

    part = models.CharField(max_length=40, primary_key=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.part

    @classmethod
    def beat(cls, part: str, *, now: datetime) -> Self:
        """Say that `part` lives."""
        return cls.objects.update_or_create(part=part, defaults={"beat_at": now})[0]
