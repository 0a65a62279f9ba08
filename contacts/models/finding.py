"""What a student found out about a person before the conversation (practice P6, §2.4)."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from centre.ownership import OwnedQuerySet
from contacts.models.contact import Contact
from core.models import Revised


class FindingQuerySet(OwnedQuerySet["Finding"]):
    owner_path = "contact__owner"

    def oldest_first(self) -> Self:
        return self.order_by("found_at", "pk")


class Finding(Revised):
    """One fact with its source, from which a specific question can be made."""

    class Kind(models.TextChoices):
        PATH = "path", _("Career path")
        ROLE = "role", _("Current role")
        PROJECT = "project", _("Project")
        WORK = "work", _("Writing or talk")
        ORGANISATION = "organisation", _("Organisation")
        FIELD = "field", _("Field")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=600)
    source_link = models.URLField(max_length=500, blank=True)
    found_at = models.DateTimeField()

    objects = FindingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["contact", "found_at", "id"], name="finding_oldest")]

    def __str__(self) -> str:
        return self.text
