"""The private address under which a student's calendar reads what they chose to see there."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core.links import hashed, mint

# How often it is noted that a calendar came by.
NOTED_EVERY = timedelta(hours=1)
SECOND = timedelta(seconds=1)


class FeedQuerySet(OwnedQuerySet["Feed"]):
    def on(self) -> Self:
        """Those with an address, of members whose account is open."""
        return self.exclude(token_hash="").filter(owner__is_active=True)


class Feed(Owned):
    """What a student's calendar shows, and the hash of the one address that leads there."""

    class Followups(models.TextChoices):
        NONE = "none", _("Don’t show it")
        DAYS = "days", _("As all-day entries (works in any calendar)")
        TASKS = "tasks", _("As tasks (only if your calendar has tasks)")

    class Names(models.TextChoices):
        FIRST = "first", _("First names only")
        WHOLE = "whole", _("Full names")

    talks = models.BooleanField(default=True)
    followups = models.CharField(max_length=5, choices=Followups, default=Followups.DAYS)
    names = models.CharField(max_length=5, choices=Names, default=Names.FIRST)
    details = models.BooleanField(default=False)
    # Empty while it is turned off.
    token_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    read_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What was given out last, and since when it is like that.
    content_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="feed_one_each"),
            models.UniqueConstraint(fields=["token_hash"], condition=~Q(token_hash=""), name="feed_by_token"),
            models.CheckConstraint(
                condition=Q(token_hash="", opened_at=None) | (~Q(token_hash="") & Q(opened_at__isnull=False)),
                name="feed_open_since",
            ),
            models.CheckConstraint(
                condition=Q(content_hash="", changed_at=None) | (~Q(content_hash="") & Q(changed_at__isnull=False)),
                name="feed_changed_at_a_time",
            ),
            OneOwner(name="feed_one_owner", paths=("owner",)),
        ]

    def __str__(self) -> str:
        return f"the calendar of {self.owner}"

    @classmethod
    def of(cls, user: User) -> "Feed":
        """What `user` chose; before they chose, what we propose."""
        return cls.objects.visible_to(user).first() or cls(owner=user)

    @classmethod
    def find(cls, secret: str) -> "Feed | None":
        """The one that is read under the address with `secret`."""
        return cls.objects.on().select_related("owner").filter(token_hash=hashed(secret)).first()

    @classmethod
    def choose(cls, *, by: User, talks: bool, followups: str, names: str, details: bool) -> "Feed":
        """Say what the calendar shows."""
        chosen = {"talks": talks, "followups": followups, "names": names, "details": details}
        return cls.objects.update_or_create(owner=by, defaults=chosen)[0]

    @classmethod
    def open(cls, *, by: User, now: datetime) -> str:
        """The secret of a new address, which nobody can be told again; the earlier address ends."""
        secret = mint()
        new = {"token_hash": hashed(secret), "opened_at": now, "read_at": None}
        cls.objects.update_or_create(owner=by, defaults=new)
        return secret

    @classmethod
    def close(cls, *, by: User) -> None:
        """End the address; what was chosen stays chosen."""
        cls.objects.editable_by(by).update(token_hash="", opened_at=None, read_at=None)

    def give(self, content_hash: str, *, now: datetime) -> datetime:
        """Note that a calendar read what `content_hash` stands for. Out: since when it is like that.

        Calendars ask by whole seconds whether there is news (RFC 9110, 8.8.2.1), so each change is a second later
        than the one before.
        """
        mine = Feed.objects.filter(pk=self.pk)
        changed_at = Greatest(Value(now), F("changed_at") + SECOND)
        if mine.exclude(content_hash=content_hash).update(content_hash=content_hash, changed_at=changed_at):
            self.refresh_from_db(fields=["changed_at"])
        if self.read_at is None or self.read_at <= now - NOTED_EVERY:
            mine.update(read_at=now)
        return self.changed_at or now
