"""The mails of this room with made-up words: a test reminder, and an answer that is passed on."""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from centre.models import Centre
from core.arriving import subject_of
from core.links import absolute
from core.outbox import Words
from core.samples import FIRST, WHO, register_sample


def trial() -> Words:
    """What a director sends to themselves to see that mails leave."""
    centre = Centre.recent().name
    words = _(
        "This is a test email from %(centre)s.\n\nYou asked for it on the page “Email status”. Reminders"
        " to your students go the same way, so they’ll arrive too.\n\nYou don’t need to do anything.\n"
    )
    return Words(_("%(centre)s: a test email") % {"centre": centre}, words % {"centre": centre})


def answer(reader: Any, now: datetime) -> Words:
    """What somebody answered to the centre's address."""
    context = {
        "name": FIRST,
        "who": WHO,
        "sender": "ada@example.org",
        "words": _("Thank you for your message. I’d be glad to talk with you in the new year."),
        "page": absolute(),
    }
    return Words(subject_of(str(WHO)), render_to_string("core/mail/answer.txt", context))


def register() -> None:
    """Let the director look at these mails."""
    register_sample("answer", answer, to=gettext_lazy("to a student, when someone replies to your centre’s address"))
    register_sample("trial", lambda reader, now: trial(), to=gettext_lazy("to a director who asked for it"))
