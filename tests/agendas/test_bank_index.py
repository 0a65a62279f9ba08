"""The list of the question bank for whoever keeps it: found by words, part, set and whose words it is in."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from agendas.models import Hidden
from coach import bank
from tests.agendas.builders import a_wording, an_own_question, an_own_set
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

OURS, OTHER = "days-13-normal-week", "people-04-who-else"


def page(client: Client, query: str = "", status: int = 200) -> str:
    answer = client.get(reverse("bank:index") + query)
    assert answer.status_code == status
    return answer.content.decode()


def shown(text: str) -> list[str]:
    return re.findall(r'<div class="main">\s*<a href="/bank/([\w-]+)/"', text)


def test_shows_all_of_ours_a_page_at_a_time(as_cleo: Client) -> None:
    text = page(as_cleo)
    assert f"{len(bank.questions())} questions" in text
    assert shown(text) == [q.id for q in bank.questions()[:25]]
    assert shown(page(as_cleo, "?page=2")) == [q.id for q in bank.questions()[25:50]]
    assert page(as_cleo, "?page=999&words=%22%3E")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?words=yesterday", bank.search("yesterday")),
        ("?phase=X", bank.search(phase="X")),
        ("?set=law", bank.search(set="law")),
        ("?set=moving&words=visa", bank.search("visa", set="moving")),
    ],
)
def test_filters(as_cleo: Client, query: str, found: tuple[bank.BankQuestion, ...]) -> None:
    assert shown(page(as_cleo, query)) == [q.id for q in found[:25]]


def test_tells_ours_changed_own_and_hidden_apart(cast: Cast, as_dara: Client) -> None:
    own = an_own_question(cast.cleo)
    a_wording(cast.cleo, OURS, "What fills your Mondays?")
    Hidden.hide(OTHER, by=cast.cleo, now=NOW)
    assert shown(page(as_dara, "?state=own")) == [own.code]
    assert shown(page(as_dara, "?state=changed")) == [OURS]
    assert shown(page(as_dara, "?state=hidden")) == [OTHER]
    rest = f"{len(bank.questions()) - 2} questions"
    assert rest in page(as_dara, "?state=ours")
    row = page(as_dara, "?state=changed").split('<div class="main">')[1]
    assert "What fills your Mondays?" in row
    assert "Changed by you" in row


def test_offers_the_centres_own_sets(cast: Cast, as_cleo: Client) -> None:
    mine = an_own_set(cast.cleo, OTHER, OURS)
    assert shown(page(as_cleo, f"?set={mine.key}")) == [OTHER, OURS]


def test_says_when_nothing_fits_and_what_to_do(as_cleo: Client) -> None:
    text = page(as_cleo, "?words=zzzz")
    assert "No questions match" in text
    assert "Show every question" in text


@pytest.mark.parametrize("query", ["?phase=Q", "?set=zoo", "?state=mine"])
def test_refuses_a_filter_that_is_none(as_cleo: Client, query: str) -> None:
    assert 'class="error"' in page(as_cleo, query, 422)


def test_htmx_is_given_the_list_alone(as_cleo: Client) -> None:
    answer = as_cleo.get(reverse("bank:index"), {"words": "yesterday"}, headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert shown(answer.content.decode()) == [q.id for q in bank.search("yesterday")]


def test_asks_no_more_however_much_was_changed(
    cast: Cast, as_cleo: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(as_cleo)
    for number, asked in enumerate(bank.questions()[:30]):
        an_own_question(cast.cleo, text=f"What about number {number}?")
        a_wording(cast.cleo, asked.id, f"What about this one, number {number}?")
        Hidden.hide(asked.id, by=cast.cleo, now=NOW + timedelta(minutes=number))
    with django_assert_num_queries(3):
        page(as_cleo)


def test_a_tab_leads_there_for_whoever_keeps_it(as_cleo: Client, as_dara: Client, as_amina: Client) -> None:
    for client in (as_cleo, as_dara):
        assert re.search(r'<a href="/bank/" aria-current="true">', page(client))
    assert "/bank/" not in as_amina.get("/").content.decode()
