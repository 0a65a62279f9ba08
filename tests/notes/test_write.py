"""Notes are written, and no two windows lose each other's words."""

from datetime import datetime, timedelta

import pytest

from accounts.models import User
from core.models import Version
from notes.models import Note
from tests.cast import a_meeting
from tests.notes.builders import a_note, a_question

pytestmark = pytest.mark.django_db


def test_keeps_one_note_for_a_question_and_one_free(amina: User) -> None:
    meeting = a_meeting(amina)
    question = a_question(meeting)
    a_note(meeting, question, "First")
    a_note(meeting, question, "Second")
    a_note(meeting, None, "Free")
    assert [n.words for n in Note.objects.visible_to(amina).in_order()] == ["Second", "Free"]


def test_says_when_the_words_were_written(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    later = now + timedelta(minutes=3)
    a_note(meeting, None, "First", now=now)
    assert a_note(meeting, None, "Second", now=later).written_at == later
    assert a_note(meeting, None, "Second", now=later + timedelta(hours=1)).written_at == later


def test_goes_on_in_the_same_sitting(amina: User) -> None:
    meeting = a_meeting(amina)
    a_note(meeting, None, "On", seen=Version(0, "here"))
    assert a_note(meeting, None, "On and on", seen=Version(0, "here")).words == "On and on"


def test_refuses_words_typed_over_an_older_note(amina: User) -> None:
    meeting = a_meeting(amina)
    a_note(meeting, None, "From the laptop", seen=Version(0, "laptop"))
    with pytest.raises(Note.Stale) as refused:
        a_note(meeting, None, "From the phone", seen=Version(0, "phone"))
    assert refused.value.newer.words == "From the laptop"  # type: ignore[attr-defined]
    assert Note.objects.get(meeting=meeting).words == "From the laptop"


def test_an_answer_outlives_its_question(amina: User) -> None:
    meeting = a_meeting(amina)
    first, second = a_question(meeting, "One?", bank_id="one"), a_question(meeting, "Two?")
    for question in (first, second, None):
        a_note(meeting, question, "Words")
    first.delete()
    second.delete()
    notes = Note.objects.visible_to(amina).filter(meeting=meeting).order_by("pk")
    assert [(n.question, n.about, n.bank_id) for n in notes] == [
        (None, "One?", "one"),
        (None, "Two?", ""),
        (None, "", ""),
    ]


def test_nobody_else_sees_a_note(amina: User, bo: User) -> None:
    a_note(a_meeting(amina))
    assert not Note.objects.visible_to(bo).exists()
