"""The questions of a centre's set: put into it, taken out, and moved, with script and without."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from agendas.models import CentreSet, Hidden
from agendas.models.centre_set import MOST_IN_A_SET
from coach import bank
from tests.agendas.builders import an_own_set
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

A, B, C = "days-13-normal-week", "people-04-who-else", "path-13-first-job"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def mine(cast: Cast) -> CentreSet:
    return an_own_set(cast.cleo, A, B, C)


def does(client: Client, mine: CentreSet, act: str, code: str, query: str = "", **more: Any) -> Any:
    headers = more.pop("headers", {})
    return client.post(reverse(f"bank:{act}", args=[mine.key, code]) + query, more, headers=headers)


def order() -> list[str]:
    return list(CentreSet.objects.get().questions)


def test_without_script_the_page_comes_again(as_cleo: Client, mine: CentreSet) -> None:
    answer = does(as_cleo, mine, "move", C, position="1")
    assert answer.headers["Location"] == reverse("bank:show_set", args=[mine.key])
    assert order() == [C, A, B]
    page = as_cleo.get(answer.headers["Location"]).content.decode()
    assert "Moved to position 1 of 3." in page
    assert page.index(f"question-{C}") < page.index(f"question-{A}")


def test_with_script_the_list_comes_anew_and_the_focus_stays(as_cleo: Client, mine: CentreSet) -> None:
    text = does(as_cleo, mine, "move", A, position="2", headers=HTMX).content.decode()
    assert order() == [B, A, C]
    assert "<html" not in text
    assert 'data-announce="Moved to position 2 of 3."' in text
    moved = text[text.index(f'id="question-{A}"') :].split("</li>")[0]
    assert f'id="down-{A}"' in moved
    assert "data-focus" not in text  # the focus stays on the same button, by its id


@pytest.mark.parametrize("position", ["", "x", "0", "-1", "99999999999999999999", "99"])
def test_any_place_is_a_place(as_cleo: Client, mine: CentreSet, position: str) -> None:
    assert does(as_cleo, mine, "move", B, position=position).status_code == 302
    assert order() == ([A, C, B] if position == "99" else [B, A, C])


def test_the_first_does_not_move_up_nor_the_last_down(as_cleo: Client, mine: CentreSet) -> None:
    rows = as_cleo.get(reverse("bank:show_set", args=[mine.key])).content.decode().split('<li class="asked-one"')[1:]
    off = ['aria-disabled="true">Move up', 'aria-disabled="true">Move down']
    assert [[words in row for words in off] for row in rows] == [[True, False], [False, False], [False, True]]


def test_takes_one_out_and_puts_it_back_where_it_stood(as_cleo: Client, mine: CentreSet) -> None:
    does(as_cleo, mine, "take_out", B)
    assert order() == [A, C]
    undo = f"{reverse('bank:put', args=[mine.key, B])}?to=2"
    assert f'action="{undo}"' in as_cleo.get(reverse("bank:show_set", args=[mine.key])).content.decode()
    as_cleo.post(undo)
    assert order() == [A, B, C]


def test_with_script_the_undo_stands_above_the_list(as_cleo: Client, mine: CentreSet) -> None:
    text = does(as_cleo, mine, "take_out", B, headers=HTMX).content.decode()
    assert f'hx-post="{reverse("bank:put", args=[mine.key, B])}?to=2"' in text
    words = bank.question(B).text
    assert f"Removed from the set: {escape(words)}" in text
    assert text.index("data-focus>Undo<span") < text.index(escape(words), text.index("data-focus>Undo<span"))


def test_one_that_was_taken_out_meanwhile_does_not_move(as_cleo: Client, as_dara: Client, mine: CentreSet) -> None:
    does(as_dara, mine, "take_out", B)
    text = does(as_cleo, mine, "move", B, position="1", headers=HTMX).content.decode()
    assert "removed from the set in another window" in text
    assert order() == [A, C]


def test_the_bank_offers_to_add_to_it(as_cleo: Client, cast: Cast) -> None:
    mine = an_own_set(cast.cleo, A)
    here = f"{reverse('bank:index')}?into={mine.key}&phase=W"
    page = as_cleo.get(here).content.decode()
    assert "Choose the questions for “Before a placement”." in page
    assert f'action="{reverse("bank:take_out", args=[mine.key, A])}"' in page
    assert f'action="{reverse("bank:put", args=[mine.key, C])}"' in page
    assert f'name="into" value="{mine.key}"' in page
    row = does(as_cleo, mine, "put", C, next=here, into=mine.key, headers=HTMX).content.decode()
    assert "In the set" in row
    assert "Remove from the set" in row
    assert order() == [A, C]
    assert does(as_cleo, mine, "take_out", C, next=here, into=mine.key).headers["Location"] == here
    assert order() == [A]


@pytest.mark.parametrize("into", ["classics", "own-0", "x" * 50])
def test_there_is_no_other_set_to_add_to(as_cleo: Client, into: str) -> None:
    answer = as_cleo.get(reverse("bank:index"), {"into": into})
    assert answer.status_code in {200, 422}
    assert "Add to the set" not in answer.content.decode()


def test_a_full_set_says_so_beside_the_question(as_cleo: Client, cast: Cast) -> None:
    full = an_own_set(cast.cleo, *(q.id for q in bank.questions()[:MOST_IN_A_SET]))
    more = bank.questions()[MOST_IN_A_SET].id
    for headers in (HTMX, {}):
        answer = does(as_cleo, full, "put", more, into=full.key, headers=headers)
        assert answer.status_code == 422
        assert "This set is full." in answer.content.decode()


def test_a_hidden_question_keeps_its_place_and_says_that_it_is_hidden(as_cleo: Client, cast: Cast) -> None:
    mine = an_own_set(cast.cleo, A, B, C)
    Hidden.hide(B, by=cast.cleo, now=NOW)
    page = as_cleo.get(reverse("bank:show_set", args=[mine.key])).content.decode()
    row = page[page.index(f'id="question-{B}"') :].split("</li>")[0]
    assert "Hidden" in row
    assert order() == [A, B, C]


def test_what_is_retired_leaves_at_the_next_change(as_cleo: Client, cast: Cast) -> None:
    mine = an_own_set(cast.cleo, A, B)
    gone = min(bank.retired())
    CentreSet.objects.update(questions=[A, gone, B])
    assert f"question-{gone}" not in as_cleo.get(reverse("bank:show_set", args=[mine.key])).content.decode()
    does(as_cleo, mine, "move", B, position="1")
    assert order() == [B, A]


@pytest.mark.parametrize("act", ["put", "take_out", "move"])
def test_what_is_no_question_is_not_there(as_cleo: Client, mine: CentreSet, act: str) -> None:
    assert does(as_cleo, mine, act, "nothing-like-it").status_code == 404
    assert order() == [A, B, C]
