"""What the sign-in page knows of a demo centre."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.models import User
from home.demo.members import PASSWORD


def demo(request: HttpRequest) -> dict[str, Any]:
    """Who can be tried in a demo centre, and their password; asked for only by the page that shows it."""
    return {"demo": SimpleLazyObject(_demo)} if settings.DEMO else {}


def _demo() -> dict[str, Any]:
    members = User.objects.filter(email__in=[f"{name}@demo.test" for name in ("amina", "bo", "cleo", "dara")])
    return {"members": list(members.order_by("pk").only("email", "role")), "password": PASSWORD}
