"""A question that students are no longer offered, and the way back."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from agendas.models import Hidden, centre_bank
from tests.agendas.builders import an_own_question
from tests.cast import Cast

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
LIST = f"{reverse('bank:index')}?words=week"


def does(client: Client, act: str, code: str = OURS, **more: Any) -> Any:
    return client.post(reverse(f"bank:{act}", args=[code]), {"next": LIST}, **more)


def offered(code: str = OURS) -> bool:
    return code in {q.id for q in centre_bank().questions}


def test_hides_it_and_offers_to_undo_that(cast: Cast, as_cleo: Client) -> None:
    answer = does(as_cleo, "hide")
    assert answer.headers["Location"] == LIST
    assert not offered()
    assert Hidden.objects.get().changed_by == cast.cleo
    page = as_cleo.get(LIST).content.decode()
    undo = f"{reverse('bank:unhide', args=[OURS])}?{urlencode({'next': LIST})}"
    assert "Hidden. Students no longer see this question." in page
    assert f'action="{undo}"' in page
    assert as_cleo.post(undo).headers["Location"] == LIST
    assert offered()


def test_an_own_one_is_hidden_like_ours(cast: Cast, as_dara: Client) -> None:
    own = an_own_question(cast.cleo)
    does(as_dara, "hide", own.code)
    assert not offered(own.code)
    assert centre_bank().question(own.code).text == own.text


def test_a_second_press_changes_nothing(cast: Cast, as_cleo: Client, as_dara: Client) -> None:
    for client in (as_cleo, as_dara):
        does(client, "hide")
    assert Hidden.objects.get().changed_by == cast.cleo
    for client in (as_cleo, as_dara):
        does(client, "unhide")
    assert offered()


def test_in_the_list_only_the_row_changes_and_the_focus_stays(as_cleo: Client) -> None:
    row = does(as_cleo, "hide", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in row
    assert reverse("bank:unhide", args=[OURS]) in row
    assert "Undo" in row
    assert "data-focus" in row
    assert 'data-announce="Hidden. Students no longer see this question."' in row
    assert f'name="next" value="{LIST}"' in row
    row = does(as_cleo, "unhide", headers={"HX-Request": "true"}).content.decode()
    assert reverse("bank:hide", args=[OURS]) in row
    assert 'data-announce="Students see this question again."' in row


def test_opened_as_a_page_it_asks_first(as_cleo: Client) -> None:
    page = as_cleo.get(reverse("bank:hide", args=[OURS])).content.decode()
    assert "It stays on agendas that have it." in page
    assert offered()


def test_leads_nowhere_else(as_cleo: Client) -> None:
    for act in ("hide", "unhide"):
        answer = as_cleo.post(reverse(f"bank:{act}", args=[OURS]), {"next": "https://elsewhere.example/"})
        assert answer.headers["Location"] == reverse("bank:word", args=[OURS])


@pytest.mark.parametrize("act", ["hide", "unhide"])
def test_what_is_no_question_cannot_be_hidden(as_cleo: Client, act: str) -> None:
    assert does(as_cleo, act, "nothing-like-it").status_code == 404
    assert not Hidden.objects.exists()
