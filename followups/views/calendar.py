"""A student's own calendar, fed from here: what it shows, its private address, and what is read under that."""

from datetime import UTC
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.who import current_user
from centre.roles import students_only
from core import limits
from core.forms import ConfirmForm
from core.http import done, respond
from core.links import absolute
from followups.feed import content
from followups.forms import FeedForm
from followups.models import Feed


@students_only
def calendar(request: HttpRequest) -> HttpResponse:
    """What the calendar shows, and how one subscribes to it."""
    form = FeedForm(request.POST if request.method == "POST" else None, feed=Feed.of(current_user(request)))
    if form.is_valid():
        Feed.choose(by=current_user(request), **form.values())
        return done(request, "followups:calendar", notice=_("Saved. Your calendar shows it the next time it updates."))
    return respond(request, "followups/calendar.html", {"feed": Feed.of(current_user(request))}, form=form)


@students_only
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """Make the address, or a new one in place of the old; this answer is the only one that shows it."""
    secret = Feed.open(by=current_user(request), now=timezone.now())
    address = absolute(reverse("feeds:feed", args=[secret]))
    feed = Feed.of(current_user(request))
    context = {"feed": feed, "address": address, "webcal": f"webcal://{address.partition('://')[2]}"}
    return respond(request, "followups/calendar.html", {**context, "form": FeedForm(feed=feed)})


@students_only
def close_feed(request: HttpRequest) -> HttpResponse:
    """Ask first, then end the address: nobody can be told it again."""
    if request.method == "POST":
        Feed.close(by=current_user(request))
        notice = _("Calendar link turned off. It no longer shows anything.")
        return done(request, "followups:calendar", notice=notice)
    context = {
        "title": _("Turn off your calendar link"),
        "question": _("Turn off your calendar link?"),
        "consequence": _("Your calendar will stop updating. You can make a new link and subscribe again."),
    }
    form = ConfirmForm(act=_("Turn off the link"), keep=_("Cancel"), back=reverse("followups:calendar"))
    return respond(request, "core/confirm.html", context, form=form)


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What the owner's calendar reads; without a session, and without a word to whoever guesses."""
    now = timezone.now()
    found = Feed.find(secret)
    if found is None:
        if limits.take(f"feed-missed:{limits.visitor(request)}", rate_per_minute=10, burst=20, now=now):
            raise Http404
        return _too_often()
    if not limits.take(f"feed:{found.token_hash}", rate_per_minute=30, burst=30, now=now):
        return _too_often()
    body = content(found, now=now)
    digest = sha256(body).hexdigest()
    changed_at = found.give(digest, now=now)
    etag, modified = f'"{digest}"', int(changed_at.astimezone(UTC).timestamp())
    headers = {"ETag": etag, "Last-Modified": http_date(modified), "Cache-Control": "private, no-cache"}
    headers["Content-Disposition"] = 'inline; filename="halfhour.ics"'
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response) or response


def _too_often() -> HttpResponse:
    words = _("Too many tries. Please wait a minute or two.")
    return HttpResponse(words, status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "120"})
