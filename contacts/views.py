"""Pages of this room."""

from django.http import HttpRequest, HttpResponse

from core.http import show as answer


def index(request: HttpRequest) -> HttpResponse:
    return answer(request, "contacts/index.html")


def show(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(request, "contacts/index.html")
