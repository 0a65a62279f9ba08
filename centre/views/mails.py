"""The mails that were sent, where they are written to files instead of to a mail server."""

from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from centre import mailbox
from centre.roles import directors_only
from core.http import respond

ROWS = 25


@directors_only
def mails(request: HttpRequest) -> HttpResponse:
    """The list, newest first."""
    folder = Path(settings.MAIL_DIR)
    page = Paginator(mailbox.names(folder) if settings.MAIL_TO_FILES else [], ROWS).get_page(request.GET.get("page"))
    letters = [letter for name in page if (letter := mailbox.read(folder, name))]
    return respond(request, "centre/mails.html", {"page": page, "letters": letters, "kept": settings.MAIL_TO_FILES})


@directors_only
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail as plain text."""
    letter = mailbox.read(Path(settings.MAIL_DIR), name) if settings.MAIL_TO_FILES else None
    if letter is None:
        raise Http404
    return respond(request, "centre/mail.html", {"letter": letter})
