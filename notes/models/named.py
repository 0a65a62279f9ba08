"""People whom a contact named: they become contacts, with their referrer."""

from django.db import models

from centre.ownership import OwnedQuerySet
from contacts.models import Contact
from meetings.models import Meeting


class NamedPersonQuerySet(OwnedQuerySet["NamedPerson"]):
    owner_path = "meeting__owner"


class NamedPerson(models.Model):
    """Somebody who was named in a conversation."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    about = models.CharField(max_length=300, blank=True)
    may_use_name = models.BooleanField(default=False)
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    named_at = models.DateTimeField()

    objects = NamedPersonQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
