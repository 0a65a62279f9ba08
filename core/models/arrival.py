"""What came to the centre's own address, as a count of each kind and day: nothing of what it says is kept."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEEP = timedelta(days=90)
SHOWN = timedelta(days=30)


class Arrival(models.Model):
    """How many mails of one kind came on one day."""

    class Kind(models.TextChoices):
        CAME_BACK = "came_back", _("Emails that couldn’t be delivered. We told whoever they concern")
        UNCLEAR = "unclear", _("Delivery reports that don’t say which email they’re about")
        DELAYED = "delayed", _("Notes that an email is delayed")
        CALENDAR = "calendar", _("Calendar replies, which we recorded")
        PASSED_ON = "passed_on", _("Replies passed on to the right student")
        AUTOMATIC = "automatic", _("Automatic replies, such as out-of-office notes")
        OTHER = "other", _("Anything else. You can read it in that mailbox")

    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    objects: models.Manager["Arrival"] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "kind"], name="arrival_one_count_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.number} {self.kind}"

    @classmethod
    def count(cls, kind: str, *, now: datetime) -> None:
        """One more of `kind` (of Kind) today."""
        day = timezone.localdate(now)
        cls.objects.get_or_create(kind=kind, day=day)
        cls.objects.filter(kind=kind, day=day).update(number=F("number") + 1)

    @classmethod
    def lately(cls, now: datetime) -> list[tuple[str, int]]:
        """What came in the last month: what it was, in words, and how many; only what came at all."""
        rows = cls.objects.filter(day__gt=_day(now, SHOWN)).values_list("kind").annotate(sum=Sum("number"))
        sums = dict(rows)
        return [(str(kind.label), sums[kind]) for kind in cls.Kind if kind in sums]

    @classmethod
    def forget(cls, *, now: datetime) -> None:
        """Drop the counts of a season ago."""
        cls.objects.filter(day__lt=_day(now, KEEP)).delete()


def _day(now: datetime, ago: timedelta) -> date:
    return timezone.localdate(now - ago)
