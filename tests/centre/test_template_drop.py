"""Going back to ours."""

import pytest
from django.test import Client

from centre.models import Template
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/request/email/drop/"


def test_asks_first(as_dara: Client) -> None:
    a_template()
    page = as_dara.get(PAGE).content.decode()
    assert "Delete your text for “Request, Email”?" in page
    assert "Students will start from our text again." in page
    assert Template.objects.exists()


def test_students_begin_from_ours_again(as_dara: Client) -> None:
    a_template()
    a_template(channel="phone")
    assert Template.recent("request", "email") is not None
    assert as_dara.post(PAGE)["Location"] == "/centre/templates/"
    assert Template.recent("request", "email") is None
    assert Template.objects.get().channel == "phone"


def test_what_is_gone_is_not_found(as_dara: Client) -> None:
    a_template()
    as_dara.post(PAGE)
    assert as_dara.get(PAGE).status_code == as_dara.post(PAGE).status_code == 404


def test_nobody_else_drops_it(as_amina: Client, as_cleo: Client) -> None:
    a_template()
    for client in (as_amina, as_cleo):
        assert client.post(PAGE).status_code == 404
    assert Template.objects.exists()
