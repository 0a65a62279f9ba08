"""The times that a student offers: up to five, each a day and an hour on their own clock."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from crispy_forms.layout import ButtonHolder, Fieldset, Row
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import times
from core.forms import ActForm, Day, Hour
from core.layout import Button, Carried, Details, Hint, HouseHelper
from meetings import local_time
from meetings.models import Meeting, Reply
from meetings.models.offer import MOST_OFFERS

PLACES = range(1, MOST_OFFERS + 1)


class OfferForm(ActForm):
    """Pairs of a day and an hour, of which any may stay empty."""

    show_address = forms.BooleanField(
        label=_("Show them my email address"),
        required=False,
        help_text=_("If you write from your own email, they’ll see your address anyway."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        meeting: Meeting,
        on: Reply | None,
        zone: str,
        now: datetime,
        channel: str | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        """`channel`: by which the request is being written where the form stands on its page, and shows that anew;
        `typed`: what was typed here and is not offered yet.

        On that page its fields name the letter's form as theirs: without script, whichever button is pressed, what
        stands in both is sent. Script takes that name off (static/core/drafts.js), and has two forms.
        """
        super().__init__(data)
        self.meeting, self.channel = meeting, channel
        self.zone, self.now = zone, now
        self.stands = [offer.starts_at for offer in on.on_offer(now=now)] if on else []
        offered = [at.astimezone(times.zone(zone)) for at in self.stands]
        self.initial["show_address"] = on.show_address if on else False
        for place in PLACES:
            at = offered[place - 1] if place <= len(offered) else None
            self.fields[f"day_{place}"] = _day(place, at)
            self.fields[f"hour_{place}"] = _hour(place, at)
        self.waits = bool(typed)
        if typed:
            self.initial.update({name: typed.get(name, "") for name in self.fields})
        if channel is not None:
            for field in self.fields.values():
                field.widget.attrs["form"] = "letter"

    @property
    def typed(self) -> dict[str, str]:
        """What it was sent with, by field, where that is not what is on offer; otherwise nothing."""
        return {name: self.data.get(name, "") for name in self.fields} if self.has_changed() else {}

    @property
    def helper(self) -> HouseHelper:
        offer = reverse("meetings:offer", args=[self.meeting.pk])
        pairs = [Row(f"day_{place}", f"hour_{place}") for place in PLACES]
        more = any(self[name].value() for row in pairs[3:] for name in row.fields)
        on_your_clock = _("In your time zone (%(city)s). Leave these empty to let them suggest a time.") % {
            "city": times.city(self.zone)
        }
        on_the_page = self.channel is not None
        in_place: dict[str, Any] = (
            {"hx_post": offer, "hx_target": "#asking", "hx_swap": "outerHTML"} if on_the_page else {}
        )
        by: dict[str, Any] = {"form": "letter", "formaction": offer} if on_the_page else {}
        return HouseHelper(
            *([Carried("channel", self.channel)] if on_the_page else []),
            Fieldset(
                _("Times you could offer"),
                Hint(on_your_clock, "help"),
                *pairs[:3],
                Details(_("Offer more times"), *pairs[3:], is_open=more),
                css_class="offers",
            ),
            "show_address",
            ButtonHolder(Button(_("Offer these times"), "quiet" if on_the_page else "", **by)),
            action=offer,
            **in_place,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["times"] = list(self._moments(cleaned))
        return cleaned

    def _moments(self, cleaned: dict[str, Any]) -> Iterator[datetime]:
        left = list(self.stands)
        for place in PLACES:
            day, hour = cleaned.get(f"day_{place}"), cleaned.get(f"hour_{place}")
            if day and hour:
                try:
                    at = local_time.moment(day, hour, self.zone, stands=left).at
                except local_time.Gap:
                    self.add_error(
                        f"hour_{place}",
                        str(_("The clocks go forward then, so this time doesn’t exist. Choose another one.")),
                    )
                except OverflowError:
                    self.add_error(f"day_{place}", str(_("Choose a date in this century.")))
                else:
                    if at <= self.now:
                        self.add_error(f"day_{place}", str(Meeting.Past.sentence))
                    left = [one for one in left if one != at]
                    yield at
            elif day and f"hour_{place}" not in self.errors:
                self.add_error(f"hour_{place}", str(_("Enter a time.")))
            elif hour and f"day_{place}" not in self.errors:
                self.add_error(f"day_{place}", str(_("Enter a date.")))


def _day(place: int, at: datetime | None) -> forms.DateField:
    return Day(
        label=_("Date %(place)s") % {"place": place},
        required=False,
        initial=at.date() if at else None,
        error_messages={"invalid": _("Write the date like 2026-11-26.")},
    )


def _hour(place: int, at: datetime | None) -> forms.TimeField:
    label = _("Time %(place)s") % {"place": place}
    return Hour(label=label, required=False, initial=at.time() if at else None)
