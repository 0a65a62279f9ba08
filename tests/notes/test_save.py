"""Notes arrive from the page: as they are typed, and by the button."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from notes.models import Note
from tests.cast import a_meeting
from tests.notes.builders import a_note, a_question

pytestmark = pytest.mark.django_db
TYPING = {"HX-Request": "true", "X-Autosave": "1"}


def words_of(meeting: Meeting) -> list[str]:
    return [note.words for note in Note.objects.visible_to(meeting.owner).filter(meeting=meeting).in_order()]


def test_the_button_saves_and_comes_back_to_the_question(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    question = a_question(meeting)
    answer = as_amina.post(reverse("notes:answer", args=[meeting.pk, question.pk]), {"words": "Said."})
    assert answer.url == reverse("notes:meet", args=[meeting.pk]) + f"#q{question.pk}"
    as_amina.post(reverse("notes:free", args=[meeting.pk]), {"words": "Free."})
    assert words_of(meeting) == ["Said.", "Free."]


def test_typing_is_answered_with_the_time_and_the_revision(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    form = {"words": "On", "revision": "0", "edit_session": "phone"}
    answer = as_amina.post(reverse("notes:free", args=[meeting.pk]), form, headers=TYPING)
    assert answer.status_code == 200
    assert "Saved at" in answer.content.decode()
    assert 'name="revision" value="1"' in answer.content.decode()


def test_a_stale_note_loses_neither_words(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    address = reverse("notes:free", args=[meeting.pk])
    a_note(meeting, None, "From the <laptop>.")
    stale = {"words": "From the phone.", "revision": "0", "edit_session": "phone"}
    typed = as_amina.post(address, stale, headers=TYPING)
    assert typed.status_code == 422
    assert 'data-newer="1"' in typed.content.decode()
    assert "From the &lt;laptop&gt;." in typed.content.decode()
    plain = as_amina.post(address, stale)
    assert plain.status_code == 422
    assert "From the phone." in plain.content.decode()
    assert "From the &lt;laptop&gt;." in plain.content.decode()
    assert words_of(meeting) == ["From the <laptop>."]
    as_amina.post(address, {**stale, "revision": "1"})
    assert words_of(meeting) == ["From the phone."]


def test_refuses_a_note_of_a_megabyte_and_keeps_it_on_the_page(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    words = "a megabyte " * 100_000
    answer = as_amina.post(reverse("notes:free", args=[meeting.pk]), {"words": words})
    assert answer.status_code == 422
    assert "characters too long" in answer.content.decode()
    assert words in answer.content.decode()
    typed = as_amina.post(reverse("notes:free", args=[meeting.pk]), {"words": words}, headers=TYPING)
    assert typed.status_code == 422
    assert len(typed.content) < 5_000
    assert words_of(meeting) == []


def test_refuses_nul_and_drops_what_nobody_sees(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    address = reverse("notes:free", args=[meeting.pk])
    assert as_amina.post(address, {"words": "a\0b"}).status_code == 422
    as_amina.post(address, {"words": "One\r\nTwo\x07"})
    assert words_of(meeting) == ["One\nTwo"]


def test_a_lapsed_session_is_told_to_sign_in(stranger: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = stranger.post(reverse("notes:free", args=[meeting.pk]), {"words": "Kept"}, headers=TYPING)
    assert (answer.status_code, answer.headers["X-Answer"]) == (401, "signed-out")


def test_refuses_a_question_of_somebody_else(as_amina: Client, amina: User, bo: User) -> None:
    meeting, foreign = a_meeting(amina), a_question(a_meeting(bo))
    assert as_amina.post(reverse("notes:answer", args=[meeting.pk, foreign.pk]), {"words": "x"}).status_code == 404
    assert as_amina.post(reverse("notes:free", args=[foreign.agenda.meeting_id]), {"words": "x"}).status_code == 404
