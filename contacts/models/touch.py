"""Every touch between a student and a person, in the order it happened: the timeline."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from centre.ownership import OwnedQuerySet
from contacts.models.contact import Contact


class TouchQuerySet(OwnedQuerySet["Touch"]):
    owner_path = "contact__owner"

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Touch(models.Model):
    """One touch; written by the verbs of the rooms above, or by hand."""

    class Kind(models.TextChoices):
        MET = "met", _("Met")
        ASKED = "asked", _("Asked")
        NUDGED = "nudged", _("Reminded")
        ANSWERED = "answered", _("Answered")
        ARRANGED = "arranged", _("Arranged")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Talked")
        THANKED = "thanked", _("Thanked")
        PROMISE = "promise", _("Promise")
        REFERRED = "referred", _("Referral")
        KEPT = "kept", _("Kept in touch")
        NOTE = "note", _("Note")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="touches", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField()
    words = models.CharField(max_length=300)
    link = models.CharField(max_length=200, blank=True)

    objects = TouchQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["contact", "-at", "-id"], name="touch_latest")]

    def __str__(self) -> str:
        return self.words
