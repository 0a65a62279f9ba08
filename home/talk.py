"""A conversation on its way as home shows it: how far it is prepared, and the step to do next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.times import say
from meetings.models import Meeting
from meetings.path import Step, steps

# The columns a talk is made from, in the order in which `Talk.of` takes them.
FIELDS = (
    *("pk", "stage", "starts_at", "ends_at", "contact_zone", "mode", "place", "link", "asked_at"),
    *(
        "contact__name",
        "contact__form_of_address",
        "contact__time_zone",
        "contact__role",
        "contact__organisation",
        "steps_done",
    ),
)


@dataclass(slots=True)
class Talk:
    """One conversation; `done` of `total` steps stand, `step` is the first that does not."""

    pk: int
    at: str
    stage: str
    starts_at: datetime | None
    ends_at: datetime | None
    zone: str
    where: str
    asked_at: datetime | None
    name: str
    addressed: str
    work: str
    done: int
    total: int
    step: Step | None
    asked: str = ""

    @classmethod
    def of(cls, answer: tuple[Any, ...], base: str) -> "Talk":
        """From one answer of FIELDS; its pages stand below `base`."""
        pk, stage, starts_at, ends_at, zone, mode, place, link, asked_at, name, address, their_zone, *rest = answer
        role, organisation, done = rest
        path = steps()
        return cls(
            pk=pk,
            at=f"{base}{pk}/",
            stage=stage,
            starts_at=starts_at,
            ends_at=ends_at,
            zone=zone or their_zone,
            where=place or link or (str(Meeting.Mode(mode).label) if mode else ""),
            asked_at=asked_at,
            name=name,
            addressed=address or name,
            work=", ".join(part for part in (role, organisation) if part),
            done=sum(step.slug in done for step in path),
            total=len(path),
            step=next((step for step in path if step.slug not in done), None),
        )

    def is_over(self, now: datetime) -> bool:
        """Whether its time has passed and nobody has said yet what became of it."""
        return self.stage == Meeting.Stage.ARRANGED and self.ends_at is not None and self.ends_at <= now

    @property
    def time(self) -> str:
        """When it begins, in the student's zone and in the other person's."""
        return say(self.starts_at, there=self.zone or None) if self.starts_at else ""

    @property
    def day(self) -> str:
        """When it begins, in the student's zone."""
        return say(self.starts_at) if self.starts_at else ""

    @property
    def href(self) -> str:
        """Where the step to do next is done."""
        return reverse(self.step.url, args=[self.pk]) if self.step else ""

    @property
    def next(self) -> str:
        """The step to do next, as its button says it; empty when all are done."""
        return _("Next: %(step)s") % {"step": self.step.title} if self.step else ""

    @property
    def so_far(self) -> str:
        return _("%(done)s of %(of)s steps") % {"done": self.done, "of": self.total}
