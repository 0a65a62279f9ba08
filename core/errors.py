"""Pages for what went wrong: what happened and what to do."""

import logging
import sys
from urllib.parse import urlsplit

import psycopg
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.db import InterfaceError, NotSupportedError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import waits
from core.links import PREFIX

log = logging.getLogger(__name__)

# Seconds after which a program may try again.
RETRY_AFTER = "5"
# What is never written back into a page, or means nothing to whoever reads it.
_NOT_HELD = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword"}


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
    error = sys.exception()
    if error is not None and is_wait(error):
        return unavailable(request, error)
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


def is_wait(error: BaseException) -> bool:
    """Whether `error` says that the database is away, hangs or is held up: what passes without anybody's mending."""
    if isinstance(error, NotSupportedError):
        # A plan that a migration has outdated; the next try makes a new one (core/waits.py).
        return isinstance(error.__cause__, psycopg.errors.FeatureNotSupported)
    return isinstance(error, (OperationalError, InterfaceError))


def unavailable(request: HttpRequest, error: BaseException | None = None) -> HttpResponse:
    """The page for a while: nothing was saved, here are the words that were sent. It asks nobody for anything."""
    if error is not None:
        waits.note_failure(error)
        why = str(error).strip().partition("\n")[0]
        log.warning("%s %s: 503, the database did not answer: %s", request.method, request.path, why)
    response = _bare(
        503,
        title=_("We cannot answer just now"),
        sentences=[
            _("Our database does not answer in time. Nothing you saved before is lost.")
            if error is not None
            else _("Too many people ask at once, or something keeps them waiting. Nothing you saved before is lost."),
            _("What you just sent was not saved. It is kept on this page: wait a moment, then send it again.")
            if request.method == "POST"
            else _("Wait a moment, then load this page again."),
        ],
        **_held(request),
    )
    response.headers["Retry-After"] = RETRY_AFTER
    return response


def too_long(request: HttpRequest) -> HttpResponse:
    """What was sent is longer than its page takes; it was not read, so that nothing of it can be held."""
    response = _bare(
        413,
        title=_("That is too much at once"),
        sentences=[
            _("What you sent is larger than this page takes, so none of it was read and nothing was saved."),
            _("Go back in your browser: your words are still in the form. A file may have 5 MB."),
        ],
    )
    # The rest of it is not waited for.
    response.headers["Connection"] = "close"
    return response


def cut_short(request: HttpRequest) -> HttpResponse:
    """The connection broke while something was sent; seldom does anybody see this page."""
    return _bare(
        400,
        title=_("That did not arrive whole"),
        sentences=[_("The connection broke while you were sending, so nothing was saved. Go back and send it again.")],
    )


class OneLine(logging.Filter):
    """Keeps Django's own line about a page that was not to be had: `unavailable` has said why in one."""

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(record, "status_code", 0) != 503


def _bare(status: int, **context: object) -> HttpResponse:
    """A page that knows neither who asks nor which centre this is."""
    html = render_to_string("core/bare_error.html", context)
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})


def _held(request: HttpRequest) -> dict[str, object]:
    """The words of a form that was sent from this site, and where they are sent again."""
    if request.method != "POST" or not _is_ours(request):
        return {}
    try:
        posted = request.POST
    except (SuspiciousOperation, MultiPartParserError, RawPostDataException, OSError):
        return {}
    fields = [(name, value) for name, values in posted.lists() if name not in _NOT_HELD for value in values]
    return {
        "path": request.get_full_path(),
        "fields": fields,
        "words": [value for name, value in fields if " " in value.strip() or len(value) > 40],
        "files": [str(file.name) for _name, several in request.FILES.lists() for file in several],
        "has_secret": any("password" in name for name in posted),
        "token": get_token(request),
    }


def _is_ours(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form, as far as the browser says: another must not speak through ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    try:
        return source is None or urlsplit(source).netloc == request.get_host()
    except (DisallowedHost, ValueError):
        return False
