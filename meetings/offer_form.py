"""The times that a student offers: up to five, each a day and an hour on their own clock."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core import times
from meetings import clock
from meetings.forms import ActForm
from meetings.models import Invitation, Meeting
from meetings.models.invitation import MOST_OFFERS

PLACES = range(1, MOST_OFFERS + 1)


class OfferForm(ActForm):
    """Pairs of a day and an hour, of which any may stay empty."""

    show_address = forms.BooleanField(
        label=_("Show my e-mail address on their page"),
        required=False,
        help_text=_("Leave it off where your letter comes from your own mail anyway."),
    )

    def __init__(self, data: Any = None, *, on: Invitation | None, zone: str, now: datetime) -> None:
        super().__init__(data)
        self.zone, self.now = zone, now
        offered = [offer.starts_at.astimezone(times.zone(zone)) for offer in on.still_free(now=now)] if on else []
        self.initial["show_address"] = on.show_address if on else False
        for place in PLACES:
            at = offered[place - 1] if place <= len(offered) else None
            self.fields[f"day_{place}"] = _day(place, at)
            self.fields[f"clock_{place}"] = _clock(place, at)

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields as the page places them."""
        return [(self[f"day_{place}"], self[f"clock_{place}"]) for place in PLACES]

    @property
    def has_more(self) -> bool:
        """Whether more than the first three pairs hold something."""
        return any(field.value() for pair in self.pairs[3:] for field in pair)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        told["times"] = list(self._moments(told))
        return told

    def _moments(self, told: dict[str, Any]) -> Iterator[datetime]:
        for place in PLACES:
            day, hour = told.get(f"day_{place}"), told.get(f"clock_{place}")
            if day and hour:
                try:
                    at = clock.moment(day, hour, self.zone).at
                except clock.Gap:
                    self.add_error(f"clock_{place}", str(_("The clocks skip this hour on that day. Pick another one.")))
                except OverflowError:
                    self.add_error(f"day_{place}", str(_("Pick a day of this century.")))
                else:
                    if at <= self.now:
                        self.add_error(f"day_{place}", str(Meeting.Past.sentence))
                    yield at
            elif day and f"clock_{place}" not in self.errors:
                self.add_error(f"clock_{place}", str(_("Say at what hour.")))
            elif hour and f"day_{place}" not in self.errors:
                self.add_error(f"day_{place}", str(_("Say on which day.")))


def _day(place: int, at: datetime | None) -> forms.DateField:
    return forms.DateField(
        label=_("Day %(place)s") % {"place": place},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
        initial=at.date() if at else None,
        error_messages={"invalid": _("Write the day like 2026-11-26.")},
    )


def _clock(place: int, at: datetime | None) -> forms.TimeField:
    return forms.TimeField(
        label=_("Hour %(place)s") % {"place": place},
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        required=False,
        initial=at.time() if at else None,
        error_messages={"invalid": _("Write the hour like 15:00.")},
    )
