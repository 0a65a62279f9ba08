"""The coach looks at every question of the student's own, offers a better wording, and hears when they mean it so."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda, Question
from contacts.models import Finding
from tests.agendas.builders import a_question, from_the_bank
from tests.cast import NOW, a_meeting

CLOSED = "Do you like your work?"


@pytest.fixture
def row(amina: User) -> Question:
    return a_question(Agenda.of(a_meeting(amina)), CLOSED)


def does(client: Client, row: Question, act: str, **words: str) -> Any:
    address = reverse(f"agendas:{act}", args=[row.agenda.meeting_id, row.pk])
    return client.post(address, words, headers={"HX-Request": "true"})


def key(row: Question, code: str = "closed_yes_no") -> str:
    from agendas.coaching import review

    return next(one.key for one in review(row.text, research=[], contact="").remarks if one.code == code)


def the_page(client: Client, row: Question) -> str:
    address = reverse("agendas:agenda", args=[row.agenda.meeting_id])
    return client.get(address, {"open": row.pk}).content.decode()


def test_says_it_beside_the_question(as_amina: Client, row: Question) -> None:
    assert "Use this wording" in the_page(as_amina, row)


def test_says_it_in_words_while_the_row_is_closed(as_amina: Client, row: Question) -> None:
    text = as_amina.get(reverse("agendas:agenda", args=[row.agenda.meeting_id])).content.decode()
    place = text[text.index(f'id="question-{row.pk}"') :].split("</li>")[0]
    assert 'class="asked-note"' in place
    assert "<button" not in place


def test_takes_the_better_wording_and_gives_it_back(as_amina: Client, row: Question) -> None:
    does(as_amina, row, "mend", mend=key(row))
    row.refresh_from_db()
    assert row.text != CLOSED
    assert "Use this wording" not in the_page(as_amina, row)
    does(as_amina, row, "unmend")
    row.refresh_from_db()
    assert row.text == CLOSED


def test_gives_nothing_back_once_it_was_worded_anew(as_amina: Client, row: Question) -> None:
    does(as_amina, row, "mend", mend=key(row))
    row.refresh_from_db()
    row.revise(seen=None, text="How do you like it here?", phase="C", spare=False)
    assert "nothing to undo" in does(as_amina, row, "unmend").content.decode()
    row.refresh_from_db()
    assert row.text == "How do you like it here?"


def test_mends_only_what_it_named(as_amina: Client, row: Question) -> None:
    assert does(as_amina, row, "mend", mend="closed_yes_no:something else").status_code == 200
    row.refresh_from_db()
    assert row.text == CLOSED


def test_is_silent_where_it_is_meant_so(as_amina: Client, row: Question) -> None:
    does(as_amina, row, "silence", silence=key(row))
    assert "Keep my wording" not in the_page(as_amina, row)


def test_says_nothing_of_the_banks_own_words(as_amina: Client, amina: User) -> None:
    agenda = Agenda.of(a_meeting(amina))
    picked = agenda.pick(from_the_bank(1))
    assert "Keep my wording" not in the_page(as_amina, picked)


def test_knows_what_research_has_answered(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    text = "Moved from the coral laboratory in Accra to the harbour authority"
    Finding.objects.create(contact=meeting.contact, kind="path", text=text, found_at=NOW)
    words = "When did you move from the coral laboratory to the harbour authority in Accra?"
    asked = a_question(Agenda.of(meeting), words)
    assert "You’ve already found the answer to this" in the_page(as_amina, asked)


@pytest.mark.parametrize(
    ("text", "words"), [(CLOSED, "Use this wording"), ("What fills your week?", "Good question"), ("", "")]
)
def test_looks_while_it_is_typed_and_keeps_nothing(as_amina: Client, row: Question, text: str, words: str) -> None:
    address = reverse("agendas:look", args=[row.agenda.meeting_id])
    answer = as_amina.post(address, {"text": text}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert Question.objects.count() == 1


def test_puts_the_wording_into_the_form_and_saves_nothing(as_amina: Client, row: Question) -> None:
    address = reverse("agendas:revise", args=[row.agenda.meeting_id, row.pk])
    words = {"text": CLOSED, "phase": "C", "minutes": "3", "wording": "What do you like about your work?"}
    answer = as_amina.post(address, words)
    assert "What do you like about your work?" in answer.content.decode()
    row.refresh_from_db()
    assert row.text == CLOSED
