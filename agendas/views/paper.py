"""The agenda on paper: a page to print, and the PDF."""

import logging
import unicodedata
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from agendas.forms import PaperForm
from agendas.pdf import Sheet, Unset, sheet_of
from agendas.plan import plan_of
from agendas.views.page import own_meeting
from centre.models import Centre
from core.http import respond
from core.keys import name_key
from meetings.models import Meeting

log = logging.getLogger(__name__)


def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda as a page to read or print."""
    meeting = own_meeting(request, pk)
    return _sheet(request, meeting, PaperForm(request.GET, meeting=meeting))


def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda as a PDF."""
    meeting = own_meeting(request, pk)
    form = PaperForm(request.GET, meeting=meeting)
    if not form.is_valid():
        return _sheet(request, meeting, form)
    plan = plan_of(meeting, now=timezone.now())
    large = form.cleaned_data["print"] == "large"
    try:
        paper, accent = form.cleaned_data["paper"] or "a4", Centre.recent().accent_light
        made = sheet_of(plan, paper=paper, large=large, accent=accent)
    except Unset:
        log.exception("The agenda of meeting %s could not be set", meeting.pk)
        messages.warning(request, _("We couldn’t create the PDF. You can print this page instead."))
        return redirect("agendas:sheet", meeting.pk)
    response = HttpResponse(made.pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = _named(meeting)
    _say_what_it_lacks(request, response, made)
    return response


def _sheet(request: HttpRequest, meeting: Meeting, form: PaperForm) -> HttpResponse:
    large = form.is_valid() and form.cleaned_data["print"] == "large"
    context = {"plan": plan_of(meeting, now=timezone.now()), "meeting": meeting, "large": large}
    return respond(request, "agendas/sheet.html", context, form=form)


def _named(meeting: Meeting) -> str:
    """The file's name: in plain letters for every browser, and in the contact's own script (RFC 6266, RFC 5987)."""
    name = _safe(meeting.contact.name)
    plain = " ".join(name_key(name).encode("ascii", "ignore").decode().split()).replace(" ", "-") or str(meeting.pk)
    own = quote(f"{_('Agenda')} {name or meeting.pk}.pdf", safe="")
    return f"inline; filename=\"agenda-{plain}.pdf\"; filename*=UTF-8''{own}"


def _safe(name: str) -> str:
    """The name without what a file system may trip over, at most 60 letters; none loses a mark that belongs to it."""
    kept = " ".join("".join(sign if _is_written(sign) else " " for sign in name).split())
    end = 60
    while len(kept) > end and not kept[end].isalnum() and not kept[end].isspace():
        end -= 1
    return kept[:end].strip()


def _is_written(sign: str) -> bool:
    """Whether a sign is a letter, a number or a hyphen, or a mark or joiner that belongs to a letter: a vowel sign."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M") or sign in "-\u200c\u200d"


def _say_what_it_lacks(request: HttpRequest, response: HttpResponse, made: Sheet) -> None:
    """Letters that no font of this machine has, and the standard where it was missed: in headers, on the next page."""
    if made.boxes:
        response.headers["X-Sheet-Boxes"] = str(len(made.boxes))
        letters = " ".join(sorted(made.boxes))
        words = _("The PDF shows □ for some letters: %(letters)s. Screen readers still read them correctly.")
        messages.warning(request, words % {"letters": letters})
    if not made.accessible:
        response.headers["X-Sheet-Accessible"] = "no"
        messages.warning(request, _("We couldn’t make this PDF accessible. The page to print has everything."))
