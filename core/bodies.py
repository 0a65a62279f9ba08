"""How much a page takes: what is longer is refused by its head, before any of it is read."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from core.errors import too_long

View = TypeVar("View", bound=Callable[..., Any])

# Bytes. The longest form of ours holds 100,000 characters, of which a browser may make nine bytes each.
FORM = 2 * 1024 * 1024
# Above the 5 MB of a résumé, so that a field's own limit answers with its sentence; below what would hurt.
FILES = 12 * 1024 * 1024
_TAKES = "takes_bytes"


def takes_files(view: View) -> View:
    """Mark a view whose form holds a file. It stands above the other decorators."""
    setattr(view, _TAKES, FILES)
    return view


def limit(path: str) -> int:
    """How many bytes the page at `path` takes."""
    try:
        return int(getattr(resolve(path).func, _TAKES, FORM))
    except Resolver404:
        return FORM


def is_too_long(environ: dict[str, Any]) -> bool:
    """Whether the head of a request says that more comes than its page takes, or says no length that can be read."""
    announced = environ.get("CONTENT_LENGTH") or "0"
    if not (announced.isascii() and announced.isdecimal()):
        return True
    length = int(announced)
    # Finding the page costs something, and few requests need it.
    return length > FILES or (length > FORM and length > limit(environ.get("PATH_INFO", "")))


def refuse_long_bodies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answer 413 to a request that says it brings more than its page takes, and read none of it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return too_long(request) if is_too_long(request.META) else get_response(request)

    return middleware
