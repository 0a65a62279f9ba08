"""The one place that decides fragment or page, and which status an answer carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

P = ParamSpec("P")
# A view of ours: a function of the request, and of what its address names.
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
# What script believes: the outcome of a request ("saved", "saved-part", "refused", "gone", "signed-out", "unsent";
# "held" where the page that answers has the words; of a page "shown"), and a fresh token where the one that came is
# stale (static/core/sending.js).
OUTCOME, TOKEN = "X-Answer", "X-Token"
# The field of a form that says whose page it stands in.
MEMBER = "member"


def belongs_to(page: Callable[..., Any]) -> Callable[[View[P]], View[P]]:
    """Name the page to which a view that takes only POST leads whoever opens its address.

    In: `page(request, **arguments)` gives what `redirect` takes, through the doors; 404 where the row is not theirs.
    Only needed where no address above says it (core/middleware.py, lead_to_page).
    """

    def marked(view: View[P]) -> View[P]:
        view.own_page = page  # type: ignore[attr-defined]
        return view

    return marked


def page_of_script(request: HttpRequest) -> str | None:
    """The address of the page from which script asks; None where that is none of ours."""
    try:
        here: str | None = request.htmx.current_url_abs_path  # type: ignore[attr-defined]
    except ValueError:
        return None
    return here


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page; boosted and history requests want a whole one."""
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    return bool(htmx) and htmx is not None and not htmx.boosted and not htmx.history_restore_request


def autosaves(request: HttpRequest) -> bool:
    """Whether the form saves itself while its person goes on typing, so that it must not be replaced."""
    return wants_fragment(request) and request.headers.get("X-Autosave") == "1"


def sends_draft(request: HttpRequest) -> bool:
    """Whether script sends in place of the browser, so that the page stays where sending fails."""
    return "X-Draft" in request.headers


def respond(
    request: HttpRequest,
    page: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str | None = None,
    form: BaseForm | BaseFormSet[Any] | None = None,
    refused: bool = False,
) -> HttpResponse:
    """Answer with `fragment` to htmx (where one is given) and with `page` to everybody else.

    Where the act was `refused`, or a `form` that was bound, the status is 422, otherwise 200.
    """
    refused = refused or (form is not None and form.is_bound and not form.is_valid())
    # A page that was refused says so in its title, which is read first.
    values = {**(context or {}), **({"form": form} if form is not None else {}), "is_refused": refused}
    template = fragment if fragment and wants_fragment(request) else page
    return render(request, template, values, status=422 if refused else 200)


def done(
    request: HttpRequest,
    to: str,
    *args: Any,
    notice: str = "",
    undo: str = "",
    fragment: str | None = None,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Answer a done act: `fragment` to htmx where one is given, otherwise send the browser to `to`.

    In: `to` a URL name or path, `args` its arguments, `notice` one sentence that the next page shows, `undo` the
    address that undoes the act, which stands beside that sentence.
    """
    if fragment and wants_fragment(request):
        return render(request, fragment, {**(context or {}), "notice": notice})
    if notice:
        messages.success(request, notice, extra_tags=undo)
    answer = redirect(to, *args)
    return HttpResponseClientRedirect(answer.url) if wants_fragment(request) else answer


def saved(request: HttpRequest, context: Mapping[str, Any], *also: str, all_of_it: bool = True) -> HttpResponse:
    """Answer an autosave: the line that says when it was saved, and the fragments in `also` out of band.

    In `all_of_it`: whether nothing else came with it that waits for a button; otherwise the device keeps the words.
    """
    values = {**context, "oob": True}
    lines = "".join(render_to_string(name, values, request) for name in ("core/_saved.html", *also))
    return HttpResponse(lines, headers={} if all_of_it else {OUTCOME: "saved-part"})


def not_saved(request: HttpRequest, form: BaseForm) -> HttpResponse:
    """Answer an autosave that was refused: the sentences beside the untouched words, at 422."""
    return render(request, "core/_not_saved.html", {"form": form}, status=422)
