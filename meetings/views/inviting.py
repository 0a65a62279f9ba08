"""The student's side of the contact's page: times on offer, the link, and what came back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core import times
from core.http import done, respond
from meetings.carrying import address, with_link
from meetings.letter import mailto
from meetings.models import Invitation, Meeting, Message
from meetings.offer_form import OfferForm
from meetings.views.doors import own_meeting
from meetings.views.overview import overview
from meetings.views.step import step_context


def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer times and make the link; it is shown this once, so this page answers a POST itself."""
    meeting, now, by = own_meeting(request, pk), timezone.now(), current_user(request)
    form = _form(request, meeting)
    if form.is_valid() and (invitation := _offered(request, meeting, form)):
        secret = invitation.make_link(by=by, now=now)
        context = {"link": address(secret), "until": times.say_day(timezone.localtime(invitation.expires_at))}
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
        return done(request, "meetings:show", pk, notice=_("Their page shows these times now."))
    return _page(request, meeting, form)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the link back."""
    _own(request, pk).withdraw(by=current_user(request), now=timezone.now())
    return done(request, "meetings:show", pk, notice=_("The link leads nowhere now."))


@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Arrange the time that they proposed."""
    invitation, by = _own(request, pk), current_user(request)
    try:
        invitation.take_up(by=by, now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    meeting = invitation.meeting
    when = times.say(meeting.starts_at, by.zone, meeting.their_zone) if meeting.starts_at else ""
    message = _("It stands: %(when)s. Their page says so too; a short confirmation is kind.") % {"when": when}
    return done(request, "meetings:show", pk, notice=message)


@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer was seen."""
    _own(request, pk).note(by=current_user(request), now=timezone.now())
    return done(request, "meetings:show", pk)


def _own(request: HttpRequest, pk: int) -> Invitation:
    rows = Invitation.objects.editable_by(request.user).select_related("meeting__contact", "meeting__owner")
    return get_object_or_404(rows, meeting=pk)


def _form(request: HttpRequest, meeting: Meeting) -> OfferForm:
    there = Invitation.objects.visible_to(request.user).filter(meeting=meeting).select_related("meeting").first()
    data = request.POST if request.method == "POST" else None
    return OfferForm(data, meeting=meeting, on=there, zone=current_user(request).zone, now=timezone.now())


def _offered(request: HttpRequest, meeting: Meeting, form: OfferForm) -> Invitation | None:
    """The invitation with these times; None where the form now says why not."""
    values = {"times": form.cleaned_data["times"], "show_address": form.cleaned_data["show_address"]}
    try:
        return Invitation.offer(meeting, by=current_user(request), now=timezone.now(), **values)
    except Meeting.Refused as refused:
        form.add_error(None, str(refused))
    return None


def _page(request: HttpRequest, meeting: Meeting, form: OfferForm) -> HttpResponse:
    there = Invitation.objects.visible_to(request.user).filter(meeting=meeting).first()
    context = {**step_context(meeting, "ask"), "invitation": there}
    return respond(request, "meetings/link.html", context, form=form)
