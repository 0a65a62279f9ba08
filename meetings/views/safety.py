"""How to stay safe, and whom to tell; in the centre's words (centre/safety.py)."""

from django.http import HttpRequest, HttpResponse

from centre.roles import students_only
from core.http import respond


@students_only
def safety(request: HttpRequest) -> HttpResponse:
    """What to mind before a conversation, and whom to tell after one."""
    return respond(request, "meetings/safety.html", {})
