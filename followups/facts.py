"""What the words of follow-ups are made of: plain facts, so that a page of rows needs no models."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Window

from contacts.models import Contact
from followups.models import Followup
from followups.models.followup import FollowupQuerySet

# The columns of FollowupFacts, in its order: those of the row itself, and those of its person and promise.
OWN = ("pk", "kind", "meeting_id", "shows_at", "due_at", "late_at")
COLUMNS = (*OWN, "contact__name", "contact__form_of_address", "promise__whose", "promise__text")


class FollowupFacts(NamedTuple):
    """One follow-up with the names of its person and the words of its promise, where it has one."""

    pk: int
    kind: str
    meeting_pk: int | None
    shows_at: datetime
    due_at: datetime
    late_at: datetime | None
    name: str
    form_of_address: str
    whose: str | None
    what: str | None

    @property
    def who(self) -> str:
        """The person, as the student speaks of them."""
        return self.form_of_address or self.name


def facts(followup: Followup) -> FollowupFacts:
    """The facts of `followup`, whose contact and promise came with it."""
    promise = followup.promise
    return FollowupFacts(
        followup.pk,
        followup.kind,
        followup.meeting_id,
        followup.shows_at,
        followup.due_at,
        followup.late_at,
        followup.contact.name,
        followup.contact.form_of_address,
        promise.whose if promise else None,
        promise.text if promise else None,
    )


def facts_of(followups: FollowupQuerySet) -> list[FollowupFacts]:
    """The facts of each, in their order; one query that reads nothing else."""
    return [FollowupFacts(*columns) for columns in followups.values_list(*COLUMNS)]


def facts_for(contact: Contact, followups: FollowupQuerySet) -> list[FollowupFacts]:
    """The facts of each, where all are for `contact` and none has a promise; one query that reads no other rows."""
    beside = (contact.name, contact.form_of_address, None, None)
    return [FollowupFacts(*(*columns, *beside)) for columns in followups.values_list(*OWN)]


def first_facts(followups: FollowupQuerySet, most: int) -> tuple[list[FollowupFacts], int]:
    """The facts of the first `most`, and how many more there are; one query."""
    found = list(followups.annotate(total=Window(Count("pk"))).values_list("total", *COLUMNS)[:most])
    return [FollowupFacts(*columns) for _total, *columns in found], found[0][0] - len(found) if found else 0
