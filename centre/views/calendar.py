"""Terms and holidays: added, changed and removed by the director."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centre.forms import HolidayForm, TermForm
from centre.models import Holiday, Term
from centre.roles import directors_only
from core.http import done, respond
from core.once import once


@directors_only
def calendar(request: HttpRequest) -> HttpResponse:
    """The terms and the holidays."""
    told = {
        "terms": Term.objects.visible_to(request.user).latest_first()[:100],
        "holidays": Holiday.objects.visible_to(request.user).latest_first()[:300],
    }
    return respond(request, "centre/calendar.html", told)


@directors_only
@once
def add_term(request: HttpRequest) -> HttpResponse:
    form = TermForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        Term.add(**form.cleaned_data)
        return done(request, "centre:calendar", notice=_("The term is in the calendar."))
    return respond(request, "centre/term.html", form=form)


@directors_only
def change_term(request: HttpRequest, pk: int) -> HttpResponse:
    term = get_object_or_404(Term.objects.editable_by(request.user), pk=pk)
    form = TermForm(request.POST if request.method == "POST" else None, on=term)
    if form.is_valid():
        term.change(**form.cleaned_data)
        return done(request, "centre:calendar", notice=_("The term is changed."))
    return respond(request, "centre/term.html", {"term": term}, form=form)


@directors_only
@require_POST
def drop_term(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Term.objects.editable_by(request.user), pk=pk).drop()
    return done(request, "centre:calendar", notice=_("The term is removed."))


@directors_only
@once
def add_holiday(request: HttpRequest) -> HttpResponse:
    form = HolidayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            Holiday.add(**form.cleaned_data)
        except Holiday.Taken:
            form.add_error("day", _("That day is a holiday already."))
        else:
            return done(request, "centre:calendar", notice=_("The holiday is in the calendar."))
    return respond(request, "centre/holiday.html", form=form)


@directors_only
def change_holiday(request: HttpRequest, pk: int) -> HttpResponse:
    holiday = get_object_or_404(Holiday.objects.editable_by(request.user), pk=pk)
    form = HolidayForm(request.POST if request.method == "POST" else None, on=holiday)
    if form.is_valid():
        try:
            holiday.change(**form.cleaned_data)
        except Holiday.Taken:
            form.add_error("day", _("That day is a holiday already."))
        else:
            return done(request, "centre:calendar", notice=_("The holiday is changed."))
    return respond(request, "centre/holiday.html", {"holiday": holiday}, form=form)


@directors_only
@require_POST
def drop_holiday(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Holiday.objects.editable_by(request.user), pk=pk).drop()
    return done(request, "centre:calendar", notice=_("The holiday is removed."))
