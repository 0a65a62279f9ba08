"""What the link in a mail to a contact's own address does: it shows on GET and ends these mails on POST."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from core.http import respond
from meetings import copies


# The signed link is what proves the right, not a session; and the POST of RFC 8058 comes from a mail program.
@csrf_exempt
@login_not_required
def stop(request: HttpRequest, sign: str) -> HttpResponse:
    """Let go of the address; twice is once, and a link that is none of ours has nothing left to stop."""
    reply = copies.behind(sign)
    if reply is not None and request.method == "POST":
        reply.stop_mails()
        reply = None
    return respond(request, "meetings/reply/stop.html", {"csrf_token": "", "stopped": reply is None})
