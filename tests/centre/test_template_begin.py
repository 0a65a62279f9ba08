"""Beginning a text of the centre from ours, without losing what was typed."""

from html import unescape
from typing import Any

import pytest
from django.test import Client

from centre.models import Template
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/request/email/"
MINE = {
    "subject": "Mine",
    "body": "Dear {addressed},\n\nwords I have not saved.",
    "revision": "0",
    "edit_session": "one",
}
OURS = "Could I ask you about it in a {minutes}-minute informational interview"


def begun(client: Client, **words: str) -> Any:
    """The page, and the words that stand in its form and beside it."""
    response = client.post(f"{PAGE}begin/", words)
    assert response.status_code == 200
    form = response.context["form"]
    return response, form["subject"].value(), form["body"].value(), response.context["aside"]


def test_puts_ours_into_the_form_and_lays_the_typed_words_aside(as_dara: Client) -> None:
    response, _subject, body, aside = begun(as_dara, **MINE)
    assert OURS in body
    assert aside == {"subject": "Mine", "body": MINE["body"]}
    assert f">{MINE['body']}</textarea>" in unescape(response.content.decode())
    assert "Undo" in response.content.decode()
    assert not Template.objects.exists()


def test_takes_them_back_and_lays_ours_aside(as_dara: Client) -> None:
    _response, subject, ours, _aside = begun(as_dara, **MINE)
    again = {
        "subject": subject,
        "body": f"{ours}\n\nOne line more.",
        "aside_subject": "Mine",
        "aside_body": MINE["body"],
    }
    _response, subject, body, aside = begun(as_dara, **again)
    assert (subject, body) == ("Mine", MINE["body"])
    assert aside["body"].endswith("One line more.")


@pytest.mark.parametrize("body", ["", "  \n "])
def test_lays_nothing_aside_where_nothing_was_typed(as_dara: Client, body: str) -> None:
    response, _subject, _body, aside = begun(as_dara, body=body)
    assert not aside
    assert "This is our text." in response.content.decode()


def test_what_is_aside_outlasts_a_refused_saving(as_dara: Client) -> None:
    words = {**MINE, "body": "{nonsense}", "aside_subject": "Mine", "aside_body": MINE["body"]}
    response = as_dara.post(PAGE, words)
    assert response.status_code == 422
    assert response.context["aside"] == {"subject": "Mine", "body": MINE["body"]}


def test_a_text_that_was_saved_meanwhile_is_still_noticed(as_dara: Client) -> None:
    a_template("Newer words.")
    response, _subject, body, _aside = begun(as_dara, **MINE)
    form = response.context["form"]
    assert (form["revision"].value(), form["edit_session"].value()) == ("0", "one")
    assert as_dara.post(PAGE, {"body": body, "revision": "0", "edit_session": "one"}).status_code == 422


def test_only_the_director_begins(as_amina: Client, as_cleo: Client) -> None:
    for client in (as_amina, as_cleo):
        assert client.post(f"{PAGE}begin/", MINE).status_code == 404
