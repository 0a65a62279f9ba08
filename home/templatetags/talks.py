"""Conversations on their way, as home shows them."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from core.mould import Mould
from home.talk import Talk

register = template.Library()

NEXT = Mould(
    "home/_next.html",
    "talk",
    words=("at", "name", "work", "time", "where", "so_far", "href", "next"),
    fixed=("done", "total"),
)
PREPARING = Mould("home/_preparing.html", "talk", words=("at", "name", "so_far", "day", "href", "next"))
WAITING = Mould("home/_waiting.html", "talk", words=("at", "name", "asked"))


@register.simple_tag
def next_talk(talk: Talk) -> SafeString:
    """The sheet of the next conversation."""
    return NEXT.cast(talk, "")


@register.simple_tag
def preparing_rows(talks: Iterable[Talk]) -> SafeString:
    """The list items of what is being prepared."""
    return PREPARING.items(talks, "")


@register.simple_tag
def waiting_rows(talks: Iterable[Talk]) -> SafeString:
    """The list items of who has not answered yet."""
    return WAITING.items(talks, "")
