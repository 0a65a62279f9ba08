"""How the pages of this room come to their rows: one's own, or 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.who import current_user
from meetings.models import Meeting, Message


def own_meeting(request: HttpRequest, pk: int, *beside: str, joined: bool = True) -> Meeting:
    """The conversation with its person, unless only its own words are wanted; anybody else's does not exist.

    `beside` names what comes along besides, as a page shows it that changes nothing.
    """
    rows = Meeting.objects.editable_by(request.user)
    if joined:
        rows = rows.select_related("contact__referred_by", "pitch", *beside)
    return _with_owner(request, get_object_or_404(rows, pk=pk))


def seen_meeting(request: HttpRequest, pk: int) -> Meeting:
    """The conversation with its person, to be shown."""
    rows = Meeting.objects.visible_to(request.user).with_people()
    return _with_owner(request, get_object_or_404(rows, pk=pk))


def _with_owner(request: HttpRequest, meeting: Meeting) -> Meeting:
    """Whoever asks was read already, and is read no second time as the owner."""
    asker = current_user(request)
    if meeting.owner_id == asker.pk:
        meeting.owner = asker
    return meeting


def own_message(request: HttpRequest, pk: int) -> Message:
    return get_object_or_404(Message.objects.editable_by(request.user).with_people(), pk=pk)
