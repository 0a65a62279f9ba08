"""An adviser adds a question of the centre's own, tried by the coach."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agendas.models import CentreQuestion, CentreSet, centre_bank
from agendas.models.centre_question import MOST_OWN
from agendas.models.centre_set import MOST_IN_A_SET
from tests.agendas.builders import an_own_set
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

WORDS: dict[str, Any] = {
    "text": "How did your first placement change your plans?",
    "why": "Our students leave for their first placement in spring.",
    "probes": "What came as a surprise?\n\nWho helped you?",
    "category": "1",
    "phase": "W",
    "minutes": "3",
    "sets": ["internships"],
    "of_field": "law",
    "goals": ["role", "field"],
    "suits": ["graduate"],
}
CLOSED = "Do you like your work?"


def add(client: Client, **words: Any) -> Any:
    return client.post(reverse("bank:add"), {**WORDS, **words})


def test_adds_it_and_shows_it(as_cleo: Client) -> None:
    answer = add(as_cleo)
    row = CentreQuestion.objects.get()
    assert answer.headers["Location"] == reverse("bank:word", args=[row.code])
    asked = centre_bank().question(row.code)
    assert asked.probes == ("What came as a surprise?", "Who helped you?")
    assert (asked.sets, asked.field, asked.situation) == (("internships", "law"), "law", True)
    assert (asked.minutes, asked.suits, asked.goals) == (3, ("graduate",), ("field", "role"))
    page = as_cleo.get(answer.headers["Location"]).content.decode()
    assert "Added. Students can choose it from now on." in page
    assert "Your own" in page
    assert "Cleo Marchetti changed it on" in page
    assert "The coach has nothing to add" in page


def test_needs_no_more_than_the_question(as_cleo: Client) -> None:
    words = {"text": "What next?", "category": "1", "phase": "W", "minutes": "2"}
    assert as_cleo.post(reverse("bank:add"), words).status_code == 302
    assert CentreQuestion.objects.get().probes == []


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("text", "", "Write the question first."),
        ("text", "x" * 501, "so you can say it"),
        ("why", "x" * 301, "at most 300"),
        ("probes", "A?\nB?\nC?\nD?", "at most 3 follow-up questions"),
        ("probes", "x" * 201, "under 200 letters"),
        ("category", "16", "valid choice"),
        ("phase", "Q", "valid choice"),
        ("minutes", "11", "between 1 and 10"),
        ("sets", ["zoo"], "Choose from the list."),
        ("of_field", "zoo", "valid choice"),
        ("suits", ["king"], "Choose from the list."),
        ("goals", ["gold"], "Choose from the list."),
        ("text", "What\0?", "NUL"),
    ],
)
def test_refuses_at_the_field_and_keeps_the_words(as_cleo: Client, field: str, words: Any, sentence: str) -> None:
    answer = add(as_cleo, **{field: words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert f'id="id_{field}_error"' in page
    assert "first placement" in page
    assert not CentreQuestion.objects.exists()


def test_the_coach_asks_once_before_it_is_saved(as_cleo: Client) -> None:
    answer = add(as_cleo, text=CLOSED)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "save it again as it is" in page
    assert CLOSED in page
    assert "Use this wording" in page
    assert 'name="heard" value="closed_yes_no"' in page
    assert not CentreQuestion.objects.exists()
    assert add(as_cleo, text=CLOSED, heard="closed_yes_no").status_code == 302
    assert CentreQuestion.objects.get().text == CLOSED


def test_the_coach_asks_again_only_of_what_is_new(as_cleo: Client) -> None:
    assert add(as_cleo, text="Do you like it, and how much do you earn?", heard="closed_yes_no").status_code == 422
    assert not CentreQuestion.objects.exists()


def test_the_coachs_wording_goes_into_the_form_and_is_not_saved(as_cleo: Client) -> None:
    page = add(as_cleo, text=CLOSED, wording="What do you like about your work?").content.decode()
    assert "What do you like about your work?" in page
    assert "first placement in spring" in page
    assert not CentreQuestion.objects.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (CLOSED, "just yes or no"),
        ("What do you do, and who decides that?", "two questions"),
        ("When was your company founded?", "find this online"),
        (f"What {'very ' * 16}long question is this?", "Say it in 16 words or fewer."),
        ("How did you come to this work?", "The coach has nothing to add"),
        ("", ""),
    ],
)
def test_the_coach_follows_the_typing_and_nothing_is_kept(as_cleo: Client, text: str, sentence: str) -> None:
    answer = as_cleo.post(reverse("bank:look"), {"text": text}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert sentence in page if sentence else not page.strip()
    assert not CentreQuestion.objects.exists()


def test_puts_it_into_the_centres_own_sets(cast: Cast, as_cleo: Client) -> None:
    mine = an_own_set(cast.cleo)
    add(as_cleo, sets=["internships", mine.key])
    row = CentreQuestion.objects.get()
    assert row.sets == ["internships", "law"]
    assert CentreSet.objects.get().questions == [row.code]


def test_a_full_set_says_so_and_nothing_is_added(cast: Cast, as_cleo: Client) -> None:
    mine = an_own_set(cast.cleo, *(f"q{number}" for number in range(MOST_IN_A_SET)))
    answer = add(as_cleo, sets=[mine.key])
    assert answer.status_code == 422
    assert "A set you chose is full." in answer.content.decode()
    assert not CentreQuestion.objects.exists()


def test_a_full_bank_says_so(as_cleo: Client) -> None:
    words = {"text": "What next?", "category": 1, "phase": "W", "changed_at": NOW}
    CentreQuestion.objects.bulk_create(CentreQuestion(code=f"own-{n}", **words) for n in range(MOST_OWN))
    answer = add(as_cleo)
    assert answer.status_code == 422
    assert "Change one you no longer use." in answer.content.decode()


def test_markup_is_only_words(as_cleo: Client) -> None:
    add(as_cleo, text="What does <b>this</b> mean?", heard="closed_yes_no")
    code = CentreQuestion.objects.get().code
    for path in (reverse("bank:word", args=[code]), reverse("bank:index") + "?state=own"):
        assert "<b>this</b>" not in as_cleo.get(path).content.decode()
