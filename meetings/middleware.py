"""The steps of a conversation anew, beside the answer to an act that did or undid one of them."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import timezone

from core.http import page_of_script, wants_fragment
from core.middleware import Hall
from meetings import ahead
from meetings.models import Meeting
from meetings.path import steps, steps_after
from meetings.views.step import step_context

# Pages whose steps are done by acts that end in another page: here htmx only saves words and looks them over.
LEFT = ("ask", "time")


def show_steps_anew(get_response: Hall) -> Hall:
    """Whatever room answers an act of htmx on a page with the rail: where other steps are done than before, show them.

    The answer carries them out of band, so that no act has to know on which page it was pressed.
    """

    def walk(request: HttpRequest) -> HttpResponse:
        place = _page_with_rail(request)
        if place is None:
            return get_response(request)
        pk, slug = place
        before, response = _standing(request, pk), get_response(request)
        whole = response.status_code == 200 and "HX-Redirect" not in response.headers and not response.streaming
        if before and whole and _standing(request, pk) != before:
            response.write(_steps(request, pk, slug))
        return response

    return walk


def _page_with_rail(request: HttpRequest) -> tuple[int, str] | None:
    """The conversation on whose page an act was pressed, and the step which that page is; "" for the glance."""
    if request.method != "POST" or not wants_fragment(request) or not request.user.is_authenticated:
        return None
    try:
        match = resolve(urlsplit(page_of_script(request) or "").path)
    except Resolver404:
        return None
    slugs = {step.url: step.slug for step in (*steps(), *steps_after()) if step.slug not in LEFT}
    slugs["meetings:show"] = ""
    return (match.kwargs["pk"], slugs[match.view_name]) if match.view_name in slugs else None


def _standing(request: HttpRequest, pk: int) -> tuple[str, list[str]] | None:
    """The stage of the conversation and what is done of it; None where it is none of theirs."""
    return Meeting.objects.visible_to(request.user).filter(pk=pk).values_list("stage", "steps_done").first()


def _steps(request: HttpRequest, pk: int, slug: str) -> str:
    """What the page shows of the steps, each part out of band."""
    meeting = Meeting.objects.visible_to(request.user).with_people().get(pk=pk)
    context = {**step_context(meeting, slug), "acts": meeting.open_to(timezone.now())}
    context |= {"glance": not slug, "afterwards": not slug and meeting.stage in ahead.BEHIND}
    return render_to_string("meetings/_steps_anew.html", context, request)
