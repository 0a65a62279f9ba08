"""What a letter will say with the words that somebody is typing."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from contacts.sentences import WHOSE, completed, frame_for
from core.http import respond


# Nothing is kept and nobody's row is read. Whose session lapsed while they typed is told so by the form that saves the
# words; here a page to sign in, or about a stale token, would only come in between.
@csrf_exempt
@login_not_required
@require_POST
def sentence(request: HttpRequest) -> HttpResponse:
    """The sentence that the field `of` makes."""
    sent = request.POST
    frame = frame_for(sent.get("frame", ""), sent.get(WHOSE, ""))
    # Script alone can say on which page it is: what another site sends here is not shown back.
    typed = sent.get(sent.get("of", ""), "") if "HX-Current-URL" in request.headers else ""
    reader = (sent.get("name", ""), sent.get("form_of_address", ""))
    return respond(request, "contacts/_sentence.html", completed(frame, typed, *reader))
