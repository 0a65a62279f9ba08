"""The question bank beside an agenda."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from agendas.forms import BankForm, PickForm
from agendas.models import Agenda, Question, centre_bank
from agendas.views.page import CAME_OR_WENT, added, full, own_meeting
from coach import bank
from contacts.models import Finding
from core.http import respond
from meetings.models import Meeting

A_PAGE = 20


@dataclass(frozen=True)
class BankOffer:
    """A question of the bank as this agenda sees it."""

    asked: bank.BankQuestion
    about: str
    picked: bool


def pick(request: HttpRequest, pk: int) -> HttpResponse:
    """The bank with its filters; a POST takes one question."""
    meeting = own_meeting(request, pk)
    if request.method == "POST":
        return _take(request, meeting)
    filters = _filters(request, meeting)
    context = _page(request, meeting, filters)
    return respond(request, "agendas/pick.html", context, fragment="agendas/_bank.html", form=filters)


def _take(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    form = PickForm(request.POST)
    asked = _asked(form)
    message, place = _("Added to your agenda."), 0
    try:
        taken = Agenda.of(meeting).pick(asked)
        place = taken.agenda.questions.planned().filter(position__lte=taken.position).count()
    except Agenda.Picked:
        message = _("It’s already on your agenda.")
    except Agenda.Full:
        form.add_error("question", full())
        context = {"offer": _offer(asked, False), **_page(request, meeting, _filters(request, meeting))}
        return respond(request, "agendas/pick.html", context, fragment="agendas/_offer.html", form=form)
    here = f"{request.get_full_path()}#offer-{asked.id}"
    context = {"offer": _offer(asked, True), "on_it": len(_on_it(request, meeting)), "place": place}
    return added(request, meeting, message, fragment="agendas/_picked.html", to=here, context=context)


def _asked(form: PickForm) -> bank.BankQuestion:
    try:
        return centre_bank().question(form.cleaned_data["question"] if form.is_valid() else "")
    except KeyError:
        raise Http404 from None


def _filters(request: HttpRequest, meeting: Meeting) -> BankForm:
    """The filters of the address; at first what suits the person, without what needs their trust."""
    first = {"suits": meeting.contact.standing, "plain": "on"}
    # The first page is narrowed for the person already; what is rarely asked opens where the student set it.
    narrowed = bool(set(request.GET) & set(BankForm.rarely))
    action, goals = reverse("agendas:pick", args=[meeting.pk]), meeting.goals.newest_first()
    fields = bank.fields_of(meeting.contact.field, meeting.contact.role)
    return BankForm(
        request.GET or first,
        among=centre_bank(),
        action=action,
        goals=goals,
        fields=fields,
        narrowed=narrowed,
        auto_id="bank-%s",
    )


def _page(request: HttpRequest, meeting: Meeting, filters: BankForm) -> dict[str, Any]:
    found = filters.found() if filters.is_valid() else ()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    have = _on_it(request, meeting)
    offers = [_offer(asked, asked.id in have) for asked in page]
    findings = Finding.objects.visible_to(request.user).filter(contact=meeting.contact_id).oldest_first()
    context = {"meeting": meeting, "filters": filters, "page": page, "offers": offers, "on_it": len(have)}
    return {**context, "about": filters.about_set, "findings": findings, "came_or_went": CAME_OR_WENT}


def _on_it(request: HttpRequest, meeting: Meeting) -> set[str]:
    """Which questions of the bank are on the agenda."""
    rows = Question.objects.visible_to(request.user).filter(agenda__meeting=meeting).exclude(bank_id="")
    return set(rows.values_list("bank_id", flat=True))


def _offer(asked: bank.BankQuestion, picked: bool) -> BankOffer:
    return BankOffer(asked, centre_bank().categories[asked.category - 1].title, picked)
