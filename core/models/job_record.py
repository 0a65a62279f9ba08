"""How each job of the background worker went the last time, and since when it fails."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from procrastinate.contrib.django import app

WHY_LENGTH = 300


class JobRecordQuerySet(models.QuerySet["JobRecord"]):
    def failing(self) -> Self:
        """Those that failed the last time, the longest first; where the database was away, only those that go on so."""
        counted = self.exclude(failing_since=None).filter(Q(was_away=False) | Q(failures__gt=1))
        # One that an earlier version had never goes well again.
        return counted.filter(name__in=list(app.tasks)).order_by("failing_since", "name")


class JobRecord(models.Model):
    """One row for each job that ever ran, by the name of its task."""

    name = models.CharField(max_length=200, primary_key=True)
    succeeded_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    # When it failed first after it last went well; how often since; and the kind of the last error, without any words.
    failing_since = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    why = models.CharField(max_length=WHY_LENGTH, blank=True, default="")
    # It failed because the database was away, which tells of itself.
    was_away = models.BooleanField(default=False)

    objects = JobRecordQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @property
    def short_name(self) -> str:
        return self.name.rpartition(".")[2]

    @classmethod
    def succeed(cls, name: str, *, now: datetime) -> None:
        """The job called `name` went well."""
        well = {"succeeded_at": now, "failing_since": None, "failures": 0, "why": "", "was_away": False}
        cls.objects.update_or_create(name=name, defaults=well)

    @classmethod
    def fail(cls, name: str, *, why: str, was_away: bool, now: datetime) -> None:
        """The job called `name` failed."""
        cls.objects.get_or_create(name=name)
        cls.objects.filter(name=name).update(
            failed_at=now,
            failing_since=Coalesce("failing_since", Value(now)),
            failures=F("failures") + 1,
            why=why[:WHY_LENGTH],
            was_away=was_away,
        )
