"""A link by which the contact answers: made from the installation's key, so that no table holds it."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from centre.one_owner import OneOwner
from core.links import derived, derived_before, hashed

if TYPE_CHECKING:
    from meetings.models.reply import Reply


class LinkQuerySet(models.QuerySet["Link"]):
    def working(self) -> Self:
        return self.filter(ended_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")


class Link(models.Model):
    """A secret address of the contact's page; of its secret only the hash is kept, and what the key derives it from."""

    reply = models.ForeignKey("meetings.Reply", on_delete=models.CASCADE, related_name="links")
    hash = models.CharField(max_length=64)
    # None where the link was told once, before links could be told again.
    seed = models.UUIDField(null=True, blank=True, editable=False)
    made_at = models.DateTimeField()
    # When it went to them in a letter, or was shown to be passed on by hand.
    out_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hash"], name="link_hash"),
            OneOwner(name="link_one_owner", paths=("reply__meeting__owner",)),
        ]

    def __str__(self) -> str:
        return _("A link of %(day)s") % {"day": timezone.localtime(self.made_at).date()}

    @classmethod
    def make(cls, reply: "Reply", *, now: datetime) -> "Link":
        """A new link to the page of `reply`."""
        seed = uuid.uuid4()
        return cls.objects.create(reply=reply, seed=seed, hash=hashed(derived(str(seed))), made_at=now)

    @property
    def secret(self) -> str:
        """What the address holds; "" where neither the installation's key nor an earlier one makes it."""
        return derived_before(str(self.seed), self.hash) if self.seed else ""
