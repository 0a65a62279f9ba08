"""What a link in a reminder does: it shows on GET and acts on POST, for whoever holds the mail."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from core import times
from core.http import respond
from followups.forms import LaterForm
from followups.models import Followup, Reminding
from followups.reminders.links import Act, Ended, Stop, opened
from followups.rows import acted, row
from followups.schedule import Schedule


# The signed link is what proves the right to act, not a session, so a token against forged requests would guard
# nothing; and the POST of RFC 8058 comes from a mail program, which has none.
@csrf_exempt
@login_not_required
def do(request: HttpRequest, token: str) -> HttpResponse:
    """One act about one row, or an end of one kind of mail."""
    now = timezone.now()
    try:
        errand = opened(token, now=now)
    except Ended as ended:
        raise Http404 from ended
    with timezone.override(times.zone(errand.member.zone)):
        return _stop(request, errand) if isinstance(errand, Stop) else _act(request, errand, now)


def _stop(request: HttpRequest, stop: Stop) -> HttpResponse:
    if request.method == "POST":
        Reminding.stop(stop.kind, by=stop.member)
    stopped = not getattr(Reminding.of(stop.member), stop.kind)
    context = {"stopped": stopped, "mails": Reminding.Kind(stop.kind).label}
    return respond(request, "followups/mail_stop.html", context)


def _act(request: HttpRequest, errand: Act, now: datetime) -> HttpResponse:
    already = not errand.is_left
    form = None
    if errand.act == "postpone":
        today = Schedule.of(errand.member).day(now)
        form = LaterForm(request.POST if request.method == "POST" else None, today=today)
    if not already and (request.method != "POST" or (form is not None and not form.is_valid())):
        context = {"act": errand.act, "row": row(errand.followup, now)}
        return respond(request, "followups/mail_act.html", context, form=form)
    if not already:
        already = not _carry_out(errand, form, now)
    return respond(request, "followups/mail_done.html", {"notice": acted(errand.followup).acted, "already": already})


def _carry_out(errand: Act, form: LaterForm | None, now: datetime) -> bool:
    """Whether it was done now, and not in another window in this very moment."""
    followup, member = errand.followup, errand.member
    try:
        if form is not None:
            schedule = Schedule.of(member)
            followup.postpone(now=now, to=schedule.later(form.cleaned_data["to"], schedule.day(now)))
        elif errand.act == "rest":
            followup.let_rest(now=now)
        else:
            followup.done(now=now)
    except Followup.Closed:
        followup.refresh_from_db()
        return False
    return True
