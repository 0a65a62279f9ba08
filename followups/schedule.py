"""When something is due for one student: their mornings, the centre's business days and numbers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Self

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.models import Centre, Holiday
from coach import days
from coach.days import Later, is_sunday
from coach.policy import Policy
from core import times


def put_off_until(today: date) -> tuple[tuple[str, Any], ...]:
    """How far something can be put off, in words that are true on this day of the week."""
    return (
        (Later.TOMORROW.value, _("Tomorrow")),
        (Later.THREE.value, _("In three business days")),
        # On a Sunday it is in dispute which week is the next.
        (Later.WEEK.value, _("In a week") if is_sunday(today) else _("Next week")),
    )


@dataclass(frozen=True)
class Schedule:
    """One student’s schedule: whatever is due in days is due at nine in the morning of their zone."""

    zone: tzinfo
    holidays: Collection[date]
    policy: Policy

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(times.zone(user.zone), Holiday.days(), Centre.recent().policy)

    def day(self, moment: datetime) -> date:
        """The student's calendar day at `moment`."""
        return moment.astimezone(self.zone).date()

    def morning(self, day: date) -> datetime:
        """Nine o'clock of `day` in the student's zone."""
        return days.morning(day, self.zone)

    def business_days(self, moment: datetime, count: int) -> datetime:
        """The morning `count` business days after `moment`."""
        return self.morning(days.business_days_after(self.day(moment), count, self.holidays))

    def reminder(self, moment: datetime) -> datetime:
        """The morning on which to remind somebody who was written to at `moment`."""
        return self.morning(self._waits.reminder(self.day(moment), self.holidays))

    def somebody_else(self, moment: datetime) -> datetime | None:
        """The morning on which to write to somebody else too; None where the centre does not advise it."""
        day = self._waits.somebody_else(self.day(moment), self.holidays)
        return self.morning(day) if day else None

    @property
    def _waits(self) -> days.Waits:
        return days.Waits(self.policy.nudge_rhythm, self.policy.nudge_after_days)

    def months(self, moment: datetime, count: int) -> datetime:
        """The morning `count` months after `moment`, or of the next business day."""
        day = days.months_after(self.day(moment), count)
        return self.morning(days.business_days_after(day, 0, self.holidays))

    def day_before(self, moment: datetime) -> datetime:
        return self.morning(self.day(moment) - timedelta(days=1))

    def next_morning(self, moment: datetime) -> datetime:
        return self.morning(self.day(moment) + timedelta(days=1))

    def later(self, words: str, today: date) -> date:
        """The day that one of Later means, seen from `today`."""
        return days.day_meant(words, today, self.holidays)

    def keep_months(self, warmth: str) -> int:
        """Months until one writes again at this warmth; 0 for not at all (docs/CRAFT.md, "Keeping in touch")."""
        policy = self.policy
        return {"A": policy.warmth_a_months, "B": policy.warmth_b_months, "C": policy.warmth_c_months}.get(warmth, 0)
