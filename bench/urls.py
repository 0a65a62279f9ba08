"""The bare views that every page is measured beside: a session, one query and the plainest list of what it found."""

from functools import cache

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path

from bench.models import Student

FIFTY = """<!doctype html><title>Members</title><h1>Members</h1>
<ul>{% for student in students %}<li><a href="/{{ student.pk }}/">{{ student.name }}</a> {{ student.programme }}</li>
{% endfor %}</ul>"""


def line(request: HttpRequest) -> HttpResponse:
    """Reads the session, asks the database one thing, answers with one line: no page, the floor under all of them."""
    name = Student.objects.values_list("name", flat=True).filter(pk=request.session.get(SESSION_KEY, 0)).first()
    return HttpResponse(f"Hello, {name}")


def page(request: HttpRequest) -> HttpResponse:
    """The smallest page: reads the session, makes one query, shows its fifty rows in a plain template."""
    students = Student.objects.filter(pk__gte=request.session.get(SESSION_KEY, 0)).order_by("pk")[:50]
    return HttpResponse(_template().render(RequestContext(request, {"students": students})))


@cache
def _template() -> Template:
    return Template(FIFTY)


urlpatterns = [path("", page, name="page"), path("line/", line, name="line")]
