"""Writing questions: one's own, one made from a finding, and a better wording."""

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import reswap, retarget

from agendas.forms import AboutForm, QuestionForm
from agendas.models import Agenda, Question
from agendas.views.beside import chosen_goals, keep_minutes, refused_minutes
from agendas.views.opened import goals_on_offer, words_form
from agendas.views.page import added, address, changed, full, own_meeting
from coach.proposals import proposals
from contacts.models import Finding
from core.forms import HouseForm
from core.http import respond, wants_fragment
from core.once import made_already, once
from goals.models import Goal
from meetings.models import Meeting


@once
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """A question in the student's own words."""
    meeting, in_place = own_meeting(request, pk), wants_fragment(request)
    goals = _goals(request, meeting)
    form = QuestionForm(_posted(request), goals=goals, meeting=meeting, action=request.path, in_place=in_place)
    chosen = chosen_goals(request)
    if form.is_valid() and "wording" not in request.POST:
        try:
            with transaction.atomic():
                rows = [
                    made_already(_here(request, meeting), **values) or Agenda.of(meeting).write(**values, goals=chosen)
                    for values in form.each()
                ]
        except Agenda.Full:
            form.add_error("text", full())
        else:
            notice = _("Question added.") if len(rows) == 1 else _("Questions added.")
            to = address(meeting, at=rows[0])
            return added(request, meeting, notice, fragment="agendas/_written.html", to=to)
    return _form(request, meeting, form, "write", "#agenda-new")


def revise(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """A better wording, another part, other goals."""
    meeting, now = own_meeting(request, pk), timezone.now()
    door = Question.objects.editable_by(request.user).select_related("agenda")
    row = get_object_or_404(door, pk=question, agenda__meeting=meeting)
    in_place, goals = wants_fragment(request), _goals(request, meeting)
    form = words_form(row, _posted(request), meeting=meeting, goals=goals, in_place=in_place)
    chosen = chosen_goals(request)
    if form.is_valid() and "wording" not in request.POST and form.save_to(row.revise):
        row.serve(chosen)
        if minutes := keep_minutes(request, row):
            return refused_minutes(request, meeting, row, minutes)
        return changed(request, meeting, now, _("Question updated."), at=row, focus=True, closes=True)
    return _form(request, meeting, form, "revise", f"#words-{row.pk}", row)


@once
def ask_about(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """A research finding turned into a question that only this person can answer."""
    meeting, now = own_meeting(request, pk), timezone.now()
    found = get_object_or_404(Finding.objects.visible_to(request.user), pk=finding, contact=meeting.contact_id)
    posted = request.POST if request.method == "POST" else None
    form = AboutForm(posted, heading=_("Your wording"), action=request.path)
    if form.is_valid():
        try:
            again = made_already(_here(request, meeting), finding=found, **form.values())
            row = again or Agenda.of(meeting).ask_about(found, **form.values())
        except Agenda.Full:
            form.add_error("text", full())
        else:
            return changed(request, meeting, now, _("Question added."), at=row, focus=True)
    offers = [_offer(request, number, words) for number, words in enumerate(proposals(found.kind, found.text), 1)]
    context = {"meeting": meeting, "finding": found, "wordings": [form, *offers] if form.is_bound else offers}
    return respond(request, "agendas/ask_about.html", context, form=form)


def _here(request: HttpRequest, meeting: Meeting) -> "QuerySet[Question]":
    """The questions on the agenda of `meeting`."""
    return Question.objects.visible_to(request.user).filter(agenda__meeting=meeting)


def _posted(request: HttpRequest) -> QueryDict | None:
    """What the form holds; with the coach's `wording` in place of its own, which is not kept before it is saved."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    if "wording" in data:
        data["text"] = data.get("wording", "")
    return data


def _offer(request: HttpRequest, number: int, words: str) -> AboutForm:
    """One wording to begin from; the first is on offer most, while nothing was refused."""
    return AboutForm(
        heading=_("Suggestion %(number)s") % {"number": number},
        look="quiet" if number > 1 and request.method != "POST" else "",
        action=request.path,
        initial={"text": words},
        auto_id=f"offer-{number}-%s",
    )


def _goals(request: HttpRequest, meeting: Meeting) -> list[Goal]:
    return goals_on_offer(request, list(meeting.goals.values_list("pk", flat=True)))


def _form(
    request: HttpRequest, meeting: Meeting, form: HouseForm, act: str, place: str, row: Question | None = None
) -> HttpResponse:
    """The form as a page, or in its `place` on the sheet."""
    context = {"meeting": meeting, "row": row, "act": act}
    answer = respond(request, f"agendas/{act}.html", context, fragment="agendas/_question_form.html", form=form)
    return reswap(retarget(answer, place), "innerHTML") if wants_fragment(request) else answer
