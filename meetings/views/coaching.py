"""What a student does with the coach's findings: let it mend, take that back, or mean it so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.http import done
from meetings import coaching
from meetings.forms import MessageForm
from meetings.models import Message
from meetings.views.desk import again, back, desk_context, reworded
from meetings.views.doors import own_message


@require_POST
def mend(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the coach put right what it named."""

    def act(message: Message) -> str:
        review = coaching.review(message, now=timezone.now())
        found = next((one for one in review.remarks if one.repair and one.key == request.POST.get("mend")), None)
        if found is None or found.repair is None:
            return _(
                "The words have changed meanwhile, so nothing was mended. The findings are those of the new words."
            )
        repair, span = found.repair, found.repair.span
        was = getattr(message, span.part)[span.start : span.end]
        message.mend(field=span.part, start=span.start, end=span.end, was=was, words=repair.words)
        return _("Mended. You can take it back.")

    return _change(request, pk, act)


@require_POST
def unmend(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the last mending back."""

    def act(message: Message) -> str:
        try:
            message.unmend()
        except Message.Moved:
            return _("You have written on since then, so there is nothing to take back.")
        return _("Taken back: your words stand as before.")

    return _change(request, pk, act)


@require_POST
def silence(request: HttpRequest, pk: int) -> HttpResponse:
    """Mean it so."""

    def act(message: Message) -> str:
        message.silence(request.POST.get("silence", ""))
        return _("Noted: you mean it so.")

    return _change(request, pk, act)


@require_POST
def heed(request: HttpRequest, pk: int) -> HttpResponse:
    """Hear everything about this letter again."""

    def act(message: Message) -> str:
        message.heed()
        return _("Here is everything the coach sees.")

    return _change(request, pk, act)


def _change(request: HttpRequest, pk: int, act: Callable[[Message], str]) -> HttpResponse:
    """Keep the words that the form holds, then `act` on them; the desk anew, or the page it stands on."""
    message = own_message(request, pk)
    form = MessageForm(request.POST, on=message)
    if message.sent_at is None and not reworded(message, form):
        return again(request, message, form)
    notice = act(message) if message.sent_at is None else _("This was noted as sent already, so it stays as it is.")
    context = {**desk_context(request, message), "notice": notice, "coach_open": True}
    return done(request, back(request, message), notice=notice, fragment="meetings/_desk.html", context=context)
