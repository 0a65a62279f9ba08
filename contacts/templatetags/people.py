"""How long ago, or how soon, in a word or three: a dense list has no room for a whole date."""

from collections.abc import Iterable
from datetime import date, datetime
from html import escape

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.models import Contact

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


@register.simple_tag
def people_rows(people: Iterable[Contact], today: date) -> SafeString:
    """The rows of the list of people: fifty at once, drawn here because the template language takes ten times as long.

    Every word that a person typed is escaped; docs/decisions says more.
    """
    words = {name: escape(said) for name, said in _row_words().items()}
    here = reverse("contacts:index")
    return SafeString("".join(_row(contact, today, here, words) for contact in people))


def _row_words() -> dict[str, str]:
    return {"touch": _("Last touch"), "next": _("Next"), "warmth": _("Warmth"), "none": _("none yet")}


def _row(contact: Contact, today: date, here: str, words: dict[str, str]) -> str:
    work = f'<span class="under"><bdi>{escape(contact.work)}</bdi></span>' if contact.work else ""
    tags = "".join(f'<span class="tag">{escape(tag)}</span> ' for tag in contact.tags)
    tags = f'<span class="people-tags">{tags}</span>' if tags else ""
    touch = _when_cell(words["touch"], contact.last_touch, contact.last_touch_at, today, words["none"])
    following = _when_cell(words["next"], contact.next_act, contact.next_act_at, today, "–")
    return (
        f'<tr><th scope="row"><a href="{here}{contact.pk}/"><bdi>{escape(contact.name)}</bdi></a>{work}{tags}</th>'
        f'{touch}{following}<td data-label="{words["warmth"]}" class="warmth">'
        f'<span class="state warmth-{contact.warmth}">'
        f'<span class="visually-hidden">{words["warmth"]} </span>{contact.warmth}</span></td></tr>'
    )


def _when_cell(label: str, said: str, at: datetime | None, today: date, none: str) -> str:
    if at is None:
        return f'<td data-label="{label}" class="none"><span class="soft">{none}</span></td>'
    stamp = (
        f'<time class="soft" datetime="{timezone.localtime(at).isoformat(timespec="seconds")}">{ago(at, today)}</time>'
    )
    return f'<td data-label="{label}"><span>{escape(said)} {stamp}</span></td>'


def _span(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)s week", "%(n)s weeks", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)s month", "%(n)s months", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year", "%(n)s years", days // 365) % {"n": days // 365}
