"""One thing to do for a contact, with the time it is due: a row of the dashboard."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from centre.ownership import Owned, OwnedQuerySet
from contacts.models import Contact
from core.models import Revised
from followups.models.promise import Promise
from meetings.models import Meeting


class FollowupQuerySet(OwnedQuerySet["Followup"]):
    def open(self) -> Self:
        return self.filter(done_at=None, rested_at=None)

    def due(self, now: datetime) -> Self:
        """Open and due at `now`."""
        return self.open().filter(due_at__lte=now)

    def later(self, now: datetime) -> Self:
        return self.open().filter(due_at__gt=now)

    def soonest_first(self) -> Self:
        return self.order_by("due_at", "pk")

    def with_people(self) -> Self:
        return self.select_related("contact", "meeting", "promise")


class Followup(Owned, Revised):
    """A follow-up: open until it is done or let rest; postponing moves `due_at`."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("Confirm")
        DEBRIEF = "debrief", _("Look back")
        THANK = "thank", _("Thank")
        NUDGE = "nudge", _("Remind")
        CLOSE = "close", _("Close kindly")
        PROMISE = "promise", _("Promise")
        KEEP = "keep", _("Keep in touch")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="followup")
    kind = models.CharField(max_length=10, choices=Kind)
    due_at = models.DateTimeField()
    late_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    postponed = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)

    objects = FollowupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(done_at=None) | Q(rested_at=None), name="followup_done_or_rested"),
            models.CheckConstraint(
                condition=Q(late_at=None) | Q(late_at__gte=F("due_at")), name="followup_late_after_due"
            ),
            models.CheckConstraint(
                condition=Q(kind="promise", promise__isnull=False) | (~Q(kind="promise") & Q(promise=None)),
                name="followup_promise_has_its_promise",
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(done_at=None, rested_at=None, promise=None, meeting__isnull=False),
                name="followup_one_open_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["contact"],
                condition=Q(done_at=None, rested_at=None, kind="keep"),
                name="followup_keep_in_touch_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_at", "id"], condition=Q(done_at=None, rested_at=None), name="followup_open"
            ),
            models.Index(fields=["owner", "-done_at"], condition=Q(done_at__isnull=False), name="followup_done"),
            models.Index(fields=["contact", "due_at"], name="followup_by_contact"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.contact}"
