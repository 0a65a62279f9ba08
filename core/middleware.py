"""The hall that every request walks through."""

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotFound
from django.http.request import split_domain_port
from django.shortcuts import redirect, resolve_url
from django.urls import Resolver404, resolve
from django.utils import timezone

from core import times
from core.errors import is_wait, not_found, server_error, unavailable
from core.health import healthz
from core.http import OUTCOME, page_of_script, sends_draft, wants_fragment
from core.links import PREFIX, without_signs
from core.locking import Vanished
from core.unsent import Unsent

Hall = Callable[[HttpRequest], HttpResponse]


def refuse_nul(get_response: Hall) -> Hall:
    """PostgreSQL cannot store NUL: an address that carries one is a bad request, not a broken page."""

    def walk(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("This address holds a character that no address may hold.")
        return get_response(request)

    return walk


def read_as_text(get_response: Hall) -> Hall:
    """Every page of ours is UTF-8, and so is what its forms send. A codec that is none of text would break any page."""

    def walk(request: HttpRequest) -> HttpResponse:
        if request.encoding:
            request.encoding = settings.DEFAULT_CHARSET
        return get_response(request)

    return walk


def answer_at_once(get_response: Hall) -> Hall:
    """What asks nobody is answered before anybody asks who comes: the sign of life, and a file that is not there."""

    def walk(request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return healthz(request)
        if request.path_info.startswith(settings.STATIC_URL):
            return HttpResponseNotFound("There is no such file.\n", content_type="text/plain; charset=utf-8")
        return get_response(request)

    return walk


def refuse_foreign_port(get_response: Hall) -> Hall:
    """ALLOWED_HOSTS names hosts without ports: a port that is not ours is as foreign as another name."""
    ours = {urlsplit(address).port for address in (settings.BASE_URL, *settings.CSRF_TRUSTED_ORIGINS)}
    known = {"", "80", "443", *(str(port) for port in ours if port)}

    def walk(request: HttpRequest) -> HttpResponse:
        _host, port = split_domain_port(request.get_host())
        if port not in known and port != request.META.get("SERVER_PORT"):
            raise DisallowedHost(f"Port {port} is not one of this centre’s. BASE_URL may name it.")
        return get_response(request)

    return walk


class EndWaits:
    """Where the database is away or held up, the answer is 503 and a sentence (core/errors.py), wherever it was asked.

    A row that was taken out in another window meanwhile is not there: 404, as for whoever comes a moment later.

    Who asks is read here, once, for all that come after. What a session cannot be written for on the way out meets
    `server_error`, which answers the same.
    """

    def __init__(self, get_response: Hall) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            _ = request.user.is_authenticated
        except DatabaseError as error:
            return self.process_exception(request, error) or server_error(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Vanished):
            return not_found(request)
        return unavailable(request, error) if is_wait(error) else None


def leave_page(get_response: Hall) -> Hall:
    """A redirect to script becomes a whole new page; a lapsed session brings the person back to where they were.

    What is sent from a form does not leave its page so: the answer is 401, the words stay. So it is where somebody else
    has signed in meanwhile: words go out in nobody else's name.
    """

    def walk(request: HttpRequest) -> HttpResponse:
        member = request.headers.get("X-Member")
        if member and member != str(request.user.pk) and request.method == "POST":
            return _signed_out()
        response = get_response(request)
        if response.status_code != 302 or not (wants_fragment(request) or sends_draft(request)):
            return _in_place(request, response) if sends_draft(request) else response
        to = response.headers["Location"]
        if _asks_to_sign_in(response):
            if request.method == "POST":
                return _signed_out()
            to = redirect_to_login(page_of_script(request) or "/").url
        # What the redirect says besides, such as a cookie, goes along.
        response.status_code = 204 if sends_draft(request) else 200
        response.headers["HX-Redirect"] = to
        del response.headers["Location"]
        if "#" in to and urlsplit(to).path == urlsplit(page_of_script(request) or "").path:
            # A browser would only scroll to that place of the page.
            response.headers["HX-Refresh"] = "true"
        return response

    return walk


def _in_place(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A page that answers script takes the place of the one that is there, under its own address."""
    place = {"HX-Retarget": "#main", "HX-Reselect": "#main", "HX-Reswap": "outerHTML"}
    for name, value in {**place, "HX-Replace-Url": request.get_full_path()}.items():
        response.headers[name] = value
    return response


def _signed_out() -> HttpResponse:
    return HttpResponse(status=401, headers={OUTCOME: "signed-out"})


def lead_to_page(get_response: Hall) -> Hall:
    """An address that takes only POST, opened like a page, leads to the page that it belongs to.

    That is the nearest address above it, or what the view says by `belongs_to` (core/http.py). Who may see that page is
    asked there; a row of somebody else's leads nowhere.
    """

    def walk(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        only_post = response.status_code == 405 and "GET" not in response.headers.get("Allow", "")
        if not only_post or request.method not in {"GET", "HEAD"}:
            return response
        match = resolve(request.path_info)
        own_page = getattr(match.func, "own_page", None)
        return redirect(own_page(request, *match.args, **match.kwargs) if own_page else _page_above(request.path_info))

    return walk


def _page_above(path: str) -> str:
    """The nearest address above `path` that there is; the one above that, should it take only POST too."""
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        with suppress(Resolver404):
            resolve(path)
            break
    return path


def say_outcome(get_response: Hall) -> Hall:
    """Every answer names its outcome, so that script takes nobody else's answer, such as a proxy's, for ours."""

    def walk(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code < 400:
            response.headers.setdefault(OUTCOME, "saved" if request.method == "POST" else "shown")
        elif response.status_code == 404 and request.method == "POST" and sends_draft(request):
            # The page lists the words (core/errors.py, not_found), so script shows it as it shows what was refused.
            response.status_code = 422
            response.headers[OUTCOME] = "held"
        elif response.status_code in {404, 422}:
            response.headers.setdefault(OUTCOME, "gone" if response.status_code == 404 else "refused")
        return response

    return walk


def hold_words(get_response: Hall) -> Hall:
    """Words that met a lapsed session are held by a page of ours, through signing in, until they are sent again."""

    def walk(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "POST" or response.status_code not in {204, 302}:
            return response
        unsent = None
        status = 200 if request.user.is_authenticated else 401
        # Whoever meets another's words signs out with them, for the other to sign in.
        gives_way = request.path_info == resolve_url("account_logout") and status == 401
        if gives_way or request.path_info == resolve_url("account_login"):
            unsent = Unsent.carried_by(request) if gives_way or status == 200 else None
        elif _asks_to_sign_in(response):
            unsent = Unsent.sent_by(request)
        if unsent is None or not unsent.has_words:
            return response
        return unsent.page(request, status=status, gives_way=gives_way)

    return walk


def _asks_to_sign_in(response: HttpResponse) -> bool:
    """Whether somebody without a session was met; whoever signs out is led to the same page, but to none behind it."""
    to = response.headers.get("Location", "")
    return to.startswith(resolve_url("account_login")) and "next=" in to


def own_zone(get_response: Hall) -> Hall:
    """Times are shown in the zone of the person's profile."""

    def walk(request: HttpRequest) -> HttpResponse:
        zone = getattr(request.user, "time_zone", "")
        if not zone:
            return get_response(request)
        with timezone.override(times.zone(zone)):
            return get_response(request)

    return walk


def keep_private(get_response: Hall) -> Hall:
    """What a signed-in person sees is not kept by any cache on the way."""

    def walk(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return walk


def guard_links(get_response: Hall) -> Hall:
    """A page behind a secret link is kept by no cache, listed by no search engine, and named to no other site.

    A sign that a mail program took along is left out before anybody asks whether there is such a link.
    """

    def walk(request: HttpRequest) -> HttpResponse:
        path = without_signs(request.path_info)
        leads_on = path != request.path_info and request.method in {"GET", "HEAD"}
        response = redirect(quote(path)) if leads_on else get_response(request)
        if request.path_info.startswith(PREFIX):
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return walk
