"""Sets of the question bank: listed, made, renamed, and hidden."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from agendas.models import CentreSet, Hidden, centre_bank
from agendas.models.centre_set import MOST_SETS
from coach import bank
from tests.agendas.builders import an_own_set
from tests.cast import Cast

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
WORDS = {"title": "Before a placement", "about": "Students in their second year"}


def page(client: Client, name: str, *args: str) -> str:
    answer = client.get(reverse(f"bank:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def make(client: Client, **words: str) -> Any:
    return client.post(reverse("bank:make_set"), {**WORDS, **words})


def test_lists_the_centres_own_before_ours(cast: Cast, as_cleo: Client) -> None:
    mine = an_own_set(cast.cleo, OURS)
    text = page(as_cleo, "sets")
    listed = re.findall(r'<div class="main">\s*<a href="/bank/sets/([\w-]+)/"', text)
    assert listed == [mine.key, *(one.key for one in bank.sets())]
    row = text.split('<div class="main">')[1]
    assert "Students in their second year" in row
    assert "1 question" in row
    assert "Your own" in row


def test_the_list_asks_once_however_many_there_are(
    cast: Cast, as_cleo: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(as_cleo, "sets")
    for number in range(10):
        an_own_set(cast.cleo, OURS, title=f"Set {number}")
    with django_assert_num_queries(3):
        page(as_cleo, "sets")


def test_makes_one_and_leads_on_to_its_questions(cast: Cast, as_cleo: Client) -> None:
    answer = make(as_cleo)
    row = CentreSet.objects.get()
    assert answer.headers["Location"] == reverse("bank:show_set", args=[row.key])
    assert row.changed_by == cast.cleo
    text = page(as_cleo, "show_set", row.key)
    assert "Next: add questions to it." in text
    assert "No questions in it yet" in text
    assert f'href="/bank/?into={row.key}"' in text


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("title", "", "Fill this in."),
        ("title", "x" * 81, "at most 80"),
        ("title", "only TEN minutes", "Another set has this name."),
        ("about", "x" * 121, "at most 120"),
    ],
)
def test_refuses_at_the_field_and_keeps_the_words(as_cleo: Client, field: str, words: str, sentence: str) -> None:
    answer = make(as_cleo, **{field: words})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert ("second year" if field == "title" else "Before a placement") in answer.content.decode()
    assert not CentreSet.objects.exists()


def test_refuses_a_second_of_one_name(as_cleo: Client, as_dara: Client) -> None:
    make(as_cleo)
    answer = make(as_dara, title="BEFORE a placement")
    assert answer.status_code == 422
    assert "Another set has this name." in answer.content.decode()
    assert CentreSet.objects.count() == 1


def test_says_when_there_are_enough(cast: Cast, as_cleo: Client) -> None:
    for number in range(MOST_SETS):
        an_own_set(cast.cleo, title=f"Set {number}")
    answer = make(as_cleo)
    assert answer.status_code == 422
    assert "Rename one you no longer use." in answer.content.decode()


def test_renames_one(cast: Cast, as_dara: Client) -> None:
    mine = an_own_set(cast.cleo, OURS)
    path = reverse("bank:rename_set", args=[mine.key])
    answer = as_dara.post(path, {"title": "After a placement", "about": ""})
    assert answer.headers["Location"] == reverse("bank:show_set", args=[mine.key])
    row = CentreSet.objects.get()
    assert (row.title, row.about, row.questions, row.changed_by) == ("After a placement", "", [OURS], cast.dara)
    assert centre_bank().sets[0].title == "After a placement"


def test_a_name_that_another_has_is_refused_and_the_words_are_kept(cast: Cast, as_cleo: Client) -> None:
    an_own_set(cast.cleo, title="One")
    other = an_own_set(cast.cleo, title="Other")
    answer = as_cleo.post(reverse("bank:rename_set", args=[other.key]), {"title": "one", "about": "Everybody"})
    assert answer.status_code == 422
    assert "Another set has this name." in answer.content.decode()
    assert "Everybody" in answer.content.decode()


def test_ours_is_read_and_not_renamed(as_cleo: Client) -> None:
    text = page(as_cleo, "show_set", "classics")
    assert "What does a normal week look like for you?" in text
    assert "asked-handle" not in text
    assert "Rename the set" not in text
    for act in ("rename_set",):
        assert as_cleo.get(reverse(f"bank:{act}", args=["classics"])).status_code == 404
    assert as_cleo.post(reverse("bank:put", args=["classics", OURS])).status_code == 404


@pytest.mark.parametrize("own", [True, False])
def test_hides_one_and_its_questions_stay(cast: Cast, as_cleo: Client, own: bool) -> None:
    key = an_own_set(cast.cleo, OURS).key if own else "classics"
    as_cleo.post(reverse("bank:hide_set", args=[key]))
    assert key not in {one.key for one in centre_bank().sets}
    assert OURS in {q.id for q in centre_bank().questions}
    text = page(as_cleo, "sets")
    assert "Its questions stay in the bank." in text
    undo = reverse("bank:unhide_set", args=[key])
    assert f'action="{undo}"' in text
    as_cleo.post(undo)
    assert key in {one.key for one in centre_bank().sets}


def test_in_the_list_only_the_row_changes(as_cleo: Client) -> None:
    row = as_cleo.post(reverse("bank:hide_set", args=["classics"]), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in row
    assert "Undo" in row
    assert "data-focus" in row
    assert Hidden.objects.get().code == "classics"


@pytest.mark.parametrize("act", ["show_set", "rename_set", "hide_set", "unhide_set"])
def test_there_is_no_other_set(as_cleo: Client, act: str) -> None:
    assert as_cleo.post(reverse(f"bank:{act}", args=["own-0"])).status_code == 404
