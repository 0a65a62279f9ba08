"""How long ago, or how soon, in a word or three: a dense list has no room for a whole date."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.models import Contact
from core.mould import Mould

register = template.Library()


@register.filter
def ago(moment: datetime | None, today: date) -> str:
    """ "today", "yesterday", "3 days ago", "2 months ago"; of what comes: "tomorrow", "in 3 days"."""
    if moment is None:
        return ""
    days = (today - timezone.localdate(moment)).days
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
def people_rows(people: Iterable[Contact], today: date) -> SafeString:
    """The rows of the list of people."""
    here = reverse("contacts:index")
    return mark_safe("".join([ROW.cast(_row(person, here, today), "") for person in people]))  # the mould escapes


def _row(person: Contact, here: str, today: date) -> Row:
    tags = "  ".join([f"#{tag}" for tag in person.tags])
    touched, due = person.last_touch_at, person.next_act_at
    touch = (person.last_touch or "–", _stamp(touched), ago(touched, today)) if touched else ("", "", "")
    act = (person.next_act or "–", _stamp(due), ago(due, today)) if due else ("", "", "")
    return Row(f"{here}{person.pk}/", person.name, person.work, tags, *touch, *act, person.warmth)


def _stamp(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _span(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)s week", "%(n)s weeks", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)s month", "%(n)s months", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year", "%(n)s years", days // 365) % {"n": days // 365}
