"""Everything that is open, by when it is due."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.who import current_user
from centre.roles import students_only
from core.http import respond
from core.pages import page_of
from followups.facts import facts
from followups.instead import for_rows
from followups.listing import filters, lately
from followups.models import Followup
from followups.rows import rows


@students_only
def index(request: HttpRequest) -> HttpResponse:
    """Due now and coming, of all kinds or of one."""
    now = timezone.now()
    mine = Followup.objects.visible_to(request.user).standing(now)
    chosen = request.GET.get("kind", "")
    kinds = filters(mine, chosen)
    shown = mine.filter(kind=chosen) if any(kind.chosen for kind in kinds[1:]) else mine
    page = page_of(shown.with_people().soonest_first(), 25, request.GET.get("page"))
    found = [facts(followup) for followup in page]
    other = for_rows(current_user(request), now, {one.kind for one in found})
    context = {
        "page": page,
        "due": rows((one for one in found if one.shows_at <= now), now, back="list", instead=other),
        "coming": rows((one for one in found if one.shows_at > now), now, back="list"),
        "kinds": kinds,
        "lately": lately(Followup.objects.visible_to(request.user), now),
    }
    return respond(request, "followups/index.html", context)
