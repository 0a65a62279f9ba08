"""What stands in the meeting view beside the button that is pressed: without script it comes along, and is kept."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agendas.models import Agenda, Question
from core.forms import HouseForm
from core.http import respond
from core.ids import row_number
from core.once import made_already
from core.text import clean_text
from meetings.models import Meeting
from notes.forms import NewQuestionForm, NoteForm
from notes.models import Note
from notes.talk import follow_on, note_form
from notes.views.context import meet_context

# What each note sends: whose it is, and what its form holds.
FIELDS = ("note", "words", "revision", "edit_session")


def keep_view(request: HttpRequest, meeting: Meeting | int, *, adds: bool = False) -> HttpResponse | None:
    """Keep the notes and the question that came along with another act; the view again where some are refused.

    In `meeting`: the conversation or its number; `adds`: whether the act itself adds the question.
    """
    if "note" not in request.POST:
        return None
    if isinstance(meeting, int):
        door = Meeting.objects.editable_by(request.user).with_people().select_related("pitch")
        meeting = get_object_or_404(door, pk=meeting)
    bound, adding = _keep_notes(request, meeting), None
    if not adds and request.POST.get("text", "").strip():
        adding, _question = add_question(request, meeting)
    refused: list[HouseForm] = [*bound.values(), *([adding] if adding and adding.errors else [])]
    if not refused:
        return None
    current = next(iter(bound), None) or row_number(request.POST.get("after", ""))
    context = meet_context(request, meeting, now=timezone.now(), current=current, bound=bound, adding=adding)
    return respond(request, "notes/meet.html", context, form=refused[0])


def add_question(request: HttpRequest, meeting: Meeting) -> tuple[NewQuestionForm, Question | None]:
    """Put the question that was typed behind the one that is being talked about; None where the form is refused."""
    after = row_number(request.POST.get("after", ""))
    questions = Question.objects.editable_by(request.user).filter(agenda__meeting=meeting)
    before = get_object_or_404(questions, pk=after) if after else None
    form = NewQuestionForm(request.POST, meeting=meeting, after=after)
    if form.is_valid():
        texts = [values["text"] for values in form.each()]
        if known := made_already(questions, text=texts[0]):
            return form, known
        try:
            return form, follow_on(meeting, before, *texts)
        except Agenda.Full:
            form.add_error("text", _("Your agenda is full. Write this question in your other notes instead."))
    return form, None


def _keep_notes(request: HttpRequest, meeting: Meeting) -> dict[int | None, NoteForm]:
    """Write the notes that differ from what is kept. Out: the forms that were refused, by question; None: the free one.

    Each note stands in the fields of one place of their lists, the free one behind all others.
    """
    now, gone = timezone.now(), list[str]()
    notes = list(Note.objects.editable_by(request.user).filter(meeting=meeting))
    kept = {note.question_id: note for note in notes if note.question_id or not note.about}
    left = {note.words for note in notes if note.about and not note.question_id}
    questions = Question.objects.editable_by(request.user).filter(agenda__meeting=meeting).in_bulk()
    refused: dict[int | None, NoteForm] = {}
    for key, words, *guards in zip(*map(request.POST.getlist, FIELDS), strict=False):
        question = questions.get(row_number(key))
        if question is None and key != "free":
            gone.append(clean_text(words.replace("\0", "")).strip())
            continue
        if question is None:
            # Words to a question that left the agenda meanwhile join the free ones.
            words = "\n\n".join([words, *(one for one in gone if one and one not in left)])
        number = question.pk if question else None
        data = dict(zip(FIELDS[1:], [words, *guards], strict=True))
        note, form = kept.get(number), note_form(meeting, kept.get(number), question, data)
        if form.is_valid() and form.cleaned_data["words"] == (note.words if note else ""):
            continue
        if not form.is_valid() or not form.save_to(partial(Note.write, meeting, question), now=now):
            refused[number] = form
    return refused
