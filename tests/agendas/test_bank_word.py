"""An adviser words a question of ours, or one of the centre's own, anew."""

import pytest
from django.test import Client
from django.urls import reverse

from agendas.desk import desk
from agendas.desk_forms import CentreQuestionForm
from agendas.models import CentreQuestion, CentreSet, Hidden, centre_bank
from coach import bank
from tests.agendas.builders import a_wording, an_own_question, an_own_set
from tests.cast import NOW, Cast
from tests.sampling import one_in
from tests.test_two_windows import Forms

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
PAGE = reverse("bank:word", args=[OURS])


def words_on(client: Client, path: str = PAGE) -> dict[str, object]:
    """What the form on the page would send, its boxes too."""
    answer = client.get(path)
    assert answer.status_code == 200
    form = answer.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in sent.items() if value is not None and value is not False}


def test_shows_our_words_and_that_they_are_ours(as_cleo: Client) -> None:
    page = as_cleo.get(PAGE).content.decode()
    assert bank.question(OURS).text in page
    assert bank.question(OURS).why in page
    assert ">Halfhour’s</span>" in page
    assert "Back to our wording" not in page
    form = next(form for form in Forms(page).found if "text" in form.fields)
    assert form.fields["phase"] == "W"


def test_says_from_now_on_what_was_typed(as_cleo: Client) -> None:
    answer = as_cleo.post(PAGE, {**words_on(as_cleo), "text": "What fills your Mondays?"})
    assert answer.headers["Location"] == PAGE
    assert centre_bank().question(OURS).text == "What fills your Mondays?"
    page = as_cleo.get(PAGE).content.decode()
    assert "Changed by you" in page
    assert "Cleo Marchetti changed it on" in page
    assert reverse("bank:go_back", args=[OURS]) in page


def test_what_was_saved_untouched_stays_ours(as_cleo: Client) -> None:
    as_cleo.post(PAGE, words_on(as_cleo))
    assert not CentreQuestion.objects.exists()


@pytest.mark.parametrize("asked", one_in(4, bank.questions()), ids=lambda q: q.id)
def test_every_question_of_ours_passes_its_form_unchanged(asked: bank.BankQuestion) -> None:
    row, here = CentreQuestion.of(asked), desk()
    blank = CentreQuestionForm(None, desk=here, on=row, action="")
    sent = {name: blank[name].value() for name in blank.fields} | {"probes": "\n".join(asked.probes)}
    form = CentreQuestionForm(sent, desk=here, on=row, action="")
    assert form.is_valid(), form.errors
    values = form.values()
    assert values.pop("within") == []
    assert not row.differs(values, seen=None)


def test_an_own_one_is_worded_anew(cast: Cast, as_dara: Client) -> None:
    own = an_own_question(cast.cleo)
    path = reverse("bank:word", args=[own.code])
    as_dara.post(path, {**words_on(as_dara, path), "text": "What would you read first?"})
    row = CentreQuestion.objects.get()
    assert (row.text, row.changed_by) == ("What would you read first?", cast.dara)
    page = as_dara.get(path).content.decode()
    assert "Your own" in page
    assert "Back to our wording" not in page


def test_the_coach_speaks_of_what_was_saved_and_asks_once(as_cleo: Client) -> None:
    closed = {**words_on(as_cleo), "text": "Do you like your work?"}
    assert as_cleo.post(PAGE, closed).status_code == 422
    assert as_cleo.post(PAGE, {**closed, "heard": "closed_yes_no"}).status_code == 302
    assert "just yes or no" in as_cleo.get(PAGE).content.decode()


def test_a_refused_form_keeps_its_words(as_cleo: Client) -> None:
    answer = as_cleo.post(PAGE, {**words_on(as_cleo), "text": "What next?", "minutes": "99"})
    assert answer.status_code == 422
    assert "What next?" in answer.content.decode()
    assert '<details class="more" open>' in answer.content.decode()
    assert not CentreQuestion.objects.exists()


def test_only_its_sets_are_changed_where_only_they_were(cast: Cast, as_cleo: Client) -> None:
    mine = an_own_set(cast.cleo)
    words = words_on(as_cleo)
    as_cleo.post(PAGE, {**words, "sets": [*words["sets"], mine.key]})  # type: ignore[misc]
    assert CentreSet.objects.get().questions == [OURS]
    assert not CentreQuestion.objects.exists()
    assert mine.key in words_on(as_cleo)["sets"]  # type: ignore[operator]
    as_cleo.post(PAGE, words)
    assert CentreSet.objects.get().questions == []


def test_a_hidden_one_says_who_hid_it_and_can_be_worded(cast: Cast, as_cleo: Client) -> None:
    Hidden.hide(OURS, by=cast.dara, now=NOW)
    page = as_cleo.get(PAGE).content.decode()
    assert "Dara Okafor hid it on" in page
    as_cleo.post(PAGE, {**words_on(as_cleo), "text": "What fills your Mondays?"})
    assert CentreQuestion.objects.get().text == "What fills your Mondays?"
    assert Hidden.objects.exists()


@pytest.mark.parametrize("code", ["nothing-like-it", "own-0", min(bank.retired())])
def test_there_is_no_other_question(as_cleo: Client, code: str) -> None:
    assert as_cleo.get(reverse("bank:word", args=[code])).status_code == 404


def test_a_wording_of_a_member_who_left_stays(cast: Cast, as_dara: Client) -> None:
    a_wording(cast.cleo, OURS, "What fills your Mondays?")
    cast.cleo.delete()
    page = as_dara.get(PAGE).content.decode()
    assert "What fills your Mondays?" in page
    assert "It was changed on" in page
