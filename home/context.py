"""What the sign-in page knows of a demo centre."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.demo.members import PASSWORD, who_sign_in


def demo(request: HttpRequest) -> dict[str, Any]:
    """Who can be tried in a demo centre, and their password; asked for only by the page that shows it."""
    if not settings.DEMO:
        return {}
    return {"demo": SimpleLazyObject(lambda: {"members": who_sign_in(), "password": PASSWORD})}
