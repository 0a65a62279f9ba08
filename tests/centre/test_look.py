"""The centre's name, colours and logo."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from centre.models import Centre
from tests.cast import Cast
from tests.centre.builders import PNG, a_logo

PAGE = "/centre/look/"
WORDS = {"name": "Career House", "time_zone": "Europe/Lisbon", "accent_light": "#7A1F4B", "accent_dark": "#f0a6c8"}


def test_keeps_the_words(cast: Cast, as_dara: Client) -> None:
    assert as_dara.post(PAGE, WORDS).status_code == 302
    centre = Centre.current()
    assert (centre.name, centre.time_zone) == ("Career House", "Europe/Lisbon")
    assert (centre.accent_light, centre.accent_dark) == ("#7A1F4B", "#F0A6C8")
    assert "Career House" in as_dara.get("/account/logout/").content.decode()


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("accent_light", "#FFD400", "Choose a darker one."),
        ("accent_light", "#767676", "Choose a darker one."),
        ("accent_dark", "#0F5C5C", "Choose a lighter one."),
        ("accent_light", "teal", "six digits"),
        ("accent_light", "#FFF}*{x", "at most 7 characters"),
        ("accent_light", "#12345g", "six digits"),
        ("name", "", "Fill this in."),
        ("name", "x" * 500, "at most 120 characters"),
        ("time_zone", "Nowhere/Land", "We don’t know a time zone called"),
    ],
)
def test_refuses_at_the_field(cast: Cast, as_dara: Client, field: str, words: str, sentence: str) -> None:
    answer = as_dara.post(PAGE, {**WORDS, field: words})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert sentence in answer.content.decode()
    assert Centre.current().name != "Career House"


def test_a_stale_form_loses_nothing(cast: Cast, as_dara: Client) -> None:
    Centre.current().revise(seen=None, name="Newer name")
    answer = as_dara.post(PAGE, {**WORDS, "name": "Older name", "revision": "0", "edit_session": "one"})
    assert answer.status_code == 422
    assert "Newer name" in answer.content.decode()
    assert "Older name" in answer.content.decode()


def test_every_page_wears_the_colours(cast: Cast, as_dara: Client, stranger: Client) -> None:
    assert "/centre/accent-" not in stranger.get("/account/login/").content.decode()
    as_dara.post(PAGE, WORDS)
    revision = Centre.current().revision
    path = f"/centre/accent-{revision}.css"
    assert path in stranger.get("/account/login/").content.decode()
    answer = stranger.get(path)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not answer.cookies
    sheet = answer.content.decode()
    assert "--accent:light-dark(#7A1F4B,#F0A6C8);" in sheet
    assert "--on-accent:light-dark(#FFFFFF,#0E1A1A);" in sheet
    assert "--accent-soft:light-dark(" in sheet
    assert stranger.get("/centre/accent-99.css")["Cache-Control"] == "no-cache"


def put(client: Client, content: bytes, name: str = "logo.png") -> object:
    return client.post("/centre/look/logo/", {"logo": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PNG, "image/png"), (b"\xff\xd8\xff\xe0jfif", "image/jpeg"), (b"RIFF\0\0\0\0WEBPVP8 ....", "image/webp")],
)
def test_takes_a_picture_by_its_content(
    cast: Cast, as_dara: Client, stranger: Client, content: bytes, kind: str
) -> None:
    assert put(as_dara, content, "../../logo.html").status_code == 302
    revision = Centre.current().revision
    path = f"/centre/logo/{revision}/"
    assert path in stranger.get("/account/login/").content.decode()
    answer = stranger.get(path)
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Type"] == kind
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a",
        b"\x89PNG",
        b"",
        PNG + b"\0" * 1024 * 1024,
    ],
    ids=["svg", "page", "gif", "half a png", "nothing", "too large"],
)
def test_refuses_what_is_no_small_picture(cast: Cast, as_dara: Client, content: bytes) -> None:
    answer = put(as_dara, content)
    assert answer.status_code == 422
    assert 'id="id_logo_error"' in answer.content.decode()
    assert not Centre.current().logo


def test_a_new_logo_removes_the_one_before(
    cast: Cast, as_dara: Client, django_capture_on_commit_callbacks: object
) -> None:
    before = Path(a_logo(Centre.current()).logo.path)
    with django_capture_on_commit_callbacks(execute=True):
        put(as_dara, PNG)
    assert not before.exists()
    after = Path(Centre.current().logo.path)
    assert after.exists()
    with django_capture_on_commit_callbacks(execute=True):
        as_dara.post("/centre/look/logo/drop/")
    assert not after.exists()
    assert as_dara.get("/centre/logo/3/").status_code == 404


def test_a_logo_that_is_gone_is_no_broken_page(cast: Cast, stranger: Client) -> None:
    centre = a_logo(Centre.current())
    Path(centre.logo.path).unlink()
    assert stranger.get(f"/centre/logo/{centre.revision}/").status_code == 404
