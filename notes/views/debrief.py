"""Looking back: two minutes on the same day (docs/CRAFT.md, "Looking back")."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.http import autosaves, done, not_saved, respond, saved
from meetings.models import Meeting
from notes.forms import DebriefForm, KnowForm, NameForm
from notes.models import Debrief, NamedPerson
from notes.views.context import debrief_context


def debrief(request: HttpRequest, pk: int) -> HttpResponse:
    """The short form, saved as it is filled in; before the conversation it says so and offers "Yes, we talked"."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_people(), pk=pk)
    if request.method == "POST":
        return _save(request, meeting)
    return respond(request, "notes/debrief.html", debrief_context(request, meeting))


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what stands in the form and close the debrief; the thank-you comes next."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    return _save(request, meeting, finishing=True)


def _save(request: HttpRequest, meeting: Meeting, *, finishing: bool = False) -> HttpResponse:
    if meeting.held_at is None:
        return respond(request, "notes/debrief.html", debrief_context(request, meeting))
    if autosaves(request):
        return _autosave(request, meeting)
    if refused := keep_page(request, meeting, "looking"):
        return refused
    if finishing:
        Debrief.of(meeting).finish(now=timezone.now())
        return done(request, "followups:thank", meeting.pk, notice=_try_next(meeting))
    if request.POST.get("then") == "promises":
        # They have a page of their own; all that stands here is kept first.
        return done(request, "followups:promises", meeting.pk)
    return done(request, "notes:debrief", meeting.pk, notice=_("Saved. You can finish it later today."))


def _autosave(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Save what was typed so far; a name waits for its button."""
    for form in (keep_debrief(request, meeting), keep_knowing(request, meeting)):
        if form is not None and form.errors:
            return not_saved(request, form)
    if not names_somebody(request):
        return saved(request, {})
    return saved(request, {}, "notes/_name_waits.html", all_of_it=False)


def _try_next(meeting: Meeting) -> str:
    """What to think of once the thank-you is on its way, after several conversations for one goal."""
    if goal := meeting.goal_to_try_for():
        words = _(
            "You’ve had three conversations for “%(goal)s”. After your thank-you, plan something to try: see Goals."
        )
        return words % {"goal": goal}
    return ""


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


def keep_knowing(request: HttpRequest, meeting: Meeting) -> KnowForm | None:
    """Save how well the two know each other now. Out: its form, with errors where refused; None where none came."""
    if "know-warmth" not in request.POST:
        return None
    form = KnowForm(request.POST, meeting=meeting)
    if form.is_valid() and "warmth" in form.changed_data:
        form.save_to(meeting.contact.know)
    return form


def names_somebody(request: HttpRequest) -> bool:
    """Whether something was typed about somebody whom the contact named."""
    return any(request.POST.get(words, "").strip() for words in ("name", "about"))


def keep_page(request: HttpRequest, meeting: Meeting, act: str = "") -> HttpResponse | None:
    """Keep all that was typed and chosen on the page of the debrief; that page again where some of it is refused.

    All of it comes along, whichever button is pressed. In `act`: the form whose own button it was, "looking" or
    "naming", which is read also where nothing of it came.
    """
    sent = request.POST
    looking = keep_debrief(request, meeting) if act == "looking" or "learned_one" in sent else None
    knowing = keep_knowing(request, meeting)
    naming = NameForm(sent, meeting=meeting) if act == "naming" or names_somebody(request) else None
    refused = [form for form in (looking, knowing, naming) if form is not None and form.errors]
    if naming and not refused:
        try:
            NamedPerson.add(meeting, now=timezone.now(), **naming.values())
        except NamedPerson.Full:
            naming.add_error(None, _("You can save up to 30 names here. Remove one before you add another."))
            refused.append(naming)
    if not refused:
        return None
    context = debrief_context(request, meeting, form=looking, knowing=knowing, naming=naming)
    return respond(request, "notes/debrief.html", context, form=refused[0])
