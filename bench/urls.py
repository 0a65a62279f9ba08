"""The bare view that every page is measured beside: a session and one query, and nothing to render."""

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.models import Student


def bare(request: HttpRequest) -> HttpResponse:
    """Reads the session, asks the database one thing, answers with one line."""
    name = Student.objects.values_list("name", flat=True).filter(pk=request.session.get(SESSION_KEY, 0)).first()
    return HttpResponse(f"Hello, {name}")


urlpatterns = [path("", bare, name="bare")]
