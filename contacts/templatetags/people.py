"""How long ago, or how soon, in a word or three: a dense list has no room for a whole date."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from contacts.models.questions import Listed
from core.mould import Mould

register = template.Library()


@register.filter
def ago(moment: datetime | None, today: date) -> str:
    """ "today", "yesterday", "3 days ago", "2 months ago"; of what comes: "tomorrow", "in 3 days"."""
    return _days_in_words((today - timezone.localdate(moment)).days, get_language()) if moment else ""


# A list says few distances many times.
@lru_cache(maxsize=2048)
def _days_in_words(days: int, language: str | None) -> str:
    near = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}
    if days in near:
        return near[days]
    span = _span(abs(days))
    return _("%(span)s ago") % {"span": span} if days > 0 else _("in %(span)s") % {"span": span}


ROW = Mould(
    "contacts/_row.html",
    "row",
    words=("href", "name", "work", "tags", "touch", "touched_at", "touched", "act", "act_at", "act_when"),
    fixed=("warmth",),
)


class Row(NamedTuple):
    """One person as the list says them, every word finished."""

    href: str
    name: str
    work: str
    tags: str
    touch: str
    touched_at: str
    touched: str
    act: str
    act_at: str
    act_when: str
    warmth: str


@register.simple_tag
def people_rows(people: Iterable[Listed], today: date) -> SafeString:
    """The rows of the list of people."""
    here, zone = reverse("contacts:index"), timezone.get_current_timezone()
    return mark_safe("".join([ROW.cast(_row(person, here, zone, today), "") for person in people]))  # it escapes


def _row(person: Listed, here: str, zone: tzinfo, today: date) -> Row:
    pk, name, role, organisation, warmth, tags, touch, touched_at, act, act_at = person
    work = ", ".join([part for part in (role, organisation) if part])
    touched = (touch or "–", *_distance(touched_at, zone, today)) if touched_at else ("", "", "")
    due = (act or "–", *_distance(act_at, zone, today)) if act_at else ("", "", "")
    return Row(f"{here}{pk}/", name, work, "  ".join([f"#{tag}" for tag in tags]), *touched, *due, warmth)


def _distance(moment: datetime, zone: tzinfo, today: date) -> tuple[str, str]:
    day = moment.astimezone(zone).date()
    return day.isoformat(), _days_in_words((today - day).days, get_language())


def _span(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)s week", "%(n)s weeks", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)s month", "%(n)s months", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year", "%(n)s years", days // 365) % {"n": days // 365}
