"""The question bank beside an agenda."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from agendas.forms import BankForm
from agendas.models import Agenda, Question
from agendas.views.page import own_meeting
from coach import bank
from core.http import done, show
from meetings.models import Meeting

A_PAGE = 20


@dataclass(frozen=True)
class Offer:
    """A question of the bank as this agenda sees it."""

    asked: bank.BankQuestion
    about: str
    picked: bool


def pick(request: HttpRequest, pk: int) -> HttpResponse:
    """The bank with its filters; a POST takes one question."""
    meeting = own_meeting(request, pk)
    if request.method == "POST":
        return _take(request, meeting)
    form = BankForm(request.GET or {"suits": meeting.contact.standing, "plain": "on"})
    found = form.found() if form.is_valid() else ()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    have = set(
        Question.objects.visible_to(request.user).filter(agenda__meeting=meeting).values_list("bank_id", flat=True)
    )
    offers = [_offer(asked, asked.id in have) for asked in page]
    told = {"meeting": meeting, "page": page, "offers": offers, "on_it": len(have)}
    return show(request, "agendas/pick.html", told, form=form)


def _take(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    try:
        asked = bank.question(request.POST.get("question", ""))
    except KeyError:
        raise Http404 from None
    said = _("It is on your agenda.")
    try:
        Agenda.of(meeting).pick(asked, by=meeting.owner, now=timezone.now())
    except Agenda.Picked:
        said = _("It is on your agenda already.")
    except Agenda.Full:
        said = _("There are as many questions as an agenda can hold. Remove one first.")
        return show(
            request, "agendas/_offer.html", {"offer": _offer(asked, False), "refused": said, "meeting": meeting}
        )
    told = {"offer": _offer(asked, True), "meeting": meeting}
    here = f"{request.get_full_path()}#offer-{asked.id}"
    return done(request, here, said=said, fragment="agendas/_offer.html", context=told)


def _offer(asked: bank.BankQuestion, picked: bool) -> Offer:
    return Offer(asked, bank.categories()[asked.category - 1].title, picked)
