"""Term dates and holidays: what counts as "this term", and which days are no business days."""

from datetime import date

from django.db import models


class Term(models.Model):
    """One term of the university, both days included."""

    name = models.CharField(max_length=80)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("ends_on")), name="term_starts_before_it_ends"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def at(cls, day: date) -> "Term | None":
        """The term that `day` lies in; None between terms."""
        return cls._base_manager.filter(starts_on__lte=day, ends_on__gte=day).order_by("-starts_on", "pk").first()


class Holiday(models.Model):
    """A day on which nobody is expected to answer."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def days(cls) -> frozenset[date]:
        return frozenset(cls._base_manager.values_list("day", flat=True))
