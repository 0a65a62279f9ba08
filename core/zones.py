"""The field in which somebody types a time zone as people call it, and what stands below it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core import times
from core.http import respond
from core.places import Place, places, with_country
from core.text import clean_line, tidy

# What is longer is no place, whatever stands around it: it is measured, not read.
LONGEST_PLACE = 1000


class ZoneInput(forms.TextInput):
    """A line for a place; below it stands which one was understood, and what its clocks show now.

    Where several may be meant they stand there to choose from, under the name of the field: the form takes what was
    chosen, which comes last, and without a choice what was typed.
    """

    template_name = "core/zone_input.html"

    def format_value(self, value: Any) -> Any:
        # A field that the device may fill in holds names as devices say them: house.js compares them.
        return super().format_value(value if "data-zone-choice" in self.attrs else as_typed(str(value or "")))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        line, own = _line_of(name), context["widget"]["attrs"]
        own["aria-describedby"] = f"{own.get('aria-describedby', '')} {line}".strip()
        asking = {
            "list": "zones",
            "autocomplete": "off",
            "hx-get": f"{reverse('core:place')}?of={name}",
            "hx-trigger": "input changed delay:400ms",
            "hx-target": f"#{line}",
            "hx-swap": "innerHTML",
            # The form around may say otherwise for itself.
            "hx-include": "this",
            "hx-sync": "this:replace",
        }
        # Where no account is asked for, the page itself answers.
        context["widget"]["attrs"] = {**asking, **own}
        return {**context, "line": line, **understood(name, str(value or ""))}


class ZoneField(forms.CharField):
    """A time zone, typed as people call it: a city, an abbreviation, a distance from UTC, an IANA name.

    The page carries the names once, to pick from (`<datalist id=zones>`). `read` holds what was typed and the place it
    was read as, where it was no zone's own name; where there are several, they are offered to choose from.
    """

    widget = ZoneInput
    default_error_messages = {
        "zone": _("We don’t know a time zone called “%(value)s”. Try a nearby city, such as Accra or Berlin."),
        "several": _("Choose which “%(value)s” you mean."),
    }
    read: tuple[str, Place] | None = None
    offered: Sequence[Place] = ()

    def to_python(self, value: Any) -> str:
        typed = clean_line(super().to_python(value) or "")
        self.read, self.offered = None, _places(typed)
        if len(self.offered) != 1:
            return typed
        [place] = self.offered
        if typed != as_typed(place.zone) and place.zone != times.now_called(typed.replace(" ", "_")):
            self.read = typed, place
        return place.zone

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(self.offered) > 1:
            raise forms.ValidationError(self.error_messages["several"], code="several", params={"value": value})
        if value and value not in times.zone_names():
            raise forms.ValidationError(self.error_messages["zone"], code="zone", params={"value": value})

    def sentence(self) -> str:
        """What was typed, said back with its zone; "" where that says nothing new."""
        if self.read is None:
            return ""
        typed, place = self.read
        facts = {"typed": typed, "place": place.words, "zone": place.zone}
        return _("We read “%(typed)s” as %(place)s: %(zone)s.") % facts


@require_safe
def place(request: HttpRequest) -> HttpResponse:
    """What stands below the field `of` while somebody types there."""
    name = request.GET.get("of", "")
    return respond(request, "core/_place.html", understood(name, request.GET.get(name, "")))


def zone_meant(typed: str) -> str:
    """The zone of the one place that `typed` means; "" where it means none, or one of several."""
    found = _places(_line(typed))
    return found[0].zone if len(found) == 1 else ""


@lru_cache(maxsize=1024)
def as_typed(zone: str) -> str:
    """A zone as people type it: "Tokyo", "Athens, Greece"; as it is called where neither would be read as this zone."""
    if zone not in times.zone_names():
        return zone
    city = times.city(zone)
    return next((words for words in (city, with_country(city, zone)) if zone_meant(words) == zone), zone)


def understood(name: str, typed: str) -> dict[str, Any]:
    """The one place that `typed` means, in words with its clock; or the places that it may mean, to choose from."""
    typed = _line(typed)
    found = _places(typed)
    if len(found) == 1:
        return {"understood": _now_there(found[0])}
    choices = [(place.zone, _now_there(place, apart=True)) for place in found]
    which = forms.RadioSelect(choices=choices).render(name, None, {"id": f"{_line_of(name)}-which"}) if choices else ""
    return {"typed": typed, "which": which}


def _line(typed: str) -> str:
    """What was typed, on one line; nothing where it is longer than any place, which is not read."""
    return clean_line(tidy(typed.replace("\0", ""))) if len(typed) <= LONGEST_PLACE else ""


def _places(typed: str) -> Sequence[Place]:
    return places(typed) if 0 < len(typed) <= LONGEST_PLACE else ()


def _now_there(place: Place, *, apart: bool = False) -> str:
    """ "New York, now 21:20"; `apart`: with the city of its clock, which tells it from its namesakes."""
    city, words = times.city(place.zone), place.words
    if apart and city not in words:
        words = f"{words} ({city})"
    clock = times.say_clock(timezone.now().astimezone(times.zone(place.zone)))
    return str(_("%(place)s, now %(clock)s") % {"place": words, "clock": clock})


def _line_of(name: str) -> str:
    return f"place-of-{name}"
