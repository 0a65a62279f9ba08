"""What the writing desk needs, wherever a page puts it."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from meetings import steps
from meetings.coaching import Advice, advice
from meetings.forms import MessageForm
from meetings.letter import Letter, letter
from meetings.models import Message

register = template.Library()


@register.simple_tag(takes_context=True)
def letter_of(context: dict[str, Any], message: Message) -> Letter:
    """The message as the desk shows it, by the centre's numbers."""
    return letter(message, context["centre"])


@register.simple_tag
def advice_of(message: Message) -> Advice:
    """What the coach says of the message as it is kept."""
    return advice(message, now=timezone.now())


@register.simple_tag(takes_context=True)
def desk_form(context: dict[str, Any], message: Message) -> MessageForm:
    """The refused form of this page, or the words as they are kept."""
    form = context.get("form")
    return form if isinstance(form, MessageForm) else MessageForm(on=message)


@register.simple_tag(takes_context=True)
def rail(context: dict[str, Any]) -> SafeString:
    """The steps of the conversation: drawn once for each way in which they can stand, then put to this one."""
    meeting, current = context["meeting"], context["mark"]
    drawn = _drawn_rail(steps.standing(meeting), current.step.slug if current else "", get_language())
    return SafeString(drawn.replace(str(steps.SOME), str(meeting.pk)))


@lru_cache(maxsize=2000)
def _drawn_rail(done: tuple[bool, ...], current: str, language: str | None) -> str:
    marks = steps.marks(steps.SOME, done, current)
    told = {"marks": marks, "mark": next((mark for mark in marks if mark.current), None)}
    return render_to_string("meetings/_rail.html", {**told, "progress": sum(done), "of": len(done)})
