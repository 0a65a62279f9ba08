"""The meeting view: what lies in the hand while two people talk."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agendas.models import Question
from core.forms import HouseForm
from core.http import done, respond
from core.ids import row_number
from core.once import once
from meetings.models import Meeting
from meetings.views.early import ask_if_early
from notes.models import Timer
from notes.views.beside import add_question, keep_view
from notes.views.context import meet_context
from notes.views.debrief import keep_page


def meet(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole view; `?question=` opens it at one of its questions. Before its day it is there to practise."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_people().select_related("pitch"), pk=pk)
    current = row_number(request.GET.get("question", ""))
    context = meet_context(request, meeting, now=timezone.now(), current=current)
    return respond(request, "notes/practise.html" if context["practises"] else "notes/meet.html", context)


@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin now: the minutes count from this moment; more than an hour before the time agreed for it, it asks first."""
    rows = Meeting.objects.editable_by(request.user).select_related("contact", "owner", "pitch")
    meeting, now = get_object_or_404(rows, pk=pk), timezone.now()
    if refused := keep_view(request, meeting):
        return refused
    if asked := ask_if_early(request, meeting, now=now, begins=True, back=reverse("notes:meet", args=[pk])):
        return asked
    try:
        Timer.start(meeting, now=now)
    except Meeting.Refused as why:
        return _refused(request, meeting, why, now)
    return done(request, "notes:meet", pk)


@require_POST
def tick(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    """Tick a question as asked, or with `asked=0` take the tick back."""
    questions = Question.objects.editable_by(request.user).filter(agenda__meeting=pk)
    question = get_object_or_404(questions, pk=question_pk)
    if refused := keep_view(request, pk):
        return refused
    if request.POST.get("asked") == "0":
        question.unmark()
    else:
        question.mark_asked(now=timezone.now())
    return done(request, f"{reverse('notes:meet', args=[pk])}#q{question_pk}")


@require_POST
@once
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A question that came up, or several: they go behind the one that is being talked about (`after`)."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people().select_related("pitch"), pk=pk)
    if refused := keep_view(request, meeting, adds=True):
        return refused
    form, question = add_question(request, meeting)
    if question:
        return done(request, f"{reverse('notes:meet', args=[pk])}?question={question.pk}")
    context = meet_context(request, meeting, now=timezone.now(), current=form.after, adding=form)
    return respond(request, "notes/meet.html", context, fragment="notes/_not_added.html", form=form)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The conversation is over: it took place, and looking back begins; long before its time, it asks first.

    Whoever was asked when they began is not asked again.
    """
    rows = Meeting.objects.editable_by(request.user).select_related("contact", "owner", "pitch")
    meeting, now = get_object_or_404(rows, pk=pk), timezone.now()
    if refused := keep_page(request, meeting) or keep_view(request, meeting):
        return refused
    timer = Timer.objects.editable_by(request.user).filter(meeting=meeting).first()
    begun = timer is not None and timer.runs(meeting, now=now)
    if not begun and (asked := ask_if_early(request, meeting, now=now, back=reverse("notes:meet", args=[pk]))):
        return asked
    try:
        Timer.end(meeting, now=now)
    except Meeting.AlreadyHeld:
        return done(request, "notes:debrief", pk)
    except Meeting.Refused as why:
        return _refused(request, meeting, why, now)
    notice = _("Well done! Take two minutes now to write down what you learned.")
    return done(request, "notes:debrief", pk, notice=notice, undo=reverse("meetings:unhold", args=[pk]))


def _refused(request: HttpRequest, meeting: Meeting, why: Meeting.Refused, now: datetime) -> HttpResponse:
    form = HouseForm(request.POST)
    form.add_error(None, str(why))
    return respond(request, "notes/meet.html", meet_context(request, meeting, now=now), form=form)
