"""Every kind of mail as it would leave, with made-up names: to look at, and to send to oneself."""

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centre.roles import directors_only
from core.http import done, respond
from core.limits import take
from core.outbox import Outgoing, post
from core.samples import SampleMail, sample
from core.samples import samples as all_samples

# So many sample mails may be sent in an hour; there are fewer kinds of them.
AN_HOUR = 40


@directors_only
def samples(request: HttpRequest) -> HttpResponse:
    """The list of them."""
    found = all_samples(request.user, timezone.now())
    return respond(request, "centre/samples.html", {"samples": found})


# A page in a frame of its own keeps the rules of the page around it, and a mail brings its styles with it.
@csp_update({"style-src": ["'unsafe-inline'"]})  # type: ignore[arg-type]
@directors_only
def show_sample(request: HttpRequest, kind: str) -> HttpResponse:
    """One of them, drawn and as text."""
    return respond(request, "centre/sample.html", {"sample": _sample(request, kind)})


@require_POST
@directors_only
def send_sample(request: HttpRequest, kind: str) -> HttpResponse:
    """Send it to the director who looks at it, the way every other goes."""
    found, email, now = _sample(request, kind), request.user.email, timezone.now()  # type: ignore[union-attr]
    if not take(f"samples:{request.user.pk}", rate_per_minute=AN_HOUR / 60, burst=AN_HOUR, now=now):
        error = _("You’ve sent yourself a lot of these. Wait a few minutes, then try again.")
        return respond(request, "centre/sample.html", {"sample": found, "error": error}, refused=True)
    outgoing = Outgoing(
        to=email,
        kind="sample",
        subject=found.words.subject,
        text=found.text,
        member_id=request.user.pk,
        attachments=found.words.attachments,
    )
    post(outgoing, now=now)
    return done(request, "centre:show_sample", kind, notice=_("We’re sending it to %(email)s.") % {"email": email})


def _sample(request: HttpRequest, kind: str) -> SampleMail:
    found = sample(kind, request.user, timezone.now())
    if found is None:
        raise Http404
    return found
