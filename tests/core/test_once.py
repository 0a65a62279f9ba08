"""A double submit has one result."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from accounts.models import User
from core.models import Submission
from core.once import once

pytestmark = pytest.mark.django_db


def sent(user: User, token: str, **words: Any) -> HttpRequest:
    request = RequestFactory().post("/make/", {"once": token, **words})
    request.user = user
    return request


def test_answers_a_second_sending_with_the_first_result(amina: User) -> None:
    made = []

    @once
    def make(request: HttpRequest) -> HttpResponse:
        made.append(1)
        return redirect(f"/made/{len(made)}/")

    token = str(uuid.uuid4())
    assert [make(sent(amina, token)).headers["Location"] for _ in range(2)] == ["/made/1/", "/made/1/"]
    assert len(made) == 1


def test_leaves_the_token_free_when_the_form_was_refused(amina: User) -> None:
    statuses = iter([422, 302])

    @once
    def make(request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=next(statuses), headers={"Location": "/made/"})

    token = str(uuid.uuid4())
    assert [make(sent(amina, token)).status_code for _ in range(2)] == [422, 302]


def test_does_not_send_one_person_where_another_went(amina: User, bo: User) -> None:
    @once
    def make(request: HttpRequest) -> HttpResponse:
        return redirect(f"/secret/of/{request.user.name.split()[0].lower()}/")  # type: ignore[union-attr]

    token = str(uuid.uuid4())
    make(sent(amina, token))
    assert make(sent(bo, token)).headers["Location"] == "/secret/of/bo/"


def test_a_form_without_a_token_is_sent_as_ever(amina: User) -> None:
    @once
    def make(request: HttpRequest) -> HttpResponse:
        return redirect("/made/")

    assert make(sent(amina, "no token")).status_code == 302
    assert not Submission.objects.exists()


def test_w8_the_token_of_a_page_that_the_browser_kept_makes_what_is_typed_now(amina: User) -> None:
    made = []

    @once
    def make(request: HttpRequest) -> HttpResponse:
        made.append(request.POST["name"])
        return redirect(f"/made/{len(made)}/")

    token = str(uuid.uuid4())
    names = ["Ada Osei", "Efua Osei", "Ada Osei", "Efua Osei"]
    went = [make(sent(amina, token, name=name)).headers["Location"] for name in names]
    assert made == ["Ada Osei", "Efua Osei"]
    assert went == ["/made/1/", "/made/2/", "/made/1/", "/made/2/"]


def test_w8_what_a_form_carries_of_its_own_accord_makes_nothing_twice(amina: User) -> None:
    made = []

    @once
    def make(request: HttpRequest) -> HttpResponse:
        made.append(1)
        return redirect("/made/")

    token = str(uuid.uuid4())
    for csrf in ("one", "another"):
        make(sent(amina, token, name="Ada Osei", csrfmiddlewaretoken=csrf, edit_session=csrf))
    assert made == [1]


def test_w8_another_file_of_the_same_name_is_another_sending(amina: User) -> None:
    made = []

    @once
    def make(request: HttpRequest) -> HttpResponse:
        made.append(request.FILES["file"].read())
        return redirect("/made/")

    token = str(uuid.uuid4())
    for content in (b"first", b"second", b"first"):
        make(sent(amina, token, file=SimpleUploadedFile("cv.pdf", content)))
    assert made == [b"first", b"second"]


def test_what_is_kept_of_a_sending_says_nothing_of_it(amina: User) -> None:
    token = str(uuid.uuid4())
    once(lambda request: redirect("/made/"))(sent(amina, token, name="Ada Osei"))
    assert str(Submission.objects.get().token) != token
