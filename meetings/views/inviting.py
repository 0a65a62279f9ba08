"""The student's side of the contact's page: times on offer, the link, and what came back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core import times
from core.http import done, respond
from meetings.carrying import address, with_link
from meetings.letter import mailto
from meetings.models import Meeting, Message, Reply
from meetings.offer_form import OfferForm
from meetings.views.doors import own_meeting
from meetings.views.overview import overview
from meetings.views.step import step_context


def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer times and make the link; it is shown this once, so this page answers a POST itself."""
    meeting, now = own_meeting(request, pk), timezone.now()
    form = _form(request, meeting)
    if form.is_valid() and (reply := _offered(request, meeting, form)):
        secret = reply.make_link(now=now)
        context: dict[str, Any] = {
            "link": address(secret),
            "until": times.say_day(timezone.localtime(reply.expires_at)),
        }
        if meeting.asked_at is None and meeting.contact.email:
            draft = Message.draft(meeting, occasion="request", channel="email", now=now)
            draft.body = with_link(draft.body, secret)
            context |= {"letter": draft.body, "mailto": mailto(draft)}
        return respond(request, "meetings/link_made.html", {**step_context(meeting, "ask"), **context})
    return _page(request, meeting, form)


@require_POST
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer other times behind the link that is out."""
    meeting = own_meeting(request, pk)
    form = _form(request, meeting)
    if form.is_valid() and _offered(request, meeting, form):
        undo = reverse("meetings:unoffer", args=[pk])
        return done(request, "meetings:show", pk, notice=_("Their page shows these times now."), undo=undo)
    return _page(request, meeting, form)


@require_POST
def unoffer(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back on offer what was before."""
    try:
        _own(request, pk).unoffer(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, "meetings:show", pk, notice=_("Their page shows the times from before again."))


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the link back."""
    _own(request, pk).withdraw(now=timezone.now())
    undo = reverse("meetings:relink", args=[pk])
    return done(request, "meetings:show", pk, notice=_("The link leads nowhere now."), undo=undo)


@require_POST
def relink(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the link work again."""
    try:
        _own(request, pk).relink(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, "meetings:show", pk, notice=_("The link works again."))


@require_POST
def accept_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Arrange the time that they proposed."""
    reply, by = _own(request, pk), current_user(request)
    try:
        reply.accept_proposal(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    meeting = reply.meeting
    when = times.say(meeting.starts_at, by.zone, meeting.their_zone) if meeting.starts_at else ""
    message = _("It stands: %(when)s. Their page says so too; a short confirmation is kind.") % {"when": when}
    return done(request, "meetings:show", pk, notice=message)


@require_POST
def mark_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer was seen."""
    _own(request, pk).mark_seen(now=timezone.now())
    return done(request, "meetings:show", pk)


def _own(request: HttpRequest, pk: int) -> Reply:
    rows = Reply.objects.editable_by(request.user).select_related("meeting__contact", "meeting__owner")
    return get_object_or_404(rows, meeting=pk)


def _form(request: HttpRequest, meeting: Meeting) -> OfferForm:
    there = Reply.objects.visible_to(request.user).filter(meeting=meeting).select_related("meeting").first()
    data = request.POST if request.method == "POST" else None
    return OfferForm(data, meeting=meeting, on=there, zone=current_user(request).zone, now=timezone.now())


def _offered(request: HttpRequest, meeting: Meeting, form: OfferForm) -> Reply | None:
    """The reply with these times; None where the form now says why not."""
    values = {"times": form.cleaned_data["times"], "show_address": form.cleaned_data["show_address"]}
    try:
        return Reply.offer(meeting, now=timezone.now(), **values)
    except Meeting.Refused as refused:
        form.add_error(None, str(refused))
    return None


def _page(request: HttpRequest, meeting: Meeting, form: OfferForm) -> HttpResponse:
    there = Reply.objects.visible_to(request.user).filter(meeting=meeting).first()
    context = {**step_context(meeting, "ask"), "reply": there}
    return respond(request, "meetings/link.html", context, form=form)
