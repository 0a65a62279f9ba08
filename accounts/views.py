"""Pages of this room."""

from django.http import HttpRequest, HttpResponse

from core.http import show


def profile(request: HttpRequest) -> HttpResponse:
    return show(request, "accounts/profile.html")


def pitches(request: HttpRequest) -> HttpResponse:
    return show(request, "accounts/pitches.html")


def resumes(request: HttpRequest) -> HttpResponse:
    return show(request, "accounts/resumes.html")


def members(request: HttpRequest) -> HttpResponse:
    return show(request, "accounts/members.html")


def zone(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
