"""Moving questions, giving them minutes, and taking them off.

Up and down stand in templates/agendas/_open.html and post the form of the opened question. "Position" there, dragging
a row and Alt with an arrow (static/agendas/agenda.js) post to `move_to`, whose address is the row's `data-place`
(templates/agendas/_question.html). What was typed in the opened question comes along and is kept first, before the
transaction of the act (`keeps_words`). The answer is the whole sheet anew, or without script the way to its page.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from agendas.forms import MinutesForm, PlaceForm
from agendas.models import Agenda, Question
from agendas.views.beside import keeps_words
from agendas.views.page import FRAGMENT, PAGE, address, changed, full, own_meeting, whole_page
from centre.models import Removed
from core.http import done, respond
from meetings.models import Meeting


@require_POST
@keeps_words
def move_up(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """One place earlier."""
    meeting, row, now = _own(request, pk, question)
    return _moved(request, meeting, row, row.move_up, now)


@require_POST
@keeps_words
def move_down(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """One place later."""
    meeting, row, now = _own(request, pk, question)
    return _moved(request, meeting, row, row.move_down, now)


@require_POST
@keeps_words
def move_to(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """To a place of the student's choice."""
    meeting, row, now = _own(request, pk, question)
    form = PlaceForm(request.POST)
    if form.is_valid():
        return _moved(request, meeting, row, partial(row.move_to, form.cleaned_data["position"]), now)
    context = whole_page(request, meeting, now, opened=row.pk)
    return respond(request, PAGE, context, fragment=FRAGMENT, form=form)


@require_POST
@keeps_words
def allot(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """More or fewer minutes for its answer; what the conversation has left is said."""
    meeting, row, now = _own(request, pk, question)
    form = MinutesForm(request.POST)
    if form.is_valid():
        row.allot(form.cleaned_data["minutes"])
    context = whole_page(request, meeting, now, opened=row.pk)
    if not form.is_valid():
        return respond(request, PAGE, context, fragment=FRAGMENT, form=form)
    left = context["plan"].budget.words
    return done(request, address(meeting, at=row, opened=row.pk), notice=left, fragment=FRAGMENT, context=context)


@require_POST
@keeps_words
def drop(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Off the agenda; in its place stands how to undo that, and takes the focus."""
    meeting, row, now = _own(request, pk, question)
    removed = row.drop(now=now)
    notice = _("Removed: %(text)s") % {"text": row.text}
    return changed(request, meeting, now, notice, at=removed, focus=True, came_or_went=True)


@require_POST
@keeps_words
def restore(request: HttpRequest, pk: int, removed: int) -> HttpResponse:
    """Back onto the agenda where it stood."""
    meeting, now = own_meeting(request, pk), timezone.now()
    kept = Removed.objects.editable_by(request.user).of(Question, meeting).filter(pk=removed).first()
    row = None
    notice = _("It’s already back on your agenda, or you removed it more than a day ago.")
    if kept:
        try:
            row = Agenda.of(meeting).restore(kept)
            notice = _("Back on your agenda: %(text)s") % {"text": row.text}
        except Agenda.Full:
            notice = full()
        except Agenda.Picked:
            notice = _("This question is already on your agenda.")
        except Removed.Gone:
            pass
    return changed(request, meeting, now, notice, at=row, focus=True, came_or_went=bool(row))


@require_POST
@keeps_words
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """The coach's order; it says what moved and why."""
    meeting, now = own_meeting(request, pk), timezone.now()
    moves = Agenda.of(meeting).arrange()
    if not moves:
        return changed(request, meeting, now, _("The order is already good."), moves=moves)
    message = ngettext(
        "We moved %(n)s question. The reason is below.", "We moved %(n)s questions. The reasons are below.", len(moves)
    )
    return changed(request, meeting, now, message % {"n": len(moves)}, moves=moves)


def _own(request: HttpRequest, pk: int, question: int) -> tuple[Meeting, Question, datetime]:
    meeting = own_meeting(request, pk)
    door = Question.objects.editable_by(request.user).select_related("agenda")
    return meeting, get_object_or_404(door, pk=question, agenda__meeting=meeting), timezone.now()


def _moved(
    request: HttpRequest, meeting: Meeting, row: Question, move: Callable[[], tuple[int, int]], now: datetime
) -> HttpResponse:
    """Move it and announce its position: htmx gets the sheet anew and keeps its button in focus, others their page.

    One that is gone is no fault of the student's: they get the sheet as it is, and a sentence.
    """
    before = row.position
    try:
        position, of = move()
    except Question.Gone:
        notice = _("This question was removed in another window. Here’s your agenda now.")
        return changed(request, meeting, now, notice, focus=True)
    moved, stayed = _("Moved to position %(place)s of %(all)s."), _("It’s already at position %(place)s of %(all)s.")
    notice = (stayed if row.position == before else moved) % {"place": position, "all": of}
    return changed(request, meeting, now, notice, at=row)
