"""What a student does with the coach's remarks: let it mend, take that back, or mean it so."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.http import belongs_to, done
from meetings import coaching
from meetings.forms import MessageForm
from meetings.models import Meeting, Message, Reply
from meetings.views.desk import again, desk_context, desk_of_letter, offered_in_words, onwards, reworded
from meetings.views.doors import own_message

LetterAct = Callable[[HttpRequest, Message], str]


def on_letter(act: LetterAct) -> Callable[[HttpRequest, int], HttpResponse]:
    """A view that keeps the words which the form holds, then lets `act` do its part and says what it gives.

    It answers with the desk anew, or with the page that it stands on.
    """

    @belongs_to(desk_of_letter)
    @require_POST
    @wraps(act)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        message = own_message(request, pk)
        form = MessageForm(request.POST, on=message)
        if not reworded(message, form):
            return again(request, message, form)
        notice = act(request, message) if message.sent_at is None else str(Message.AlreadySent())
        context = {**desk_context(request, message), "notice": notice, "coach_open": True}
        to = onwards(request, message)
        return done(request, to, notice=notice, fragment="meetings/_desk.html", context=context)

    return view


@on_letter
def mend(request: HttpRequest, message: Message) -> str:
    """Let the coach put right what it named."""
    review = coaching.review(message, now=timezone.now())
    found = next((one for one in review.remarks if one.repair and one.key == request.POST.get("mend")), None)
    if found is None or found.repair is None:
        return _("Your message has changed since then, so we didn’t fix anything. These tips are for the new version.")
    repair, span = found.repair, found.repair.span
    was = getattr(message, span.part)[span.start : span.end]
    message.mend(field=span.part, start=span.start, end=span.end, was=was, words=repair.words)
    return _("Fixed. You can undo this.")


@on_letter
def unmend(request: HttpRequest, message: Message) -> str:
    """Take the last mending back."""
    try:
        message.unmend()
    except Message.Moved:
        return _("You’ve made changes since then, so there’s nothing to undo.")
    return _("Undone. Your wording is back.")


@on_letter
def add_link(request: HttpRequest, message: Message) -> str:
    """Put the link by which they answer into the letter."""
    now = timezone.now()
    try:
        Reply.prepare(message.meeting, now=now)
        message.add_link()
    except Meeting.Refused as refused:
        return str(refused)
    if not Reply.address_for(message, now=now):
        return _("You turned off the link. Make a new one first.")
    return _("The link is back in your message.")


@on_letter
def name_times(request: HttpRequest, message: Message) -> str:
    """Name the times on offer in the letter, or take out those that were named and are not on offer any more."""
    times = offered_in_words(message, now=timezone.now())
    if times:
        message.name_times(times)
        return _("Your message mentions the times now. You can undo this.")
    if message.may_renew_times(()):
        message.name_times(())
        return _("You’re not offering any times now, so we took them out of your message. You can undo this.")
    return _("You’re not offering any times now.")


@on_letter
def silence(request: HttpRequest, message: Message) -> str:
    """Mean it so."""
    message.silence(request.POST.get("silence", ""))
    return _("OK, we’ll leave it as it is.")


@on_letter
def heed(request: HttpRequest, message: Message) -> str:
    """Hear everything about this letter again."""
    message.heed()
    return _("Here are all the tips.")
