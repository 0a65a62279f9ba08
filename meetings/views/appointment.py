"""Time and place, in both zones."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core import times
from core.http import done, respond
from meetings import answers, calendar
from meetings.forms import TimeForm
from meetings.models import Meeting, Reply
from meetings.views.doors import own_meeting
from meetings.views.step import step_context
from meetings.where_form import WhereForm


def time(request: HttpRequest, pk: int) -> HttpResponse:
    """Arrange the conversation, or move it."""
    meeting, now = own_meeting(request, pk), timezone.now()
    form = _form(request, meeting)
    if form.is_valid():
        try:
            meeting.arrange(now=now, seen=form.cleaned_data["revision"], **form.values())
        except Meeting.ArrangedMeanwhile as meanwhile:
            form.refuse_meanwhile(meanwhile)
        except (Meeting.Past, Meeting.Clash) as refused:
            form.add_error("day", str(refused))
        except Meeting.Refused as refused:
            form.add_error(None, str(refused))
        else:
            return done(request, "meetings:show", pk, notice=form.notice(_said(form)))
    # A time that the contact proposed is met wherever the time is what the page is about.
    reply = answers.of_meeting(meeting, current_user(request), now)
    shown = {"acts": meeting.open_to(now), "reply": reply, "where": isinstance(form, WhereForm)}
    context = {**step_context(meeting, "time"), **shown}
    return respond(request, "meetings/time.html", context, form=form)


@require_POST
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The time that is being typed, in both zones."""
    meeting, now = own_meeting(request, pk), timezone.now()
    form = _form(request, meeting)
    form.is_valid()
    starts_at = form.cleaned_data.get("starts_at")
    errors = form.errors.as_data()
    found = [fault for name in ("day", "hour", "contact_zone") for fault in errors.get(name, ())]
    # Which of several places is meant, the field asks by itself.
    faults = [str(sentence) for fault in found if fault.code != "several" for sentence in fault]
    there = form.cleaned_data.get("contact_zone") or None
    context = {
        "starts_at": starts_at if len(faults) == len(found) else None,
        "ends_at": form.ends_at,
        "there": there,
        "same": bool(starts_at and there and there != form.zone and _same_hour(starts_at, form.zone, there)),
        "twice": form.twice,
        "past": starts_at is not None and starts_at <= now,
        "read": form.notice(""),
        "faults": faults if form.data.get("day") and form.data.get("hour") else [],
    }
    return respond(request, "meetings/_preview.html", context)


def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar file: the student's own copy, or with ?for=them the one that goes along with a letter."""
    meeting, theirs = own_meeting(request, pk), request.GET.get("for") == "them"
    # As on their page: two copies of one file must not name two organisers.
    shown = Reply.objects.visible_to(request.user).filter(meeting=meeting, show_address=True).exists()
    try:
        file = calendar.attachment(meeting, for_contact=theirs, now=timezone.now(), shows_address=shown)
    except Meeting.NotArranged as refused:
        raise Http404 from refused
    return calendar.download(file)


def _form(request: HttpRequest, meeting: Meeting) -> TimeForm:
    data = request.POST if request.method == "POST" else None
    # With `where` in the address the page asks for what is missing of the place alone.
    chosen = WhereForm if "where" in request.GET and meeting.stands else TimeForm
    return chosen(data, meeting=meeting, zone=current_user(request).zone)


def _same_hour(moment: datetime, here: str, there: str) -> bool:
    return moment.astimezone(times.zone(here)).utcoffset() == moment.astimezone(times.zone(there)).utcoffset()


def _said(form: TimeForm) -> str:
    """What was arranged, in words; where the clock shows that hour twice, which of the two is meant."""
    words = form.values()
    when = times.say(words["starts_at"], form.zone, words["contact_zone"] or None, until=form.ends_at)
    if form.twice:
        return _(
            "You’re all set: %(when)s. The clocks change that night and this hour happens twice. We mean the first one."
        ) % {"when": when}
    return _("You’re all set: %(when)s.") % {"when": when}
