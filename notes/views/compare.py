"""The same question, as different people answered it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from centre.roles import students_only
from core.http import respond
from meetings.apart import tell_meetings_apart
from notes.forms import CompareForm
from notes.models import Note

ANSWERS = 25


@students_only
def compare(request: HttpRequest) -> HttpResponse:
    """Choose a question of the bank (`?question=`); its answers stand one below another."""
    notes = Note.objects.visible_to(request.user)
    asked = list(notes.questions_compared())
    wanted = request.GET.get("question", "")[:40]
    chosen = next((q for q in asked if q["bank_id"] == wanted), asked[0] if asked and not wanted else None)
    answers = notes.answers_to(chosen["bank_id"]) if chosen else notes.none()
    page = Paginator(answers.select_related("meeting__contact"), ANSWERS).get_page(request.GET.get("page"))
    tell_meetings_apart(note.meeting for note in page)
    form = CompareForm(asked, chosen["bank_id"] if chosen else "")
    context = {"asked": asked, "chosen": chosen, "page": page}
    return respond(request, "notes/compare.html", context, form=form)
