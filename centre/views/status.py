"""How the centre's machinery does: the worker's pulse, the mails that wait, and those that reached nobody."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centre.forms import WatchForm
from centre.roles import directors_only
from centre.samples import trial
from core import uploads
from core.counting import MOST_COUNTED
from core.http import done, respond
from core.keyset import keyset_page
from core.models import Arrival, Installation, JobRecord, Mail, MailServer, Queue
from core.outbox import Outgoing, post, wake

ROWS = 25


@directors_only
def status(request: HttpRequest) -> HttpResponse:
    """The state of things in words, and the mails that failed, the latest first."""
    now = timezone.now()
    mails = Mail.objects.visible_to(request.user)
    installation, server = Installation.current(), MailServer.current()
    watched = WatchForm(request.GET)
    since = watched.cleaned_data["since"] if watched.is_valid() else None
    # Counted from what a server took since: what it put off or refused is not due any more, and has not left.
    queue = Queue.of(mails, now=now, since=datetime.fromtimestamp(since, UTC) if since else None)
    lives, refusal = installation.worker_lives(now), installation.refusal
    context = {
        "lives": lives,
        "beat": installation.worker_beat,
        "failing": JobRecord.objects.failing(),
        "troubles": list(uploads.troubles(installation)),
        "refusal": refusal,
        "moves": bool(queue.due) and lives and not refusal and server.held_since is None,
        "since": since or int(now.timestamp()),
        "watched": queue.left + queue.due,
        "server": server,
        **queue._asdict(),
        "most": MOST_COUNTED,
        "page": keyset_page(mails.failed(), by="-failed_at", size=ROWS, query=request.GET),
        "arrived": Arrival.lately(now),
        "to_files": settings.MAIL_TO_FILES,
    }
    return respond(request, "centre/status.html", context, fragment="centre/_waiting.html")


@require_POST
@directors_only
def try_mail(request: HttpRequest) -> HttpResponse:
    """Send the director a reminder for trial, the way every other goes."""
    post(_trial(request), now=timezone.now())
    message = _("We’re sending a test email to %(email)s.") % {"email": request.user.email}  # type: ignore[union-attr]
    return done(request, "centre:status", notice=message)


@require_POST
@directors_only
def send_again(request: HttpRequest) -> HttpResponse:
    """Somebody has mended the mail server: try what waits, and what it refused lately, at once."""
    MailServer.current().send_again(now=timezone.now())
    wake()
    return done(
        request, "centre:status", notice=_("We’re sending the waiting emails again. Check this page in a minute.")
    )


def _trial(request: HttpRequest) -> Outgoing:
    words = trial()
    return Outgoing(
        to=request.user.email,  # type: ignore[union-attr]
        kind="trial",
        subject=words.subject,
        text=words.text,
        member_id=request.user.pk,
    )
