"""Writing what is due: the desk, with what the last talk left beside it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.who import current_user
from core.http import respond
from followups.instead import WITH_SOMEBODY_ELSE, instead
from followups.models import Followup
from followups.rows import row
from followups.writing import OCCASIONS, PAGES, beside, open_draft, page_of
from meetings.letter import channel_for
from meetings.models import Meeting, Message
from meetings.views.desk import letter_context
from meetings.views.step import step_context


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The message that one follow-up asks for; where it asks for something else, that page."""
    now = timezone.now()
    found = (
        Followup.objects.visible_to(request.user)
        .with_people()
        .select_related("meeting__contact__referred_by", "meeting__owner", "owner")
    )
    followup = get_object_or_404(found, pk=pk)
    if followup.meeting is None or followup.kind in PAGES:
        return redirect(page_of(followup))
    context: dict[str, object] = {"row": row(followup, now)}
    if followup.kind in WITH_SOMEBODY_ELSE:
        context["instead"] = instead(followup.owner, now, beside=followup.meeting.contact)
    if followup.kind == Followup.Kind.ELSE:
        return respond(request, "followups/ask_else.html", {**context, **step_context(followup.meeting)})
    channel = "linkedin" if followup.kind == Followup.Kind.CONNECT else ""
    context |= _desk(request, followup.meeting, OCCASIONS[Followup.Kind(followup.kind)], "", now, channel=channel)
    return respond(request, "followups/write.html", context)


def thank(request: HttpRequest, pk: int) -> HttpResponse:
    """The thank-you for one conversation, drafted from the looking back."""
    meeting = _meeting(request, pk)
    if meeting.held_at is None or meeting.thanked_at is not None:
        return respond(request, "followups/no_thanks.html", {"meeting": meeting})
    context = _desk(request, meeting, Message.Occasion.THANKS, "thank", timezone.now())
    return respond(request, "followups/thank.html", context)


def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """A few lines to keep in touch, whenever the student likes, and when we remind them of it."""
    now = timezone.now()
    meeting = _meeting(request, pk)
    ahead = Followup.objects.visible_to(request.user).open().filter(contact=meeting.contact, kind=Followup.Kind.KEEP)
    context = _desk(request, meeting, Message.Occasion.KEEP, "keep", now)
    return respond(request, "followups/keep.html", {**context, "ahead": ahead.first()})


def _meeting(request: HttpRequest, pk: int) -> Meeting:
    found = Meeting.objects.visible_to(request.user).select_related("contact__referred_by", "owner")
    return get_object_or_404(found, pk=pk)


def _desk(
    request: HttpRequest, meeting: Meeting, occasion: str, slug: str, now: datetime, *, channel: str = ""
) -> dict[str, object]:
    """The draft, what lies beside it, and the path it stands in; `channel` where the address names none."""
    known = beside(current_user(request), meeting)
    channel = channel_for(meeting, occasion, request.GET.get("channel", channel))
    message = open_draft(meeting, occasion, channel=channel, now=now, known=known)
    return {**step_context(meeting, slug), **letter_context(request, message), "beside": known}
