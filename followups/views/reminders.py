"""Which reminders the student wants by mail."""

from datetime import time

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.who import current_user
from centre.roles import students_only
from core import times
from core.http import done, respond
from followups.forms import RemindingForm
from followups.models import Reminding


@students_only
def reminders(request: HttpRequest) -> HttpResponse:
    """The hour of the daily mail, and which mails there are."""
    me = current_user(request)
    form = RemindingForm(request.POST if request.method == "POST" else None, on=Reminding.of(me))
    if form.is_valid() and form.save_to(Reminding.settle, by=me):
        return done(request, "followups:reminders", notice=_said(form.saved, me.zone))
    return respond(request, "followups/reminders.html", {"me": me, "city": times.city(me.zone)}, form=form)


def _said(kept: Reminding, zone: str) -> str:
    """What happens next."""
    if kept.digest:
        context = {"clock": times.say_clock(time(kept.hour)), "city": times.city(zone)}
        return _("Saved. We’ll email you at %(clock)s (%(city)s time) on days when something’s due.") % context
    if kept.day_before or kept.thanks or kept.news:
        return _("Saved. We’ll only email you about your conversations.")
    return _("Saved. We won’t send you reminders. Today still shows what’s due.")
