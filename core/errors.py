"""Pages for what went wrong: what happened and what to do."""

import logging
import sys

import psycopg
from django.db import InterfaceError, NotSupportedError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import waits
from core.links import PREFIX
from core.unsent import Unsent

log = logging.getLogger(__name__)

# Seconds after which a program may try again.
RETRY_AFTER = "5"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # What somebody typed into a form that was open for too long is shown to them, so that they can take it along.
    unsent = Unsent.sent_by(request) if request.method == "POST" else None
    context = {"words": unsent.words if unsent else []}
    # Whatever is wrong with a secret link, its holder meets this one page.
    if request.path_info.startswith(PREFIX):
        # No token of a form: the page is the same to the letter for everybody.
        return render(request, "core/link_ended.html", {**context, "csrf_token": ""}, status=404)
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """No template engine and no database: either may be what is broken."""
    error = sys.exception()
    if error is not None and is_wait(error):
        return unavailable(request, error)
    return HttpResponseServerError(
        format_html(
            '<!doctype html><html lang="{language}"><meta name="viewport" content="width=device-width">'
            '<meta name="color-scheme" content="light dark">'
            "<title>{title}</title><main><h1>{title}</h1><p>{advice}</p></main></html>",
            language=get_language(),
            title=_("Something went wrong on our side"),
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
    unsent = Unsent.sent_by(request) if request.method == "POST" else None
    response = _bare(
        503,
        title=_("We can’t answer right now"),
        sentences=[
            _("Our database isn’t answering in time. Nothing you saved is lost.")
            if error is not None
            else _("Halfhour is very busy or slow right now. Nothing you saved is lost."),
            _what_to_do(request, unsent),
        ],
        unsent=unsent,
        token=get_token(request) if unsent else "",
        can_reload=request.method == "GET",
    )
    response.headers["Retry-After"] = RETRY_AFTER
    return response


def _what_to_do(request: HttpRequest, unsent: Unsent | None) -> str:
    if request.method != "POST":
        return _("Wait a moment, then reload this page.")
    if unsent is None or unsent.has_secret or not unsent.fields:
        return _("What you just sent wasn’t saved. Wait a moment, go back in your browser, then send it again.")
    return _("What you just sent wasn’t saved, but it’s still on this page. Wait a moment, then send it again.")


def too_long(request: HttpRequest) -> HttpResponse:
    """What was sent is longer than its page takes; it was not read, so that nothing of it can be held."""
    response = _bare(
        413,
        title=_("That’s too much at once"),
        sentences=[
            _("What you sent is too large for this page, so we couldn’t read or save any of it."),
            _("Go back in your browser. Your words are still in the form. Files can be up to 5 MB."),
        ],
    )
    # The rest of it is not waited for.
    response.headers["Connection"] = "close"
    return response


def cut_short(request: HttpRequest) -> HttpResponse:
    """The connection broke while something was sent; seldom does anybody see this page."""
    return _bare(
        400,
        title=_("That didn’t arrive complete"),
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
