"""Promises of one conversation, mine and theirs: add, keep, release, revise, take up again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core import times
from core.http import belongs_to, done, respond
from core.keyset import page_of
from core.once import made_already, once
from followups.forms import PromiseForm
from followups.models import Promise
from meetings.models import Meeting

ROWS = 25


def _promise(request: HttpRequest, pk: int) -> Promise:
    found = Promise.objects.editable_by(request.user).select_related("contact", "meeting", "owner")
    return get_object_or_404(found, pk=pk)


def _page(request: HttpRequest, pk: int) -> str:
    """Where the promises of one conversation stand."""
    return reverse("followups:promises", args=[_promise(request, pk).meeting_id])


@once
def promises(request: HttpRequest, pk: int) -> HttpResponse:
    """What was promised in this conversation; add one."""
    now = timezone.now()
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_people(), pk=pk)
    form = PromiseForm(request.POST if request.method == "POST" else None, contact=meeting.contact)
    if form.is_valid():
        by, here = current_user(request), Promise.objects.visible_to(request.user).filter(meeting=meeting)
        made = [
            made_already(here.open(), **values) or Promise.make(by=by, now=now, meeting=meeting, **values)
            for values in form.each()
        ]
        return done(request, "followups:promises", pk, notice=_said(made[-1]))
    found = Promise.objects.visible_to(request.user).filter(meeting=meeting).open_first()
    page = page_of(found, size=ROWS, asked=request.GET.get("page"))
    context = {
        "meeting": meeting,
        "page": page,
        "mine": [promise for promise in page if promise.is_mine],
        "theirs": [promise for promise in page if not promise.is_mine],
    }
    return respond(request, "followups/promises.html", context, form=form)


def revise_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a promise anew, or give it another day."""
    now = timezone.now()
    promise = _promise(request, pk)
    form = PromiseForm(request.POST if request.method == "POST" else None, on=promise, contact=promise.contact)
    ended = _("You’ve already marked this as done or no longer needed. Reopen it first.")
    if form.is_valid() and form.save_to(promise.revise, {Promise.Ended: ended}, now=now):
        return done(request, "followups:promises", promise.meeting_id, notice=_said(promise))
    return respond(request, "followups/revise_promise.html", {"promise": promise}, form=form)


@belongs_to(_page)
@require_POST
def keep_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """It was kept."""
    promise = _promise(request, pk)
    try:
        promise.keep(now=timezone.now())
    except Promise.Ended:
        return _refused(request, promise, _("You’ve already marked this as no longer needed. Reopen it first."))
    return _ended(request, promise, _("Done: %(what)s") % {"what": promise.text})


@belongs_to(_page)
@require_POST
def release_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """It need not be kept any more."""
    promise = _promise(request, pk)
    try:
        promise.release(now=timezone.now())
    except Promise.Ended:
        return _refused(request, promise, _("You’ve already marked this as done. Reopen it first."))
    return _ended(request, promise, _("Marked as no longer needed: %(what)s") % {"what": promise.text})


@belongs_to(_page)
@require_POST
def reopen_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Open again what was kept or released."""
    promise = _promise(request, pk)
    promise.reopen(now=timezone.now())
    message = _("Reopened: %(what)s") % {"what": promise.text}
    return done(request, "followups:promises", promise.meeting_id, notice=message)


def _said(promise: Promise) -> str:
    """What happens next with a promise that was written down."""
    if promise.due_on is None:
        return _("Promise saved: %(what)s") % {"what": promise.text}
    day = times.say_day(promise.due_on)
    return _("Promise saved. We’ll remind you on %(day)s at 9:00.") % {"day": day}


def _ended(request: HttpRequest, promise: Promise, notice: str) -> HttpResponse:
    undo = reverse("followups:reopen_promise", args=[promise.pk])
    return done(request, "followups:promises", promise.meeting_id, notice=notice, undo=undo)


def _refused(request: HttpRequest, promise: Promise, why: str) -> HttpResponse:
    return respond(request, "followups/refused_promise.html", {"promise": promise, "why": why}, refused=True)
