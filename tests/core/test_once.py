"""A double submit has one result."""

import uuid

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from accounts.models import User
from core.models import Submission
from core.once import once

pytestmark = pytest.mark.django_db


def sent(user: User, token: str) -> HttpRequest:
    request = RequestFactory().post("/make/", {"once": token})
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
        return redirect("/secret/of/amina/")

    token = str(uuid.uuid4())
    make(sent(amina, token))
    assert make(sent(bo, token)).headers["Location"] == "/make/"


def test_a_form_without_a_token_is_sent_as_ever(amina: User) -> None:
    @once
    def make(request: HttpRequest) -> HttpResponse:
        return redirect("/made/")

    assert make(sent(amina, "no token")).status_code == 302
    assert not Submission.objects.exists()
