"""How long ago, or how soon, in a word or three: a dense list has no room for a whole date."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def ago(moment: datetime | None, today: date) -> str:
    """ "today", "yesterday", "3 days ago", "2 months ago"; of what comes: "tomorrow", "in 3 days"."""
    return ago_from(today)(moment) if moment else ""


def ago_from(today: date) -> Callable[[datetime], str]:
    """What says `ago` of many moments on the reader's clock, who is asked for but once."""
    zone, language = timezone.get_current_timezone(), get_language()
    return lambda moment: _days_in_words((today - moment.astimezone(zone).date()).days, language)


@register.filter
def hashtags(tags: list[str]) -> str:
    """The tags of a person in one line, each with its sign."""
    return "  ".join([f"#{tag}" for tag in tags])


# A list says few distances many times.
@lru_cache(maxsize=2048)
def _days_in_words(days: int, language: str | None) -> str:
    near = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}
    if days in near:
        return near[days]
    span = _span(abs(days))
    return _("%(span)s ago") % {"span": span} if days > 0 else _("in %(span)s") % {"span": span}


def _span(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)s week", "%(n)s weeks", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)s month", "%(n)s months", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year", "%(n)s years", days // 365) % {"n": days // 365}
