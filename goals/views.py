"""Pages of this room."""

from django.http import HttpRequest, HttpResponse

from core.http import show


def index(request: HttpRequest) -> HttpResponse:
    return show(request, "goals/index.html")
