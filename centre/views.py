"""Pages of this room."""

from django.http import HttpRequest, HttpResponse

from core.http import show as answer


def show(request: HttpRequest) -> HttpResponse:
    return answer(request, "centre/show.html")


def accent(request: HttpRequest, revision: int) -> HttpResponse:
    return HttpResponse(content_type="text/css")


def logo(request: HttpRequest, revision: int) -> HttpResponse:
    return HttpResponse(status=404)
