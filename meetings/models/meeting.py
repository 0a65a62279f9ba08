"""One conversation, from its facts and times to its stage: what can be asked of it, and its beginning."""

from datetime import datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from centre.ownership import OwnedQuerySet
from contacts.models import Contact
from core.locking import is_locked, locked, refresh_after, transition
from goals.models import Goal
from meetings.models.arranging import Arranging
from meetings.models.asking import Asking
from meetings.models.columns import BOOKS, MeetingColumns
from meetings.models.holding import Holding
from meetings.models.preparing import Preparing
from meetings.models.progress import UNSEEN, HasNow
from meetings.models.stage import UNDERWAY, Stage

M = TypeVar("M", bound=models.Model)


class MeetingQuerySet(OwnedQuerySet["Meeting"]):
    def at_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages)

    def underway(self) -> Self:
        """Conversations that still ask something of the student before they are held."""
        return self.at_stage(*UNDERWAY)

    def current(self, since: datetime) -> Self:
        """What a student's day tells of: underway, answered without their having seen it, held or thanked for lately.

        Lately is at `since` or later.
        """
        lately = Q(held_at__gte=since) | Q(thanked_at__gte=since)
        return self.filter(Q(stage__in=UNDERWAY) | Q(has__contains=[UNSEEN]) | lately)

    def requested(self) -> Self:
        """Those with which a student has turned to somebody: asked, or arranged or held without a letter."""
        return self.filter(Q(asked_at__isnull=False) | Q(answered_at__isnull=False) | Q(held_at__isnull=False))

    def waiting(self) -> Self:
        """Asked, and no answer yet: the longest wait first."""
        return self.at_stage(Stage.ASKED).order_by("asked_at", "pk")

    def coming(self) -> Self:
        """Arranged, the next one first."""
        return self.at_stage(Stage.ARRANGED).order_by("starts_at", "pk")

    def booking(self, owner_id: int) -> Self:
        """Those of one student that have their hour to themselves."""
        return self.filter(BOOKS, owner=owner_id)

    def newest_first(self) -> Self:
        return self.order_by("-begun_at", "-pk")

    def with_people(self) -> Self:
        return self.select_related("contact")

    def since(self, moment: str, begin: datetime) -> Self:
        """Those whose `moment` ("asked_at", "held_at", "thanked_at") lies at `begin` or later."""
        return self.filter(**{f"{moment}__gte": begin})


class OfMeetingQuerySet(OwnedQuerySet[M]):
    """Rows of one conversation, which belong to its student."""

    owner_path = "meeting__owner"


class Meeting(Preparing, Asking, Arranging, Holding):
    """A conversation of 15 to 30 minutes with one person: prepared, asked for, arranged, held.

    Its columns stand in columns.py, its verbs in the modules of these four names.
    """

    objects = MeetingQuerySet.as_manager()

    # What tells it from another of its list (meetings/apart.py).
    apart = ""

    class Meta(MeetingColumns.Meta):
        pass

    @classmethod
    def begin(cls, *, by: User, now: datetime, contact: Contact, minutes: int, goals: list[Goal]) -> "Meeting":
        """Begin to prepare a conversation with `contact`, for the reason that was written when they were added."""
        why = contact.why_them
        with transition():
            meeting = cls.objects.create(owner=by, contact=contact, begun_at=now, minutes=minutes, why_them=why)
            meeting.goals.set(goals)
            refresh_after(meeting)
        return meeting


def refresh_has(meetings: list[Meeting]) -> None:
    """Write down anew what rows of other tables say of these conversations; called at the end of each act.

    They are locked before it is worked out: of an act on the agenda and one on the conversation, the second must see
    what the first one did.
    """
    pks = {meeting.pk for meeting in meetings}
    free = pks - {meeting.pk for meeting in meetings if is_locked(meeting)}
    if free:
        list(locked(Meeting.objects.filter(pk__in=free)).order_by("pk").values_list("pk"))
    Meeting.objects.filter(pk__in=pks).exclude(has=HasNow("pk")).update(has=HasNow("pk"))
    for meeting in meetings:
        meeting.forget_what_follows()
