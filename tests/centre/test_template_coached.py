"""What the coach says beside a starting text."""

import pytest
from django.test import Client

from centre.coaching import EXAMPLES, coached
from centre.models import Template
from coach.drafts import Draft, has_words
from coach.policy import Policy
from coach.templates import begin
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/request/email/"
POOR = "Dear {addressed},\n\nplease find my CV attached. I need a job at {organisation}."


def test_speaks_of_the_text_that_was_saved(as_dara: Client) -> None:
    a_template(POOR)
    page = as_dara.get(PAGE).content.decode()
    assert "Students start from your text." in page
    assert "I need a job at Blue Shelf Institute." in page
    assert 'class="remark ' in page
    assert "Missing" in page
    assert "puts Dr. Osei on the spot" in page


def test_speaks_of_ours_before_it_is_saved(as_dara: Client) -> None:
    page = as_dara.post(f"{PAGE}begin/").content.decode()
    assert "Could I ask you about it in a {minutes}-minute informational interview" in page
    assert "Nothing changes until you save it." in page
    assert "What students would see" in page


def test_follows_the_typing_and_keeps_nothing(as_dara: Client) -> None:
    answer = as_dara.post(f"{PAGE}review/", {"subject": "", "body": POOR}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('class="remark ') >= 2
    assert "<html" not in page
    assert not Template.objects.exists()


@pytest.mark.parametrize(
    ("body", "sentence"), [("{Student}", "Did you mean {student}?"), ("a\0", "NUL"), ("", "Fill this in.")]
)
def test_says_what_could_not_be_kept(as_dara: Client, body: str, sentence: str) -> None:
    answer = as_dara.post(f"{PAGE}review/", {"body": body}, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_shows_markup_as_typed(as_dara: Client) -> None:
    page = as_dara.post(f"{PAGE}review/", {"body": "<script>alert(1)</script> " * 20}).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("occasion", EXAMPLES)
@pytest.mark.parametrize("channel", Template.Channel.values)
def test_every_text_can_be_coached(occasion: str, channel: str) -> None:
    if not has_words(occasion, channel):
        assert begin(occasion, channel).body == ""
        return
    result = coached(begin(occasion, channel), occasion, channel, Policy())
    assert result.own
    assert not set("{}") & set(result.letter.body)


def test_ours_is_shown_without_a_word_of_the_coach() -> None:
    result = coached(Draft("", ""), "request", "email", Policy(minutes_default=15))
    assert (result.own, result.remarks) == (False, ())
    assert "15-minute" in result.letter.body
