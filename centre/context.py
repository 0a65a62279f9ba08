"""What every page knows of the centre."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from centre.models import Centre


def centre(request: HttpRequest) -> dict[str, Any]:
    """The centre, asked for only by a page that shows it."""
    return {"centre": SimpleLazyObject(Centre.recent)}
