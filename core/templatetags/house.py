"""The few tags every template has: times, the half dial, the token of a form that creates."""

import re
from datetime import date, datetime
from math import cos, pi, sin
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core import times
from core.http import MEMBER
from core.layout import of_what
from core.once import FIELD, new_token

register = template.Library()
register.simple_tag(of_what)


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Django's token of a form, and whose page it stands in: nobody else sends its words (core/unsent.py)."""
    token = context.get("csrf_token") or ""
    member = getattr(getattr(context.get("request"), "user", None), "pk", None)
    fields = [("csrfmiddlewaretoken", token)] if token else []
    fields += [(MEMBER, member)] if token and member else []
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', fields)


@register.filter
def when(moment: datetime | None) -> str:
    """A moment that was recorded, in words, in the reader's zone."""
    return times.say_moment(moment) if moment else ""


@register.filter
def agreed(moment: datetime | None) -> str:
    """A time that two people agreed on, as a sentence says it: in the reader's zone, which it names."""
    return times.say(moment) if moment else ""


_SPAN = re.compile(r"[\w:.]{1,12}(?: [AP]M)?–[\w:.]{1,12}(?: [AP]M)?")


@register.filter
def unbroken(words: str) -> SafeString:
    """Words of a time, whose begin and end no line parts: CSS cannot ask that of a dash."""
    return mark_safe(_SPAN.sub(r'<span class="unbroken">\g<0></span>', conditional_escape(words)))


@register.filter
def stacked(clocks: times.Clocks) -> SafeString:
    """A time on both clocks, the other person's beneath."""
    lines = [format_html('<span class="clock">{}</span>', unbroken(clocks.mine))] if clocks else []
    # The blank keeps them apart for who reads the text alone.
    lines += (
        [format_html(' <span class="clock there">{}</span>', unbroken(clocks.theirs))]
        if clocks and clocks.theirs
        else []
    )
    return mark_safe("".join(lines))


@register.simple_tag
def clocks(starts_at: datetime | None, ends_at: datetime | None, there: str | None) -> SafeString:
    """A time on the reader's clock and on that of `there`, from its begin to its end."""
    return stacked(times.both(starts_at, there=there or None, until=ends_at) if starts_at else times.Clocks())


@register.filter
def on_day(moment: datetime | date | None) -> str:
    """The day with its weekday; of a moment, the day that it is for the reader."""
    return times.say_day(_here(moment)) if moment else ""


@register.filter
def on_date(moment: datetime | date | None) -> str:
    """The day without its weekday, for what lies behind; of a moment, the day that it is for the reader."""
    return times.say_date(_here(moment)) if moment else ""


@register.simple_tag
def clock_now() -> str:
    """What the reader's clock shows."""
    return times.say_clock(timezone.localtime())


def _here(moment: datetime | date) -> datetime | date:
    return timezone.localtime(moment) if isinstance(moment, datetime) else moment


@register.filter
def city(zone: str) -> str:
    return times.city(zone)


@register.filter
def is_known_zone(zone: str) -> bool:
    return times.is_known(zone)


@register.simple_tag
def once() -> SafeString:
    """The token that makes a double submit have one result (core/once.py)."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, new_token())


@register.simple_tag(takes_context=True)
def jinja(context: Context, name: str, **values: Any) -> SafeString:
    """What the file `name` below jinja/ makes of `values`, and of nothing else; a form in it has its token."""
    return _drawn(name, values, context.get("request"))


def _drawn(name: str, values: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
    return mark_safe(get_template(name, using="jinja2").render(values, request))


_ROOMS = {"people": "people", "meetings": "talks", "goals": "goals", "centre": "centre", "bank": "bank", "": "today"}


@register.simple_tag(takes_context=True)
def current_room(context: Context) -> str:
    """Which link of the top stands for the page that is shown."""
    path: str = context["request"].path
    if path.startswith(("/you/members/", "/you/invitations/")):
        return "members"
    if path.startswith("/meetings/whom-to-ask/"):
        return "people"
    return _ROOMS.get(path.split("/", 2)[1], "")


@register.simple_tag
def dial(value: int, of: int, words: str = "", size: str = "m") -> SafeString:
    """The half dial: an arc that fills from left to right. `words` says the same to who cannot see it."""
    share = min(max(value / of, 0), 1) if of else 0
    angle = pi * (1 - share)
    hand = {"x": round(50 + 40 * cos(angle), 2), "y": round(50 - 40 * sin(angle), 2)}
    return _drawn("core/_dial.html", {"share": round(share * 100, 1), "words": words, "size": size, **hand})


@register.simple_tag
def all_zones() -> list[str]:
    """The places to pick from; a distance from UTC is only typed."""
    return sorted(name for name in times.zone_names() if not name.startswith("Etc/"))


@register.simple_tag(takes_context=True)
def page_link(context: dict[str, Any], number: int) -> str:
    """The address of page `number` of the list that is shown, its filters kept."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
