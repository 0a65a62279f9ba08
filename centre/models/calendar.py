"""Term dates and holidays: what counts as "this term", and which days are no business days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Self, TypeVar

from django.db import IntegrityError, models, transaction

from core.models import Version, Versioned
from core.recent import forget, recent

M = TypeVar("M", bound=models.Model)
# The names under which core/recent.py keeps the days of all holidays, and the terms.
DAYS = "holidays"
TERMS = "terms"


class CalendarQuerySet(models.QuerySet[M]):
    """Days that hold for everybody and that the director keeps."""

    def visible_to(self, user: Any) -> Self:
        return self.all() if getattr(user, "is_authenticated", False) else self.none()

    def editable_by(self, user: Any) -> Self:
        return self.all() if getattr(user, "is_director", False) else self.none()

    def latest_first(self) -> Self:
        return self.order_by("-day", "-pk") if self.model is Holiday else self.order_by("-starts_on", "-pk")


def in_order_of_time(dates: "CalendarQuerySet[M]", *, most: int) -> list[M]:
    """The last `most` of these terms or holidays, the earliest first."""
    return list(dates.latest_first()[:most])[::-1]


class Term(Versioned):
    """One term of the university, both days included."""

    name = models.CharField(max_length=80)
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = CalendarQuerySet["Term"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("ends_on")), name="term_starts_before_it_ends"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def add(*, name: str, starts_on: date, ends_on: date) -> "Term":
        forget(TERMS)
        return Term.objects.create(name=name, starts_on=starts_on, ends_on=ends_on)

    def change(self, *, seen: Version | None, name: str, starts_on: date, ends_on: date) -> None:
        """Raises Versioned.Stale."""
        forget(TERMS)
        self.revise_fields(seen=seen, name=name, starts_on=starts_on, ends_on=ends_on)

    def drop(self) -> None:
        forget(TERMS)
        self.delete()

    @classmethod
    def at(cls, day: date) -> "Term | None":
        """The term that `day` lies in, as this process read them lately; None between terms."""
        terms = recent(TERMS, lambda: list(cls._base_manager.order_by("-starts_on", "pk")))
        return next((term for term in terms if term.starts_on <= day <= term.ends_on), None)


class Holiday(Versioned):
    """A day on which nobody is expected to answer."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=80)

    objects = CalendarQuerySet["Holiday"].as_manager()

    class Taken(Exception):
        """That day is already a holiday."""

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def add(*, day: date, name: str) -> "Holiday":
        """Raises Taken."""
        with _one_to_a_day():
            forget(DAYS)
            return Holiday.objects.create(day=day, name=name)

    def change(self, *, seen: Version | None, day: date, name: str) -> None:
        """Raises Taken, Versioned.Stale."""
        with _one_to_a_day():
            forget(DAYS)
            self.revise_fields(seen=seen, day=day, name=name)

    def drop(self) -> None:
        forget(DAYS)
        self.delete()

    @classmethod
    def days(cls) -> frozenset[date]:
        """Every day on which nobody is expected to answer, as this process read them lately."""
        return recent(DAYS, lambda: frozenset(cls._base_manager.values_list("day", flat=True)))


@contextmanager
def _one_to_a_day() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Holiday.Taken from error
