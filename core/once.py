"""A double submit has one result: the form carries a token, and the second sending gets the first one's answer."""

import uuid
from functools import wraps

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from core.http import P, View
from core.models import Submission

FIELD = "once"


def once(view: View[P]) -> View[P]:
    """Wrap a view that creates something from a form with `{% once %}` in it.

    A second POST with the same token waits for the first and is sent where the first one went.
    A refused POST (422) leaves the token free.
    """

    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        token = _token(request)
        if token is None or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            # The unique key makes a twin wait here until the first has committed.
            submission, first = Submission.objects.get_or_create(token=token, defaults={"user": request.user})
            if not first:
                return _answer_again(request, submission)
            response = view(request, *args, **kwargs)
            submission.location = response.headers.get("Location", "") or response.headers.get("HX-Redirect", "")
            if response.status_code >= 400:
                submission.delete()
            else:
                submission.save(update_fields=["location"])
            return response

    return wraps(view)(wrapped)


def new_token() -> str:
    return str(uuid.uuid4())


def _token(request: HttpRequest) -> uuid.UUID | None:
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def _answer_again(request: HttpRequest, submission: Submission) -> HttpResponse:
    mine = submission.user_id == request.user.pk
    return redirect(submission.location if mine and submission.location else request.path)
