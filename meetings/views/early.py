"""One more question before a conversation is begun, or said to have been held, long before the time agreed for it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from core.forms import ConfirmForm
from core.http import respond
from meetings.models import Meeting

SURE = "early"


def ask_if_early(
    request: HttpRequest, meeting: Meeting, *, now: datetime, begins: bool = False, back: str = ""
) -> HttpResponse | None:
    """The page that asks, where the time agreed for `meeting` is far ahead and nobody was asked yet; otherwise None.

    In: `begins`, whether the conversation begins (or else was held); `back`, the page of whoever changes their mind,
    the conversation's own when empty.
    """
    if SURE in request.POST or meeting.starts_at is None or not meeting.is_early(now):
        return None
    act = _("Start the timer") if begins else _("Yes, we talked")
    question = _("Start the conversation now?") if begins else _("Have you already talked?")
    consequence = _("It’s scheduled for %(when)s. The timer starts when you start.")
    if not begins:
        consequence = _(
            "It’s scheduled for %(when)s. If you’ve talked, write down what you learned and say thank you next. You can"
            " undo this for a day."
        )
    when = meeting.in_words(meeting.owner.zone)
    form = ConfirmForm(act=act, keep=_("Not yet"), back=back or reverse("meetings:show", args=[meeting.pk]), sure=SURE)
    context = {"title": question, "question": question, "consequence": consequence % {"when": when}}
    return respond(request, "core/confirm.html", context, form=form)
