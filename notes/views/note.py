"""Notes, saved as they are typed."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from agendas.models import Question
from core.http import autosaves, done, respond, saved
from meetings.models import Meeting
from notes.models import Note
from notes.talk import note_form
from notes.views.beside import keep_view
from notes.views.context import meet_context


@require_POST
def free(request: HttpRequest, pk: int) -> HttpResponse:
    """The one note that belongs to no question."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    return _write(request, meeting, None)


@require_POST
def answer(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    """The note to one question."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    questions = Question.objects.editable_by(request.user).filter(agenda__meeting=meeting)
    return _write(request, meeting, get_object_or_404(questions, pk=question_pk))


def _write(request: HttpRequest, meeting: Meeting, question: Question | None) -> HttpResponse:
    now = timezone.now()
    key = question.pk if question else None
    note = Note.objects.editable_by(request.user).filter(meeting=meeting, question=question, **_free(question)).first()
    there = reverse("notes:meet", args=[meeting.pk]) + (f"#q{key}" if key else "#free")
    if "note" in request.POST:
        return keep_view(request, meeting) or done(request, there)
    form = note_form(meeting, note, question, request.POST)
    if form.is_valid() and form.save_to(partial(Note.write, meeting, question), now=now):
        if autosaves(request):
            return saved(request, {"note": form.saved}, "notes/_revision.html")
        return done(request, there)
    context = {} if autosaves(request) else meet_context(request, meeting, now=now, bound={key: form}, current=key or 0)
    return respond(request, "notes/meet.html", context, fragment="notes/_not_saved.html", form=form)


def _free(question: Question | None) -> dict[str, str]:
    """The free note is told from answers whose question left the agenda by what it is about: nothing."""
    return {} if question else {"about": ""}
