"""That a conversation was held, or rests, opens and closes follow-ups; undoing that gives back what there was.

A follow-up's own act is undone by `Followup.undo`.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from contacts.models import Contact
from core.columns import kept_columns, restored_columns
from core.locking import refresh_after
from followups.models import Followup
from followups.models.followup import FollowupQuerySet
from meetings.models import Meeting

TIMES = ("shows_at", "due_at", "late_at", "before", "mailed_at", "postponed")


def open_before(meeting: Meeting) -> list[dict[str, Any]]:
    """What is open with the people whom `meeting` concerns, as JSON can keep it; promises go on anyway."""
    rows = Followup.objects.open().filter(contact__in=_people(meeting), promise=None).order_by("pk")
    return [kept_columns(row, ("id", *TIMES)) for row in rows]


def give_back(meeting: Meeting, before: Iterable[Mapping[str, Any]], *, at: datetime) -> None:
    """Take away what an act on `meeting` opened `at` its time, and open again `before`, what it closed or moved.

    What the student did meanwhile (connected, reported back) happened, and stays done.
    """
    people = _people(meeting)
    refresh_after(*people)
    came = Followup.objects.filter(contact__in=people, promise=None, made_at=at)
    came.filter(Q(done_at=None) | Q(kind=Followup.Kind.DEBRIEF)).delete()
    for kept in before:
        row = restored_columns(Followup, kept)
        there = Followup.objects.filter(pk=row.pop("id"))
        closed = there.filter(Q(done_at=at) | Q(rested_at=at)).first()
        if closed is None:
            # Put off since by the student: their day counts.
            there.open().filter(postponed=row["postponed"]).update(**row)
        elif not _replaced(closed).exists():
            there.update(**row, done_at=None, rested_at=None)


def _replaced(closed: Followup) -> FollowupQuerySet:
    """What is open in the place of `closed` meanwhile."""
    place = {"contact": closed.contact_id} if closed.kind == Followup.Kind.KEEP else {"meeting": closed.meeting_id}
    return Followup.objects.open().filter(kind=closed.kind, **place)


def _people(meeting: Meeting) -> list[Contact]:
    """The person, and who gave their name: the report of a talk is owed to them."""
    contact = meeting.contact
    return [contact, contact.referred_by] if contact.referred_by else [contact]
