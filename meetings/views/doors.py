"""How the pages of this room come to their rows: one's own, or 404."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from meetings.models import Meeting, Message

M = TypeVar("M", bound=Model)


def own_meeting(request: HttpRequest, pk: int, *, joined: bool = True) -> Meeting:
    """The conversation with its person, unless only its own words are wanted; anybody else's does not exist."""
    rows = Meeting.objects.editable_by(request.user)
    if joined:
        rows = rows.select_related("contact__referred_by", "owner", "pitch")
    return get_object_or_404(rows, pk=pk)


def own_message(request: HttpRequest, pk: int) -> Message:
    return get_object_or_404(Message.objects.editable_by(request.user).with_people(), pk=pk)


def named(rows: "QuerySet[M]", ids: list[str]) -> list[M]:
    """The rows with the `ids` that a form named; 404 where one of them does not exist or is somebody else's."""
    wanted = {int(pk) for pk in ids if pk.isascii() and pk.isdigit() and len(pk) < 18}
    found: dict[Any, M] = {row.pk: row for row in rows.filter(pk__in=wanted)}
    if len(wanted) < len(set(ids)) or len(found) < len(wanted):
        raise Http404
    return [found[pk] for pk in sorted(found)]
