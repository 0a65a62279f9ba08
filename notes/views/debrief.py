"""Looking back: two minutes on the same day (docs/CRAFT.md, "Looking back")."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.http import autosaves, done, not_saved, respond, saved
from meetings.models import Meeting
from notes.forms import DebriefForm, KnowForm
from notes.models import Debrief
from notes.views.context import debrief_context


def debrief(request: HttpRequest, pk: int) -> HttpResponse:
    """The short form, saved as it is filled in; before the conversation it says so and offers "It took place"."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_people(), pk=pk)
    if request.method == "POST":
        return _save(request, meeting)
    return respond(request, "notes/debrief.html", debrief_context(request, meeting))


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what stands in the form and close the debrief; the thank-you comes next."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    return _save(request, meeting, finishing=True)


@require_POST
def know(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep how well the two know each other now, and the debrief that stands beside it."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    form = KnowForm(request.POST, meeting=meeting)
    looking = keep_beside(request, meeting)
    if form.is_valid() and form.save_to(meeting.contact.know) and not (looking and looking.errors):
        return done(request, "notes:debrief", pk, notice=_("Saved."))
    context = debrief_context(request, meeting, form=looking, knowing=form)
    return respond(request, "notes/debrief.html", context, form=looking if looking and looking.errors else form)


def _save(request: HttpRequest, meeting: Meeting, *, finishing: bool = False) -> HttpResponse:
    form = keep_debrief(request, meeting)
    if form is None:
        return respond(request, "notes/debrief.html", debrief_context(request, meeting))
    if not form.errors:
        return _saved(request, Debrief.of(meeting), finishing=finishing)
    if autosaves(request):
        return not_saved(request, form)
    return respond(request, "notes/debrief.html", debrief_context(request, meeting, form=form), form=form)


def keep_debrief(request: HttpRequest, meeting: Meeting) -> DebriefForm | None:
    """Save the debrief that the request holds. Out: its form, with errors where refused; None before the talk."""
    try:
        row = Debrief.of(meeting)
    except Debrief.NotHeld:
        return None
    form = DebriefForm(request.POST, on=row, asks=not autosaves(request))
    if form.is_valid():
        form.save_to(row.revise_fields)
    return form


def keep_beside(request: HttpRequest, meeting: Meeting) -> DebriefForm | None:
    """As `keep_debrief`, where the debrief came along with another act; None also where it did not."""
    return keep_debrief(request, meeting) if "learned_one" in request.POST else None


def _saved(request: HttpRequest, row: Debrief, *, finishing: bool) -> HttpResponse:
    if finishing:
        row.finish(now=timezone.now())
        return done(request, "followups:thank", row.meeting_id)
    if autosaves(request):
        return saved(request, {})
    return done(request, "notes:debrief", row.meeting_id)
