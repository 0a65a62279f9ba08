"""One conversation at a glance, and what can be recorded of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core.http import done, respond
from core.panels import panels
from meetings import answers
from meetings.forms import AnswerForm, CancelForm, MissForm
from meetings.models import Meeting, Message
from meetings.models.message import MessageQuerySet
from meetings.models.progress import CALLED_OFF
from meetings.now import led_to, now_card
from meetings.views.doors import own_meeting, seen_meeting
from meetings.views.early import ask_if_early
from meetings.views.step import step_context

# The small form of an act, under its name on the page; it is drawn where the act is open.
FORMS = {"hear": ("hearing", AnswerForm), "miss": ("missing", MissForm)}


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Who, when, where, how far, and the next step."""
    return overview(request, pk)


@require_POST
def hear(request: HttpRequest, pk: int) -> HttpResponse:
    """Record their answer."""
    meeting = own_meeting(request, pk)
    form = AnswerForm(request.POST, meeting=meeting)
    if form.is_valid():
        try:
            meeting.hear(now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            return overview(request, pk, refused=refused, hearing=form)
        else:
            if meeting.answer == Meeting.Answer.YES:
                return done(
                    request, "meetings:time", pk, notice=_("Great news! Now add the time and place they chose.")
                )
            return done(
                request, "meetings:show", pk, notice=_("Saved. A short thank-you now makes it easy to ask again later.")
            )
    return overview(request, pk, hearing=form)


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off; the page asks why."""
    meeting = own_meeting(request, pk)
    form = CancelForm(request.POST if request.method == "POST" else None, meeting=meeting)
    if form.is_valid():
        try:
            meeting.cancel(now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            form.add_error(None, str(refused))
        else:
            return done(
                request, "meetings:show", pk, notice=_("Cancelled. Your preparation is still here if you need it.")
            )
    context = {"meeting": meeting, "they_know": CALLED_OFF in meeting.has}
    return respond(request, "meetings/cancel.html", context, form=form)


@require_POST
def miss(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody did not come."""
    meeting = own_meeting(request, pk)
    form = MissForm(request.POST, meeting=meeting)
    if form.is_valid():
        try:
            meeting.miss(now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            return overview(request, pk, refused=refused, missing=form)
        else:
            return done(
                request,
                "meetings:time",
                pk,
                notice=_("That happens to everyone. Add the new time here when you have one."),
            )
    return overview(request, pk, missing=form)


@require_POST
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """They talked; before the day agreed for it, it asks first."""
    if asked := ask_if_early(request, own_meeting(request, pk), now=timezone.now()):
        return asked
    notice = _("Well done! Write down what you learned while it’s fresh.")
    return _recorded(request, pk, Meeting.hold, notice, undo="meetings:unhold")


@require_POST
def unhold(request: HttpRequest, pk: int) -> HttpResponse:
    """They have not talked yet after all."""
    return _recorded(request, pk, Meeting.unhold, _("Undone. What you wrote down is still here."))


@require_POST
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it rest."""
    notice = _("Closed for now. It comes back if they reply through your link, or if you tell us they replied.")
    return _recorded(request, pk, Meeting.rest, notice, undo="meetings:wake")


@require_POST
def wake(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it up again."""
    return _recorded(request, pk, Meeting.wake, _("Reopened, with everything that was due."))


def _recorded(
    request: HttpRequest, pk: int, verb: Callable[..., object], notice: str, *, undo: str = ""
) -> HttpResponse:
    """What an act without a form answers: its page again, with `notice` and the act named `undo`, or why it refused."""
    try:
        verb(own_meeting(request, pk), now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, page(request, pk), notice=notice, undo=reverse(undo, args=[pk]) if undo else "")


def page(request: HttpRequest, pk: int) -> str:
    """The address of the page, with what was typed of their answer before another act on it was pressed."""
    typed = {name: request.POST[name] for name in ("answer", "not_before") if request.POST.get(name)}
    address = reverse("meetings:show", args=[pk])
    return f"{address}?{urlencode(typed)}" if typed else address


def overview(request: HttpRequest, pk: int, *, refused: Meeting.Refused | None = None, **forms: Form) -> HttpResponse:
    """The page with its small forms; 422 where one of them or the verb was refused."""
    meeting, now = seen_meeting(request, pk), timezone.now()
    context = _context(request, meeting, now)
    return respond(
        request, "meetings/show.html", {**context, "refused": refused, **forms}, refused=bool(refused or forms)
    )


def _context(request: HttpRequest, meeting: Meeting, now: datetime) -> dict[str, Any]:
    """What the page of `meeting` shows; only what there is, is asked for."""
    acts, typed = meeting.open_to(now), request.POST if request.method == "POST" else request.GET
    reply = answers.of_meeting(meeting, current_user(request), now)
    around = step_context(meeting, now=now)
    proposed = reply is not None and reply.waits
    following = around["following"]
    card = now_card(meeting, acts=acts, proposed=proposed, at_hand=around["at_hand"], following=following)
    return {
        **around,
        "acts": acts,
        "now_card": card,
        "led": led_to(card, following),
        "letters": _letters(request, meeting) if "letters" in meeting.has else [],
        "goals": meeting.goals.order_by("pk").only("subject") if "goal" in meeting.has else [],
        "reply": reply,
        "panels": panels("meetings:show", meeting, request.user, now),
        **{name: form(meeting=meeting, typed=typed) for act, (name, form) in FORMS.items() if act in acts},
    }


def _letters(request: HttpRequest, meeting: Meeting) -> MessageQuerySet:
    """What was sent in `meeting`, the first first."""
    return Message.objects.visible_to(request.user).filter(meeting=meeting).sent()
