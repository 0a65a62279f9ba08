"""The director's desk: an overview, who may register, and the policies."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from centre.forms import PolicyForm, RegistrationForm, SendingForm
from centre.models import Centre, Holiday, Term
from centre.policies import SECTIONS, Rule, Section, section
from centre.roles import directors_only
from core.http import done, respond
from core.models import Versioned


@directors_only
def show(request: HttpRequest) -> HttpResponse:
    """What the centre has decided, and where to change it."""
    centre = Centre.current()
    told = {
        "centre": centre,
        "sections": [_told(one, centre) for one in SECTIONS],
        "terms": Term.objects.visible_to(request.user).latest_first()[:3],
        "holidays": Holiday.objects.visible_to(request.user).count(),
    }
    return respond(request, "centre/show.html", told)


@directors_only
def registration(request: HttpRequest) -> HttpResponse:
    """Who may make an account without an invitation."""
    centre = Centre.current()
    form = RegistrationForm(request.POST if request.method == "POST" else None, on=centre)
    if form.is_valid():
        try:
            centre.revise(seen=form.version(), **form.values())
        except Versioned.Stale as stale:
            form.refuse_stale(stale)
        else:
            return done(request, "centre:show", notice=_("Saved. It holds from now on."))
    return respond(request, "centre/registration.html", {"centre": centre}, form=form)


@directors_only
def sending(request: HttpRequest) -> HttpResponse:
    """Whether students' letters go out through the centre's own server."""
    centre = Centre.current()
    form = SendingForm(request.POST if request.method == "POST" else None, on=centre)
    if form.is_valid():
        try:
            centre.revise(seen=form.version(), **form.values())
        except Versioned.Stale as stale:
            form.refuse_stale(stale)
        else:
            return done(request, "centre:show", notice=_("Saved. It holds from now on."))
    return respond(request, "centre/sending.html", {"centre": centre}, form=form)


@directors_only
def policies(request: HttpRequest, slug: str) -> HttpResponse:
    """The policies of one section."""
    chosen = section(slug)
    if chosen is None:
        raise Http404
    centre = Centre.current()
    form = PolicyForm(request.POST if request.method == "POST" else None, section=chosen, on=centre)
    if form.is_valid():
        try:
            centre.revise(seen=form.version(), **form.values())
        except Versioned.Stale as stale:
            form.refuse_stale(stale)
        else:
            return done(request, "centre:show", notice=_("Saved. Every student’s pages follow it from now on."))
    return respond(request, "centre/policies.html", {"centre": centre, **_told(chosen, centre)}, form=form)


def _told(one: Section, centre: Centre) -> dict[str, Any]:
    """A section with the centre's present answers, each beside its default in words."""
    rows = []
    for rule in one.rules:
        now = getattr(centre, rule.name)
        rows.append(
            {
                "label": rule.label,
                "now": _said(now, rule),
                "usual": _said(rule.default, rule),
                "own": now != rule.default,
            }
        )
    return {"section": one, "rows": rows, "own": sum(row["own"] for row in rows)}


def _said(value: Any, rule: Rule) -> str:
    if rule.choices:
        return str(dict(rule.choices)[value])
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value} {rule.unit}".strip()
