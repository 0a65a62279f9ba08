"""A double submit has one result: the form carries a token, and the second sending gets the first one's answer."""

import hashlib
import json
import uuid
from functools import wraps
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac

from core.http import MEMBER, P, View
from core.models import Submission

M = TypeVar("M", bound=Model)

FIELD = "once"
# What a form carries of its own accord: another tab, or a form filled again after signing in, has others.
CARRIED = {FIELD, MEMBER, "csrfmiddlewaretoken", "edit_session", "revision"}


def once(view: View[P]) -> View[P]:
    """Wrap a view that creates something from a form with `{% once %}` in it.

    A second POST with the same token and the same words waits for the first and is sent where the first one went.
    With other words (a page that the browser kept, filled anew) it is a sending of its own, so that nothing typed is
    dropped. A refused POST (422) leaves the token free.
    """

    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        token = _token(request)
        if token is None or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            # The unique key makes a twin wait here until the first has committed.
            submission, first = Submission.objects.get_or_create(token=token, defaults={"user": request.user})
            if not first:
                return redirect(submission.location or request.path)
            response = view(request, *args, **kwargs)
            submission.location = response.headers.get("Location", "") or response.headers.get("HX-Redirect", "")
            if response.status_code >= 400:
                submission.delete()
            else:
                submission.save(update_fields=["location"])
            return response

    return wraps(view)(wrapped)


def made_already(rows: "QuerySet[M]", **words: Any) -> M | None:
    """The latest of `rows` that holds just these `words`.

    No page of a member is stored, so that on the way back a browser loads the form anew: what was typed stands in it
    under another token. Saved once more, it means what it made before.
    """
    return rows.filter(**words).order_by("-pk").first()


def new_token() -> str:
    return str(uuid.uuid4())


def _token(request: HttpRequest) -> uuid.UUID | None:
    """What is kept of one sending: its token, whose it is, where it went and what it says, as one keyed hash."""
    if request.method != "POST":
        return None
    try:
        token = uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
    words = sorted((name, several) for name, several in request.POST.lists() if name not in CARRIED)
    files = [(name, file.name, _content(file)) for name, several in request.FILES.lists() for file in several]
    sending = json.dumps([str(token), request.user.pk, request.path, words, files])
    return uuid.UUID(bytes=salted_hmac("once", sending, algorithm="sha256").digest()[:16])


def _content(file: "UploadedFile[Any]") -> str:
    """The SHA-256 of an uploaded file, which is read from its start again afterwards."""
    content = hashlib.sha256()
    for chunk in file.chunks():
        content.update(chunk)
    file.seek(0)
    return content.hexdigest()
