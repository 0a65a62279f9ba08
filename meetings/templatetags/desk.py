"""What the writing desk needs, wherever a page puts it."""

from typing import Any

from django import template
from django.utils import timezone

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
