"""From a step that is saved to what matters next."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.http import done
from meetings import ahead
from meetings.models import Meeting


def onward(request: HttpRequest, meeting: Meeting, slug: str, notice: str = "") -> HttpResponse:
    """On to what matters next behind the step `slug`; to the overview when only the talk itself is left."""
    meeting.refresh_from_db(fields=["steps_done"])
    following = ahead.next_act(ahead.standing(meeting, now=timezone.now()), after=slug)
    if following is None or following.slug == "meet":
        return done(request, "meetings:show", meeting.pk, notice=notice or _("Saved."))
    if following.slug in (ahead.WHERE, ahead.CONFIRM):
        # No step of its own, and on the page of one that was done before: what leads there is said.
        left = _("Saved. %(next)s. It’s still missing.") % {"next": following.head}
        return done(request, following.href, notice=notice or left)
    return done(request, following.href, notice=notice)
