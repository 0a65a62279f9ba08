"""The same question, as different people answered it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.cast import a_contact, a_meeting
from tests.notes.builders import a_note, a_question

pytestmark = pytest.mark.django_db
HERE = "/meetings/answers/"


def answered(owner: User, name: str, words: str, bank_id: str = "path-1", text: str = "What led you here?") -> None:
    meeting = a_meeting(owner, a_contact(owner, name))
    a_note(meeting, a_question(meeting, text, bank_id=bank_id), words)


def test_shows_every_answer_to_the_question_asked_most(as_amina: Client, amina: User) -> None:
    answered(amina, "Efua", "A trawler.")
    answered(amina, "Ingrid", "Law.")
    answered(amina, "Lin", "Only one.", bank_id="other", text="Something else?")
    html = as_amina.get(HERE).content.decode()
    assert "A trawler." in html
    assert "Law." in html
    assert "Only one." not in html
    assert "Only one." in as_amina.get(HERE, {"question": "other"}).content.decode()


def test_shows_nobody_elses_answers(as_amina: Client, bo: User) -> None:
    answered(bo, "Efua", "A trawler.")
    html = as_amina.get(HERE).content.decode()
    assert "A trawler." not in html
    assert "No answers to compare yet." in html


def test_leaves_out_what_was_not_noted(as_amina: Client, amina: User) -> None:
    answered(amina, "Efua", "")
    assert "No answers to compare yet." in as_amina.get(HERE).content.decode()


@pytest.mark.parametrize("question", ["nothing", "x" * 5000, "'; --"])
def test_a_question_that_nobody_answered_is_said_so(as_amina: Client, amina: User, question: str) -> None:
    answered(amina, "Efua", "A trawler.")
    assert "No one has answered this question yet." in as_amina.get(HERE, {"question": question}).content.decode()


def test_asks_the_database_as_often_for_one_answer_as_for_many(as_amina: Client, amina: User) -> None:
    answered(amina, "Efua", "A trawler.")
    as_amina.get(HERE)
    with CaptureQueriesContext(connection) as few:
        as_amina.get(HERE)
    for number in range(99):
        answered(amina, f"Person {number}", "Words.")
    with CaptureQueriesContext(connection) as many:
        as_amina.get(HERE)
    # The centre is read anew every few seconds, whenever those happen to be over.
    asked = [len([q for q in each if "centre_centre" not in q["sql"]]) for each in (few, many)]
    assert asked[0] == asked[1] <= 6
    assert "Page 1 of 4" in as_amina.get(HERE).content.decode()
