"""The student's side of the contact's page: times on offer, the link, and what came back."""

from datetime import datetime
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
from core.links import way_back
from meetings.link_line import address
from meetings.models import Meeting, Message, Reply
from meetings.offer_form import OfferForm
from meetings.times_line import names_any
from meetings.views.desk import ask_context, keep_words, letter_beside, offer_form, offered_in_words, onwards
from meetings.views.doors import own_meeting
from meetings.views.overview import overview, page
from meetings.views.step import step_context


def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the link, to be passed on by hand; what is sent here makes a new one, which ends the one before."""
    meeting, now = own_meeting(request, pk), timezone.now()
    if request.method != "POST":
        return _link_page(request, meeting, now=now)
    try:
        Reply.link_anew(meeting, now=now)
    except Meeting.Refused as refused:
        return _link_page(request, meeting, now=now, refused=refused)
    notice = _("Here’s your new link. The old one no longer works.")
    return done(request, "meetings:link", pk, notice=notice)


def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer times to choose from, before the request goes and behind the link that is out."""
    meeting, now = own_meeting(request, pk), timezone.now()
    data, channel = request.POST if request.method == "POST" else None, request.POST.get("channel")
    if refused := keep_words(request, letter_beside(request, meeting)):
        return refused
    form = offer_form(request, meeting, data=data, channel=channel, now=now)
    reply = _offered(meeting, form, now=now) if form.is_valid() else None
    if reply is None:
        return _offer_again(request, meeting, form)
    undo = reverse("meetings:unoffer", args=[pk]) if reply.may_unoffer(now) else ""
    if meeting.asked_at is not None:
        return done(request, "meetings:show", pk, notice=_offered_now(reply, now=now), undo=undo)
    context = ask_context(request, own_meeting(request, pk), channel or "")
    notice = _offered_now(reply, letter=context["message"], now=now)
    return done(request, context["back"], notice=notice, undo=undo, fragment="meetings/_asking.html", context=context)


def _offered_now(reply: Reply, *, now: datetime, letter: Message | None = None) -> str:
    """What the contact's page shows now, and whether the `letter` names it, which is not sent yet."""
    if not reply.offers.exists():
        return _("You’re not offering any times now.")
    if letter is None:
        linked = reply.links.working().exists()
        return (
            _("Their page shows these times now.")
            if linked
            else _("You’re offering these times. They need a link to see them, so make one next.")
        )
    times = offered_in_words(letter, now=now)
    if letter.lacks(times):
        return _("Their page shows these times now. Your message doesn’t mention them yet.")
    mentioned = sum(names_any(letter.body, [one]) for one in times)
    if mentioned and mentioned == reply.offers.count():
        return _("Their page shows these times now, and your message mentions them.")
    if mentioned:
        return _("Their page shows these times now, and your message mentions some of them.")
    return _("Their page shows these times now.")


@require_POST
def unoffer(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back on offer what was before."""
    reply, notice = _own(request, pk), _("Their page shows the earlier times again.")
    letter = letter_beside(request, reply.meeting)
    if again := keep_words(request, letter):
        return again
    # Before they change: what was typed is not what was on offer.
    to = onwards(request, letter) if letter else page(request, pk)
    try:
        reply.unoffer(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    if letter is None and reply.meeting.asked_at is None:
        to = reverse("meetings:ask", args=[pk])
    return done(request, to, notice=notice)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the link back."""
    _own(request, pk).withdraw(now=timezone.now())
    undo = reverse("meetings:relink", args=[pk])
    return done(request, page(request, pk), notice=_("Link turned off. It no longer works."), undo=undo)


@require_POST
def relink(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the link work again."""
    try:
        _own(request, pk).relink(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    return done(request, page(request, pk), notice=_("The link works again."))


@require_POST
def accept_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Arrange the time that they proposed."""
    reply, by = _own(request, pk), current_user(request)
    try:
        reply.accept_proposal(now=timezone.now())
    except Meeting.Refused as refused:
        return overview(request, pk, refused=refused)
    meeting = reply.meeting
    when = meeting.in_words(by.zone)
    message = _(
        "You’re all set: %(when)s. They can see it on their page. It’s still nice to send a short confirmation."
    ) % {"when": when}
    return done(request, "meetings:show", pk, notice=message)


@require_POST
def mark_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer was seen; on to what it asks for, where the form names that."""
    reply = _own(request, pk)
    if request.POST.get("version", str(reply.version)) != str(reply.version):
        # They answered anew: that has not been seen.
        return done(request, "meetings:show", pk)
    reply.mark_seen(now=timezone.now())
    return done(request, way_back(request) or page(request, pk))


def _own(request: HttpRequest, pk: int) -> Reply:
    rows = Reply.objects.editable_by(request.user).select_related("meeting__contact", "meeting__owner")
    return get_object_or_404(rows, meeting=pk)


def _offered(meeting: Meeting, form: OfferForm, *, now: datetime) -> Reply | None:
    """The reply with these times; None where the form now says why not."""
    values = {"times": form.cleaned_data["times"], "show_address": form.cleaned_data["show_address"]}
    try:
        return Reply.offer(meeting, now=now, **values)
    except Meeting.Refused as refused:
        form.add_error(None, str(refused))
    return None


def _offer_again(request: HttpRequest, meeting: Meeting, form: OfferForm) -> HttpResponse:
    """The form with what was typed into it, on the page of the request where it stands there."""
    if form.is_bound and meeting.asked_at is None and form.channel is not None:
        context = {**ask_context(request, meeting, form.channel), "offering": form}
        return respond(request, "meetings/ask.html", context, fragment="meetings/_asking.html", refused=True)
    return respond(request, "meetings/offer.html", step_context(meeting, "ask"), form=form)


def _link_page(
    request: HttpRequest, meeting: Meeting, *, now: datetime, refused: Meeting.Refused | None = None
) -> HttpResponse:
    """The link that works, with what can be done about it; whoever sees it may pass it on, so it counts as out."""
    reply: Reply | None = getattr(meeting, "reply", None)
    context: dict[str, Any] = {**step_context(meeting, "ask"), "refused": refused}
    if reply and reply.is_open(now):
        context |= {"linked": bool(reply.working_links)}
        if secret := reply.secret:
            if not reply.is_out:
                Reply.let_out(meeting, now=now)
            context |= {"link": address(secret), "until": times.say_day(timezone.localtime(reply.expires_at))}
    return respond(request, "meetings/link.html", context, refused=bool(refused))
