"""What every page knows of the device that shows it, and the sign-in page of a demo centre."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from home.demo.members import PASSWORD, who_sign_in
from home.device import KEEP, is_shared, keeps


def demo(request: HttpRequest) -> dict[str, Any]:
    """Who can be tried in a demo centre, and their password; asked for only by the page that shows it."""
    if not settings.DEMO:
        return {}
    return {"demo": SimpleLazyObject(lambda: {"members": who_sign_in(), "password": PASSWORD})}


def device(request: HttpRequest) -> dict[str, Any]:
    """The name under which the device keeps pages, and when it asked for this one to keep; None where it did not."""
    return {
        "keeps": keeps(request),
        "kept_at": timezone.now() if KEEP in request.headers else None,
        "on_shared_device": is_shared(request),
    }
