"""What the student writes to a contact: a draft until they say that it was sent."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from centre.ownership import OwnedQuerySet
from contacts.models import Contact
from core.models import Revised
from meetings.models.meeting import Meeting


class MessageQuerySet(OwnedQuerySet["Message"]):
    owner_path = "meeting__owner"

    def drafts(self) -> Self:
        return self.filter(sent_at=None)

    def sent(self) -> Self:
        return self.exclude(sent_at=None).order_by("sent_at", "pk")


class Message(Revised):
    """One message of one occasion for one channel."""

    class Occasion(models.TextChoices):
        REQUEST = "request", _("Request")
        NUDGE = "nudge", _("Reminder")
        CLOSE = "close", _("Kind close")
        CONFIRM = "confirm", _("Confirmation")
        MOVE = "move", _("New time")
        CANCEL = "cancel", _("Cancellation")
        THANKS = "thanks", _("Thank-you")
        KEEP = "keep", _("Keeping in touch")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="messages")
    occasion = models.CharField(max_length=10, choices=Occasion)
    channel = models.CharField(max_length=10, choices=Contact.Channel)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "occasion", "channel"],
                condition=Q(sent_at=None),
                name="message_one_draft_each",
            )
        ]
        indexes = [models.Index(fields=["meeting", "occasion", "sent_at"], name="message_by_occasion")]

    def __str__(self) -> str:
        return self.subject or self.body[:60]
