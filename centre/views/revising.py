"""How what the director decided is kept, whichever page it was decided on."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from core.forms import HouseForm
from core.http import done, respond


def revise_centre(
    request: HttpRequest,
    form: HouseForm,
    page: str,
    context: Mapping[str, Any],
    *,
    notice: str,
    to: str = "centre:show",
) -> HttpResponse:
    """Keep what the form says of the centre and go to `to` with `notice`; otherwise show the form on its `page`."""
    if form.is_valid() and form.save_to(form.on.revise):
        return done(request, to, notice=form.notice(notice))
    return respond(request, page, {"centre": form.on, **context}, form=form)
