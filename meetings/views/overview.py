"""One conversation at a glance, and what can be recorded of it."""

from functools import cache

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core.http import done, respond
from core.panels import panels
from meetings import answers, glance, path
from meetings.forms import AnswerForm, CancelForm, MissForm
from meetings.models import Meeting
from meetings.views.doors import own_meeting
from meetings.views.step import step_context


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Who, when, where, how far, and the next step."""
    return overview(request, pk)


@require_POST
def hear(request: HttpRequest, pk: int) -> HttpResponse:
    """Record their answer."""
    meeting, form = own_meeting(request, pk), AnswerForm(request.POST)
    if form.is_valid():
        try:
            meeting.hear(by=current_user(request), now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            return overview(request, pk, refused=refused, hearing=form)
        else:
            if meeting.answer == Meeting.Answer.YES:
                return done(request, "meetings:time", pk, notice=_("Good news. Now fix the time and place they chose."))
            return done(request, "meetings:show", pk, notice=_("Noted. A short word of thanks keeps the door open."))
    return overview(request, pk, hearing=form)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off."""
    meeting, form = own_meeting(request, pk), CancelForm(request.POST)
    if form.is_valid():
        try:
            meeting.cancel(by=current_user(request), now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            return overview(request, pk, refused=refused, cancelling=form)
        else:
            return done(request, "meetings:show", pk, notice=_("Called off. Everything you prepared stays here."))
    return overview(request, pk, cancelling=form)


@require_POST
def miss(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody did not come."""
    meeting, form = own_meeting(request, pk), MissForm(request.POST)
    if form.is_valid():
        try:
            meeting.miss(by=current_user(request), now=timezone.now(), **form.values())
        except Meeting.Refused as refused:
            return overview(request, pk, refused=refused, missing=form)
        else:
            return done(request, "meetings:time", pk, notice=_("That happens. When you have a new time, put it here."))
    return overview(request, pk, missing=form)


@require_POST
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """They talked."""
    meeting = own_meeting(request, pk)
    try:
        meeting.hold(by=current_user(request), now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, "meetings:show", pk, notice=_("Well done. Look back on it today, while it is fresh."))


@require_POST
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it rest."""
    meeting = own_meeting(request, pk)
    try:
        meeting.rest(by=current_user(request), now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, "meetings:show", pk, notice=_("It rests. An answer from them takes it up again."))


def overview(request: HttpRequest, pk: int, *, refused: Meeting.Refused | None = None, **forms: Form) -> HttpResponse:
    """The page with its small forms; 422 where one of them or the verb was refused."""
    now, found = timezone.now(), glance.ONE.ask(request.user, pk)
    if not found:
        raise Http404
    [meeting] = found
    acts, after, told = meeting.open_to(now), path.marks_after(meeting), step_context(meeting)
    told |= {
        "refused": refused,
        "acts": acts,
        # Its time has come, and nobody has said yet what became of it.
        "begun": "miss" in acts,
        "after_the_talk": meeting.held_at is not None and meeting.stage in (Meeting.Stage.HELD, Meeting.Stage.THANKED),
        "forms_refused": bool(forms),
        "after": after,
        "undone": next((mark for mark in after if not mark.done), None),
        "letters": glance.letters(meeting, request.user),
        "reply": answers.of_meeting(meeting, current_user(request), now) if glance.has(meeting, "invitation") else None,
        "panels": panels("meetings:show", meeting, request.user, now),
        **_small(acts),
        **forms,
    }
    response = respond(request, "meetings/show.html", told)
    response.status_code = 422 if refused or forms else 200
    return response


def _small(acts: frozenset[str]) -> dict[str, Form]:
    """The forms of the verbs that are open; those of the others are not drawn."""
    return {name: form for name, (act, form) in _blank_forms().items() if act in acts}


@cache
def _blank_forms() -> dict[str, tuple[str, Form]]:
    """The forms as nobody filled them yet: the same for everybody, so that they are made and drawn once."""
    return {"hearing": ("hear", AnswerForm()), "cancelling": ("cancel", CancelForm()), "missing": ("miss", MissForm())}
