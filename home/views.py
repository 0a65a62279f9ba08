"""What next: the page of a signed-in person."""

from django.http import HttpRequest, HttpResponse

from core.http import show


def home(request: HttpRequest) -> HttpResponse:
    return show(request, "home/home.html")
