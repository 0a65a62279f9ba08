"""Terms and holidays: added, changed and removed by the director."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from centre.forms import DatesForm, HolidayForm, TermForm
from centre.models import Holiday, Term
from centre.models.calendar import in_order_of_time
from centre.roles import directors_only
from core.forms import ConfirmForm
from core.http import done, respond
from core.once import made_already, once

KINDS: dict[str, type[DatesForm]] = {"terms": TermForm, "holidays": HolidayForm}


@directors_only
def calendar(request: HttpRequest) -> HttpResponse:
    """The terms and the holidays."""
    context = {
        "terms": in_order_of_time(Term.objects.visible_to(request.user), most=100),
        "holidays": in_order_of_time(Holiday.objects.visible_to(request.user), most=300),
    }
    return respond(request, "centre/calendar.html", context)


@directors_only
@once
def add_dates(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a term or a holiday."""
    form = _kind(kind)(request.POST if request.method == "POST" else None)
    rows = _kind(kind).model.objects.editable_by(request.user)
    if form.is_valid() and (made_already(rows, **form.values()) or form.save()):
        return done(request, "centre:calendar", notice=str(form.added))
    return respond(request, "centre/dates.html", {"title": form.adding}, form=form)


@directors_only
def change_dates(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Change one."""
    form_class = _kind(kind)
    row = get_object_or_404(form_class.model.objects.editable_by(request.user), pk=pk)
    form = form_class(request.POST if request.method == "POST" else None, on=row)
    if form.is_valid() and form.save():
        return done(request, "centre:calendar", notice=str(form.changed))
    return respond(request, "centre/dates.html", {"title": form["name"].initial}, form=form)


@directors_only
def drop_dates(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask first, then take one out of the calendar."""
    form_class = _kind(kind)
    row = get_object_or_404(form_class.model.objects.editable_by(request.user), pk=pk)
    if request.method == "POST":
        row.drop()
        return done(request, "centre:calendar", notice=str(form_class.dropped))
    context = {
        "title": _("Delete from the calendar"),
        "question": _("Delete “%(name)s”?") % {"name": row.name},
        "consequence": _("We’ll stop using it from now on. Dates we’ve already worked out stay the same."),
    }
    form = ConfirmForm(act=_("Delete"), keep=_("Cancel"), back=reverse("centre:calendar"))
    return respond(request, "core/confirm.html", context, form=form)


def _kind(kind: str) -> type[DatesForm]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]
