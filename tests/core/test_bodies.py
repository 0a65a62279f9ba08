"""G3: what is longer than its page takes is refused by its head, and none of it is read."""

import inspect
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from core import bodies


class Unreadable(BytesIO):
    """A body that fails the test when somebody reads of it."""

    def read(self, *args: object) -> bytes:
        raise AssertionError("this body was read")


def views(patterns: list[URLPattern | URLResolver] | None = None) -> list[object]:
    found: list[object] = []
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        found += views(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern.callback]
    return found


@pytest.mark.parametrize("path", ["/account/login/", "/people/add/", "/you/", "/nowhere/", "/r/abc/"])
@pytest.mark.parametrize("length", [str(bodies.FORM + 1), str(600 * 2**20), "9" * 40, "-1", "1e3", "٣"])
def test_g3_refuses_by_the_length_alone(stranger: Client, path: str, length: str) -> None:
    # No database mark: whoever asks is not looked up either.
    answer = stranger.generic(
        "POST", path, **{"wsgi.input": Unreadable(), "CONTENT_LENGTH": length, "CONTENT_TYPE": "text/plain"}
    )
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "too large for this page" in page
    assert "couldn’t read or save any of it" in page


def test_a_page_that_takes_a_file_takes_more() -> None:
    assert bodies.limit("/you/resumes/keep/") == bodies.limit("/centre/look/logo/") == bodies.FILES
    assert bodies.limit("/you/") == bodies.limit("/nowhere/") == bodies.FORM


def test_django_itself_refuses_no_form_that_we_take() -> None:
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == bodies.FORM


def test_every_view_that_takes_a_file_says_so() -> None:
    takes = [view for view in views() if "request.FILES" in inspect.getsource(inspect.unwrap(view))]  # type: ignore[arg-type]
    assert len(takes) >= 2
    assert {getattr(view, "takes_bytes", 0) for view in takes} == {bodies.FILES}


@pytest.mark.parametrize("length", ["", "0", "12", str(bodies.FORM)])
def test_lets_through_what_a_form_may_hold(length: str) -> None:
    request = RequestFactory().post("/people/add/", CONTENT_LENGTH=length)
    assert not bodies.is_too_long(request.META)
