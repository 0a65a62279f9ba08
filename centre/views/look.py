"""The centre's name and look: the director's page, and what every page shows of it."""

from typing import TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from centre import colour
from centre.forms import LogoForm, LookForm
from centre.models import Centre
from centre.roles import directors_only
from centre.views.revising import revise_centre
from core.bodies import takes_files
from core.forms import ConfirmForm
from core.http import done, respond
from core.uploads import NotStored

T = TypeVar("T", bound=HttpResponseBase)

FOR_EVER = "public, max-age=31536000, immutable"


@directors_only
def look(request: HttpRequest) -> HttpResponse:
    """The centre's name, time zone and colours."""
    form = LookForm(request.POST if request.method == "POST" else None, on=Centre.current())
    context, message = {"logo_form": LogoForm()}, _("Saved.")
    return revise_centre(request, form, "centre/look.html", context, notice=message, to="centre:look")


@takes_files
@directors_only
@require_POST
def put_logo(request: HttpRequest) -> HttpResponse:
    """Take a new logo."""
    centre = Centre.current()
    form = LogoForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            centre.put_logo(form.cleaned_data["logo"], form.content_type)
        except NotStored:
            form.add_error("logo", _("We couldn’t save your picture because there’s no space left."))
            centre = Centre.current()
        else:
            return done(request, "centre:look", notice=_("Logo saved. It’s at the top of every page."))
    return respond(
        request, "centre/look.html", {"centre": centre, "logo_form": form}, form=LookForm(on=centre), refused=True
    )


@directors_only
def drop_logo(request: HttpRequest) -> HttpResponse:
    """Ask first, then show the half dial again."""
    if request.method == "POST":
        Centre.current().drop_logo()
        return done(request, "centre:look", notice=_("Logo deleted. We show Halfhour’s logo instead."))
    context = {
        "title": _("Delete the logo"),
        "question": _("Delete the logo?"),
        "consequence": _("This deletes the file. Every page will show Halfhour’s logo instead."),
    }
    form = ConfirmForm(act=_("Delete the logo"), keep=_("Cancel"), back=reverse("centre:look"))
    return respond(request, "core/confirm.html", context, form=form)


@login_not_required
@require_safe
def accent(request: HttpRequest, revision: int) -> HttpResponse:
    """The centre's two colours as a style sheet; the revision in its address lets every cache keep it."""
    centre = Centre.current()
    light, dark = centre.accent_light, centre.accent_dark
    soft = colour.soft(light, colour.LIGHT_PAPER), colour.soft(dark, colour.DARK_PAPER)
    colours = {"accent": (light, dark), "on-accent": (colour.on(light), colour.on(dark)), "accent-soft": soft}
    lines = "".join(f"--{name}:light-dark({day},{night});" for name, (day, night) in colours.items())
    return _kept(HttpResponse(f":root{{{lines}}}\n", content_type="text/css; charset=utf-8"), centre, revision)


@login_not_required
@require_safe
def logo(request: HttpRequest, revision: int) -> HttpResponseBase:
    """The centre's picture."""
    centre = Centre.current()
    if not centre.logo:
        raise Http404
    try:
        file = centre.logo.open("rb")
    except OSError as error:
        raise Http404 from error
    return _kept(FileResponse(file, content_type=centre.logo_type), centre, revision)


def _kept(response: T, centre: Centre, revision: int) -> T:
    response.headers["Cache-Control"] = FOR_EVER if revision == centre.revision else "no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
