"""Our words in place of the centre's, and the centre's again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agendas.models import CentreQuestion, centre_bank
from centre.models import Removed
from coach import bank
from tests.agendas.builders import a_wording, an_own_question
from tests.cast import Cast

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
MINE = "What fills your Mondays?"
BACK, PAGE = reverse("bank:go_back", args=[OURS]), reverse("bank:word", args=[OURS])


@pytest.fixture
def row(cast: Cast) -> CentreQuestion:
    return a_wording(cast.cleo, OURS, MINE)


def undo() -> str:
    return reverse("bank:restore", args=[Removed.objects.get().pk])


def test_shows_both_and_asks(as_cleo: Client, row: CentreQuestion) -> None:
    page = as_cleo.get(BACK).content.decode()
    assert MINE in page
    assert bank.question(OURS).text in page
    assert CentreQuestion.objects.exists()


def test_students_read_ours_again_and_it_can_be_undone(as_cleo: Client, row: CentreQuestion) -> None:
    assert as_cleo.post(BACK).headers["Location"] == PAGE
    assert centre_bank().question(OURS).text == bank.question(OURS).text
    page = as_cleo.get(PAGE).content.decode()
    assert f'action="{undo()}"' in page
    assert f"Removed: {MINE}" in page
    as_cleo.post(undo())
    assert centre_bank().question(OURS).text == MINE
    page = as_cleo.get(PAGE).content.decode()
    assert "Your wording is back." in page
    assert "Removed:" not in page


def test_what_was_worded_anew_since_stays(cast: Cast, as_cleo: Client, row: CentreQuestion) -> None:
    as_cleo.post(BACK)
    a_wording(cast.dara, OURS, "What fills your Fridays?")
    page = as_cleo.post(undo(), follow=True).content.decode()
    assert "This question was changed since, so it stays as it is." in page
    assert centre_bank().question(OURS).text == "What fills your Fridays?"


def test_a_second_press_and_a_late_one_say_so(as_cleo: Client, row: CentreQuestion) -> None:
    as_cleo.post(BACK)
    path = undo()
    as_cleo.post(path)
    assert "Your wording is back already" in as_cleo.post(path, follow=True).content.decode()


def test_nobody_else_puts_back_what_somebody_removed(as_cleo: Client, as_dara: Client, row: CentreQuestion) -> None:
    as_cleo.post(BACK)
    as_dara.post(undo())
    assert not CentreQuestion.objects.exists()
    assert "Removed:" not in as_dara.get(PAGE).content.decode()


def test_after_a_day_it_is_offered_no_more(as_cleo: Client, row: CentreQuestion) -> None:
    as_cleo.post(BACK)
    as_cleo.get(PAGE)
    Removed.objects.update(removed_at=timezone.now() - timedelta(days=2))
    assert "Removed:" not in as_cleo.get(PAGE).content.decode()


def test_there_is_nothing_behind_an_own_question_or_ours(cast: Cast, as_cleo: Client) -> None:
    own = an_own_question(cast.cleo)
    for code in (own.code, "people-04-who-else"):
        assert as_cleo.get(reverse("bank:go_back", args=[code])).status_code == 404
        assert as_cleo.post(reverse("bank:go_back", args=[code])).status_code == 404
