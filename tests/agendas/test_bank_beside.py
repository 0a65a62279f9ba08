"""Without script what was typed into a question of the bank goes along with an act beside it, and is given back."""

import pytest
from django.test import Client
from django.urls import reverse

from agendas.models import CentreQuestion, Hidden
from tests.agendas.builders import a_wording
from tests.cast import Cast
from tests.forms import forms_of

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
MINE, TYPED = "What fills your Mondays?", "What fills your Fridays?"
PAGE = reverse("bank:word", args=[OURS])


def press_undo(client: Client, **typed: str) -> tuple[str, int]:
    """Press the first Undo of the page with its form filled in: the page that answers, and its status."""
    html = client.get(PAGE).content.decode()
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == "wording"]
    sent: dict[str, list[str]] = {}
    for one in form.fields:
        # No field of work is chosen.
        if (one.name != "of_field" and one.kind not in {"radio", "checkbox"}) or one.checked:
            sent[one.name] = [*sent.get(one.name, []), one.value]
    address = html.split('form="wording" formaction="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    answer = client.post(address, {**sent, **typed})
    return (answer if answer.status_code == 422 else client.get(PAGE)).content.decode(), answer.status_code


def test_words_beside_a_wording_that_comes_back_stand_in_the_form(cast: Cast, as_cleo: Client) -> None:
    a_wording(cast.cleo, OURS, MINE)
    as_cleo.post(reverse("bank:go_back", args=[OURS]))
    page, status = press_undo(as_cleo, text=TYPED)
    assert status == 422
    assert "Your wording is back." in page
    assert "What you typed isn’t saved yet." in page
    assert CentreQuestion.objects.get().text == MINE
    [form] = [form for form in forms_of(page) if form.attrs.get("id") == "wording"]
    assert form.attrs["action"] == PAGE
    sent = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"} or one.checked}
    assert sent["text"].strip() == TYPED
    # Saved now they are no older than what came back.
    assert as_cleo.post(PAGE, sent).status_code == 302
    assert CentreQuestion.objects.get().text == TYPED


@pytest.mark.parametrize("act", ["hide", "unhide"])
def test_words_beside_hiding_stand_in_the_form(as_cleo: Client, act: str) -> None:
    if act == "unhide":
        as_cleo.post(reverse("bank:hide", args=[OURS]))
        as_cleo.get(PAGE)
    as_cleo.post(reverse(f"bank:{act}", args=[OURS]))
    page, status = press_undo(as_cleo, why="It opens people up.")
    assert status == 422
    assert "It opens people up." in page
    assert Hidden.objects.exists() is (act == "unhide")
    assert not CentreQuestion.objects.exists()


def test_untouched_words_are_none(cast: Cast, as_cleo: Client) -> None:
    a_wording(cast.cleo, OURS, MINE)
    as_cleo.post(reverse("bank:go_back", args=[OURS]))
    page, status = press_undo(as_cleo)
    assert status == 302
    assert "isn’t saved yet" not in page
    assert CentreQuestion.objects.get().text == MINE
