"""Which reminders a member wants by mail, at which hour, and up to which day they had their daily one."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core.models import Version, Versioned

# Before the first class, and before what is due at nine.
HOUR = 8


class RemindingQuerySet(OwnedQuerySet["Reminding"]):
    """Through the doors only."""


class Reminding(Owned, Versioned):
    """One member's choice; who never chose has no row, and what is the default here."""

    class Kind(models.TextChoices):
        """The mails, by the field that says whether they are wanted."""

        DIGEST = "digest", _("the daily list of what’s due")
        DAY_BEFORE = "day_before", _("the day before a conversation")
        THANKS = "thanks", _("after a conversation, to say thank you")
        NEWS = "news", _("when someone replies to you")

    hour = models.PositiveSmallIntegerField(default=HOUR)
    digest = models.BooleanField(default=True)
    day_before = models.BooleanField(default=True)
    thanks = models.BooleanField(default=True)
    news = models.BooleanField(default=True)
    # The last day on the member's own calendar for which a daily mail was posted.
    digested_on = models.DateField(null=True, blank=True, editable=False)

    objects = RemindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="reminding_one_a_member"),
            models.CheckConstraint(condition=models.Q(hour__lte=23), name="reminding_hour_of_a_day"),
            OneOwner(name="reminding_one_owner", paths=("owner",)),
        ]

    def __str__(self) -> str:
        return f"reminders of {self.owner}"

    @classmethod
    def of(cls, user: User) -> "Reminding":
        """What `user` chose; where they never did, an unsaved row with the defaults."""
        return cls.objects.filter(owner=user).first() or cls(owner=user)

    @classmethod
    def settle(cls, *, by: User, seen: Version | None, **words: Any) -> "Reminding":
        """Keep what `by` chose. Raises Reminding.Stale."""
        row, _made = cls.objects.get_or_create(owner=by)
        row.revise_fields(seen=seen, **words)
        return row

    @classmethod
    def stop(cls, kind: str, *, by: User) -> None:
        """No more mails of `kind` to `by`. Twice is once."""
        cls.settle(by=by, seen=None, **{cls.Kind(kind).value: False})
