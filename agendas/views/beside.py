"""What stands in the opened question beside the button that is pressed: it comes along, and is kept."""

from functools import wraps
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from agendas.forms import MinutesForm
from agendas.models import Question
from agendas.views.opened import goals_on_offer, words_form
from agendas.views.page import FRAGMENT, PAGE, own_meeting, whole_page
from core.http import P, View, respond, wants_fragment
from core.ids import resolve_ids, row_number
from goals.models import Goal
from meetings.models import Meeting


def keeps_words(view: View[P]) -> View[P]:
    """Wrap an act on the agenda `pk`: what was typed into its opened question is kept first, or given back."""

    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return keep_words(request, cast(int, kwargs["pk"])) or view(request, *args, **kwargs)

    return wraps(view)(wrapped)


def keep_words(request: HttpRequest, pk: int) -> HttpResponse | None:
    """Keep what came along of the opened question; the page of its words, or of its minutes, where they are refused.

    Script needs no such page: words that were refused stand in their form again (opened.py).
    """
    if "text" not in request.POST:
        return None
    meeting = own_meeting(request, pk)
    door = Question.objects.editable_by(request.user).filter(agenda__meeting=meeting).select_related("agenda")
    row = door.filter(pk=row_number(request.POST.get("opened"))).first()
    if row is None:
        if wants_fragment(request) or not request.POST.get("opened"):
            return None
        # The page that says that it is gone gives the words back.
        raise Http404
    minutes = keep_minutes(request, row)
    goals = goals_on_offer(request, list(meeting.goals.values_list("pk", flat=True)))
    form = words_form(row, request.POST, meeting=meeting, goals=goals, in_place=False)
    # What nobody touched is not written: it may have been changed in another window.
    is_kept = form.is_valid() and (not form.is_touched or form.save_to(row.revise))
    if is_kept and form.is_touched:
        row.serve(chosen_goals(request))
    if minutes:
        return refused_minutes(request, meeting, row, minutes)
    if is_kept or wants_fragment(request):
        return None
    return respond(request, "agendas/revise.html", {"meeting": meeting, "row": row}, form=form)


def keep_minutes(request: HttpRequest, row: Question) -> MinutesForm | None:
    """Give `row` the minutes that were chosen beside another act; their form where they are refused."""
    before = request.POST.get(MinutesForm.BEFORE)
    if before is None or "minutes" not in request.POST:
        return None
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return form
    if before != str(form.cleaned_data["minutes"]):
        row.allot(form.cleaned_data["minutes"])
    return None


def refused_minutes(request: HttpRequest, meeting: Meeting, row: Question, form: MinutesForm) -> HttpResponse:
    """The sheet with `row` open, and what is wrong with its minutes; words that are not kept stand in it still."""
    context = whole_page(request, meeting, timezone.now(), opened=row.pk)
    return respond(request, PAGE, context, fragment=FRAGMENT, form=form)


def chosen_goals(request: HttpRequest) -> list[Goal]:
    """The goals that the body names, through the door; one that is not the student's own does not exist."""
    return resolve_ids(Goal.objects.visible_to(request.user), request.POST.getlist("goals"))
