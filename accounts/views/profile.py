"""What a member says about themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import ProfileForm
from accounts.models import User
from core import times
from core.http import done, respond
from core.keys import said_abroad


def profile(request: HttpRequest) -> HttpResponse:
    """Name, programme, year, phone, link and time zone."""
    me = get_object_or_404(User.objects.visible_to(request.user), pk=request.user.pk)
    form = ProfileForm(request.POST if request.method == "POST" else None, on=me)
    if form.is_valid() and form.save_to(me.revise_fields):
        return done(request, "accounts:profile", notice=form.notice(_("Profile saved.")))
    context = {"me": me, "phone_read": said_abroad(me.phone, zone=me.time_zone)}
    return respond(request, "accounts/profile.html", context, form=form)


@require_POST
def zone(request: HttpRequest) -> HttpResponse:
    """Take the browser's time zone, while the profile has none."""
    name = request.POST.get("time_zone", "")
    if name not in times.zone_names():
        return HttpResponse(_("We don’t know that time zone."), status=422, content_type="text/plain")
    get_object_or_404(User.objects.visible_to(request.user), pk=request.user.pk).settle_zone(name)
    return HttpResponse(status=204)
