"""Pages for what went wrong: what happened and what to do."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.links import PREFIX


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # Whatever is wrong with a secret link, its holder meets this one page.
    if request.path_info.startswith(PREFIX):
        # No token of a form: the page is the same to the letter for everybody.
        return render(request, "core/link_ended.html", {"csrf_token": ""}, status=404)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """No template engine and no database: either may be what is broken."""
    return HttpResponseServerError(
        format_html(
            '<!doctype html><html lang="{language}"><meta name="viewport" content="width=device-width">'
            "<title>{title}</title><main><h1>{title}</h1><p>{advice}</p></main></html>",
            language=get_language(),
            title=_("Something broke on our side"),
            advice=_(
                "Nothing you saved before is lost. Wait a minute, then load this page again."
                " If it stays like this, tell your career centre when it happened."
            ),
        )
    )
