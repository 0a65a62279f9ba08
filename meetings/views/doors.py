"""How the pages of this room come to their rows: one's own, or 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from meetings.models import Meeting, Message


def own_meeting(request: HttpRequest, pk: int, *beside: str, joined: bool = True) -> Meeting:
    """The conversation with its person, unless only its own words are wanted; anybody else's does not exist.

    `beside` names what comes along besides, as a page shows it that changes nothing.
    """
    rows = Meeting.objects.editable_by(request.user)
    if joined:
        rows = rows.select_related("contact__referred_by", "owner", "pitch", *beside)
    return get_object_or_404(rows, pk=pk)


def own_message(request: HttpRequest, pk: int) -> Message:
    return get_object_or_404(Message.objects.editable_by(request.user).with_people(), pk=pk)
