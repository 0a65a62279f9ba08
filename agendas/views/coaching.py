"""What a student does with the coach's remarks about a question."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agendas.coaching import review
from agendas.forms import WordingForm
from agendas.models import Question
from agendas.views.beside import keeps_words
from agendas.views.page import changed, own_meeting, research_of
from core.http import respond, wants_fragment
from meetings.models import Meeting


@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """What the coach says of the words in the form, while they are typed; nothing is kept."""
    meeting, form = own_meeting(request, pk), WordingForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    known = research_of(request, meeting)
    remarks = review(text, research=known, contact=meeting.contact.addressed).remarks if text else ()
    announced = repr([(one.key, one.repair and one.repair.words) for one in remarks]) if text else ""
    if wants_fragment(request) and request.POST.get("announced") == announced:
        # A screen reader reads it once, not at each pause.
        return HttpResponse(status=204)
    context = {"remarks": remarks, "looked": bool(text), "meeting": meeting, "announced": announced}
    return respond(request, "agendas/look.html", context, fragment="agendas/_looked.html")


@require_POST
@keeps_words
def mend(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Take the coach's wording."""
    meeting, row = _own(request, pk, question)
    now, wanted = timezone.now(), request.POST.get("mend", "")
    found = review(row.text, research=research_of(request, meeting), contact=meeting.contact.addressed).remarks
    repair = next((one.repair for one in found if one.repair and one.key == wanted), None)
    if repair is None:
        notice = _("You’ve changed this question since then, so we left it as it is.")
        return changed(request, meeting, now, notice, at=row, focus=True)
    start, end = repair.span.start, repair.span.end
    row.mend(field="text", start=start, end=end, was=row.text[start:end], words=repair.words)
    return changed(request, meeting, now, _("Question updated. You can undo this."), at=row, focus=True)


@require_POST
@keeps_words
def unmend(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Take the last mending back."""
    meeting, row = _own(request, pk, question)
    now = timezone.now()
    try:
        row.unmend()
    except Question.Moved:
        notice = _("You’ve changed it since then, so there’s nothing to undo.")
        return changed(request, meeting, now, notice, at=row, focus=True)
    return changed(request, meeting, now, _("Undone. Your wording is back."), at=row, focus=True)


@require_POST
@keeps_words
def silence(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Mean it so."""
    meeting, row = _own(request, pk, question)
    row.silence(request.POST.get("silence", ""))
    return changed(request, meeting, timezone.now(), _("OK, we’ll leave it as it is."), at=row, focus=True)


@require_POST
@keeps_words
def heed(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Hear everything about this question again."""
    meeting, row = _own(request, pk, question)
    row.heed()
    return changed(request, meeting, timezone.now(), _("Here are all the tips."), at=row, focus=True)


@require_POST
@keeps_words
def pin(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Keep it where it is when the coach arranges the others."""
    meeting, row = _own(request, pk, question)
    now = timezone.now()
    row.pin(now=now)
    return changed(request, meeting, now, _("It stays in this position."), at=row)


@require_POST
@keeps_words
def unpin(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Let the coach move it."""
    meeting, row = _own(request, pk, question)
    now = timezone.now()
    row.unpin()
    return changed(request, meeting, now, _("It can move again."), at=row, focus=True)


def _own(request: HttpRequest, pk: int, question: int) -> tuple[Meeting, Question]:
    meeting = own_meeting(request, pk)
    door = Question.objects.editable_by(request.user).select_related("agenda")
    return meeting, get_object_or_404(door, pk=question, agenda__meeting=meeting)
