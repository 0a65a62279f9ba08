"""Done, postponed, let rest, taken up again: the acts in a row, wherever the row stands."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core import http
from core.http import belongs_to, respond, wants_fragment
from followups.forms import PostponeForm
from followups.models import Followup
from followups.rows import acted, row
from followups.schedule import Schedule

BACK = {"list": "followups:index"}


def _followup(request: HttpRequest, pk: int) -> Followup:
    return get_object_or_404(Followup.objects.editable_by(request.user).with_people(), pk=pk)


def _page(request: HttpRequest, pk: int) -> str:
    """Where the row stands."""
    _followup(request, pk)
    return _home(request)


@belongs_to(_page)
@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """It was done."""
    now = timezone.now()
    followup = _followup(request, pk)
    try:
        followup.done(now=now)
    except Followup.Closed:
        return _refused(request, followup, now, _("You’ve already skipped this. Undo that first."))
    return _acted(request, followup)


def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    """Not now: tomorrow, in three business days, next week, or on a day of one's own."""
    now = timezone.now()
    followup = _followup(request, pk)
    schedule = Schedule.of(current_user(request))
    today = schedule.day(now)
    form = PostponeForm(request.POST if request.method == "POST" else None, today=today, back=_back(request))
    if form.is_valid():
        try:
            followup.postpone(now=now, to=form.meant(schedule, today))
            return _acted(request, followup)
        except Followup.Closed:
            why = _("You’ve already done or skipped this.")
            if wants_fragment(request):
                return _refused(request, followup, now, why)
            form.add_error(None, why)
        except Followup.NotAhead:
            form.add_error("day", _("Choose a day from tomorrow on."))
        except Followup.TooFar:
            form.add_error("day", _("Choose a day in the next two years, or skip this."))
    context = {"row": row(followup, now, back=_back(request))}
    return respond(request, "followups/postpone.html", context, form=form)


@belongs_to(_page)
@require_POST
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave it be."""
    now = timezone.now()
    followup = _followup(request, pk)
    try:
        followup.let_rest(now=now)
    except Followup.Closed:
        return _refused(request, followup, now, _("You’ve already done this."))
    return _acted(request, followup)


@belongs_to(_page)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the last act."""
    now = timezone.now()
    followup = _followup(request, pk)
    try:
        followup.undo(now=now)
    except Followup.Replaced:
        return _refused(request, followup, now, _("There’s already a newer to-do for this."))
    except Followup.Closed:
        return _refused(request, followup, now, _("You’ve already sent this, so it can’t be undone."))
    shown = row(followup, now, back=_back(request))
    message = _("Back on your list: %(what)s") % {"what": shown.sentence}
    context = {"row": shown, "fresh": True}
    return http.done(request, _home(request), fragment="followups/_row.html", context=context, notice=message)


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", request.GET.get("back", ""))
    return back if back in BACK else ""


def _home(request: HttpRequest) -> str:
    return BACK.get(_back(request), "home:home")


def _acted(request: HttpRequest, followup: Followup) -> HttpResponse:
    """What was done, in the row for htmx; on the next page for others, with the way to undo it."""
    back = _back(request)
    shown = acted(followup, back=back)
    there = reverse("followups:undo", args=[followup.pk]) + (f"?back={back}" if back else "")
    return http.done(
        request,
        _home(request),
        fragment="followups/_row.html",
        context={"row": shown},
        notice=shown.acted,
        undo=there if shown.undo else "",
    )


def _refused(request: HttpRequest, followup: Followup, now: datetime, why: str) -> HttpResponse:
    context = {"row": row(followup, now, back=_back(request), wrong=why)}
    return respond(request, "followups/refused.html", context, fragment="followups/_row.html", refused=True)
