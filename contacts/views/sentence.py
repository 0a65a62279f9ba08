"""What a letter will say with the words that somebody is typing."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from centre.roles import students_only
from contacts.sentences import WHOSE, completed, frame_for
from core.http import respond


@require_POST
@students_only
def sentence(request: HttpRequest) -> HttpResponse:
    """The sentence that the field `of` makes; nothing is kept, and nobody's row is read."""
    sent = request.POST
    frame = frame_for(sent.get("frame", ""), sent.get(WHOSE, ""))
    reader = (sent.get("name", ""), sent.get("form_of_address", ""))
    return respond(request, "contacts/_sentence.html", completed(frame, sent.get(sent.get("of", ""), ""), *reader))
