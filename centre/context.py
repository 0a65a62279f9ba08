"""What every page knows of the centre."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from centre.models import Centre


def centre(request: HttpRequest) -> dict[str, Any]:
    """The centre, read once a request and only when a page shows it."""
    return {"centre": SimpleLazyObject(lambda: of(request))}


def of(request: HttpRequest) -> Centre:
    """The centre that `request` is served for, read once a request."""
    found: Centre | None = getattr(request, "_centre", None)
    if found is None:
        found = Centre.current()
        request._centre = found  # type: ignore[attr-defined]
    return found
