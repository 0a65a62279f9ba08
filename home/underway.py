"""The conversations that a student's day tells of; one on its way: how far it is prepared, and the step to do next."""

from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.times import Clocks, both, say, say_day
from meetings import ahead
from meetings.models import Meeting
from meetings.models.progress import UNSEEN
from meetings.models.stage import UNDERWAY
from meetings.path import steps

# The columns of ConversationRow, in its order.
COLUMNS = (
    *("pk", "stage", "answer", "starts_at", "ends_at", "contact_zone", "mode", "place", "link", "asked_at"),
    *("contact__name", "contact__form_of_address", "contact__time_zone", "contact__role", "contact__organisation"),
    "contact__phone",
    *("steps_done", "has", "held_at", "thanked_at", "begun_at"),
)


class ConversationRow(NamedTuple):
    """What is read of one conversation."""

    pk: int
    stage: str
    answer: str
    starts_at: datetime | None
    ends_at: datetime | None
    contact_zone: str
    mode: str
    place: str
    link: str
    asked_at: datetime | None
    name: str
    form_of_address: str
    time_zone: str
    role: str
    organisation: str
    phone: str
    steps_done: list[str]
    has: list[str]
    held_at: datetime | None
    thanked_at: datetime | None
    begun_at: datetime

    @property
    def is_underway(self) -> bool:
        """Whether it still asks something before it is held."""
        return self.stage in UNDERWAY

    @property
    def is_unseen(self) -> bool:
        """Whether the other person answered, and the student has not seen it."""
        return UNSEEN in self.has


class Underway:
    """One conversation on its way in words."""

    # What tells it from another of the day (meetings/apart.py).
    apart = ""

    def __init__(self, row: ConversationRow, now: datetime) -> None:
        self.row = row
        self.pk, self.stage, self.name = row.pk, row.stage, row.name
        where = ahead.known_place(row.mode, row.place, row.link, row.phone)
        self.standing = ahead.Standing(
            pk=row.pk,
            stage=row.stage,
            answer=row.answer,
            done=row.steps_done,
            mode=row.mode,
            where=where,
            practises=row.starts_at is not None and timezone.localdate(row.starts_at) > timezone.localdate(now),
            at_hand=ahead.is_at_hand(row.stage, row.has, row.starts_at, row.ends_at, now),
        )
        self.path = [step.slug for step in steps() if not ahead.is_too_late(step.slug, self.standing)]

    def is_over(self, now: datetime) -> bool:
        """Whether its time has passed and nobody has said yet what became of it."""
        ends_at = self.row.ends_at
        arranged = self.stage == Meeting.Stage.ARRANGED and not self.standing.is_called_off
        return arranged and ends_at is not None and ends_at <= now

    @cached_property
    def at(self) -> str:
        """Its own page."""
        return reverse("meetings:show", args=[self.pk])

    @property
    def addressed(self) -> str:
        """The person, as the student speaks of them."""
        return self.row.form_of_address or self.name

    @property
    def work(self) -> str:
        return ", ".join(part for part in (self.row.role, self.row.organisation) if part)

    @property
    def where(self) -> str:
        mode = self.row.mode
        return self.row.place or self.row.link or (str(Meeting.Mode(mode).label) if mode else "")

    @property
    def time(self) -> Clocks:
        """When it is, on the student's clock and on the other person's."""
        there = self.row.contact_zone or self.row.time_zone
        return both(self.row.starts_at, there=there or None, until=self.row.ends_at) if self.row.starts_at else Clocks()

    @property
    def day(self) -> str:
        """When it is, on the student's clock."""
        return say(self.row.starts_at, until=self.row.ends_at) if self.row.starts_at else ""

    @property
    def asked(self) -> str:
        at = self.row.asked_at
        return _("You asked on %(day)s") % {"day": say_day(timezone.localtime(at))} if at else ""

    @property
    def done(self) -> int:
        """How many of the steps that still matter are done."""
        return sum(slug in self.row.steps_done for slug in self.path)

    @property
    def total(self) -> int:
        return len(self.path)

    @property
    def so_far(self) -> str:
        return _("%(done)s of %(of)s steps") % {"done": self.done, "of": self.total}

    @cached_property
    def next(self) -> ahead.NextAct | None:
        """What matters now; None where nothing does."""
        return ahead.next_act(self.standing)

    @property
    def meanwhile(self) -> str:
        """What matters now, while they have not answered."""
        return _("While you wait: %(title)s") % {"title": self.next.title} if self.next else ""


def conversations(user: User, since: datetime) -> list[ConversationRow]:
    """Those on their way, those with an answer that nobody saw, and those held or thanked for at `since` or later.

    The arranged by their time, then the newest; one query.
    """
    found = Meeting.objects.visible_to(user).current(since).order_by("starts_at", "-begun_at", "-pk")
    return [ConversationRow(*columns) for columns in found.values_list(*COLUMNS)]
