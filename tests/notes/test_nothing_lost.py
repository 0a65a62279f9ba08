"""Without script all that stands on one page goes along together, whichever button is pressed, and is kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from agendas.models import Question
from contacts.models import Contact
from meetings.models import Meeting
from notes.models import Debrief, NamedPerson, Note, Timer
from tests.cast import a_meeting
from tests.forms import forms_of
from tests.meetings.builders import held
from tests.notes.builders import a_note, a_question, somebody_named

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return held(amina, now=timezone.now())


def press(client: Client, page: str, form_id: str, address: str, **typed: Any) -> Any:
    """Press a button of `page` that sends its form `form_id` to `address`, with what is `typed` into it."""
    html = client.get(page).content.decode()
    assert f'formaction="{address}"' in html
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == form_id]
    sent = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"} or one.checked}
    return client.post(address, {**sent, **typed})


@pytest.mark.parametrize("act", ["name", "finish", "become", "remove", "restore"])
def test_looking_back_keeps_the_words_the_name_and_how_well(as_amina: Client, meeting: Meeting, act: str) -> None:
    other = somebody_named(meeting, "Ada Mensah")
    args = [meeting.pk]
    if act in {"become", "remove"}:
        args = [other.pk]
    elif act == "restore":
        args.append(other.remove(now=timezone.now()).pk)
    page, address = reverse("notes:debrief", args=[meeting.pk]), reverse(f"notes:{act}", args=args)
    typed = {"learned_one": "Ask early.", "name": "Kofi Boateng", "know-warmth": "B"}
    assert press(as_amina, page, "debrief", address, **typed).status_code == 302
    assert Debrief.of(meeting).learned_one == "Ask early."
    assert NamedPerson.objects.filter(meeting=meeting, name="Kofi Boateng").count() == 1
    assert Contact.objects.get(pk=meeting.contact_id).warmth == "B"


def test_looking_back_gives_a_refused_name_back(as_amina: Client, meeting: Meeting) -> None:
    page = reverse("notes:debrief", args=[meeting.pk])
    answer = press(as_amina, page, "debrief", reverse("notes:finish", args=[meeting.pk]), about="She maps the reefs.")
    assert answer.status_code == 422
    assert "She maps the reefs." in answer.content.decode()
    assert Debrief.of(meeting).done_at is None


def test_saying_that_it_took_place_keeps_the_name(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    page, end = (reverse(f"notes:{name}", args=[meeting.pk]) for name in ("debrief", "end"))
    press(as_amina, page, "naming", end, name="Kofi Boateng")
    assert NamedPerson.objects.get(meeting=meeting).name == "Kofi Boateng"
    meeting.refresh_from_db()
    assert meeting.held_at


def talk(client: Client, meeting: Meeting, act: str, words: list[str], *args: int, **typed: Any) -> Any:
    """Press a button of the meeting view with `words` typed into its notes, the free one last."""
    page = reverse("notes:meet", args=[meeting.pk])
    address = reverse(f"notes:{act}", args=[meeting.pk, *args])
    html = client.get(page).content.decode()
    assert f'form="talk" formaction="{address}"' in html
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == "talk"]
    assert not any("required" in one.attrs for one in form.fields)
    sent: dict[str, Any] = {}
    for one in form.fields:
        sent.setdefault(one.name, []).append(one.value)
    return client.post(address, {**sent, "words": words, **typed})


@pytest.fixture
def asked(amina: User) -> Question:
    return a_question(a_meeting(amina))


def written(meeting: Meeting) -> list[str]:
    return list(Note.objects.filter(meeting=meeting).in_order().values_list("words", flat=True))


@pytest.mark.parametrize("act", ["end", "start", "tick", "free", "answer", "add"])
def test_the_meeting_view_keeps_all_notes_and_the_question(as_amina: Client, asked: Question, act: str) -> None:
    meeting, args = asked.agenda.meeting, [asked.pk] if act in {"tick", "answer"} else []
    more = {"asked": "1"} if act == "tick" else {}
    answer = talk(as_amina, meeting, act, ["By ship.", "Ask Ada."], *args, text="Who else?", **more)
    assert answer.status_code == 302
    assert written(meeting) == ["By ship.", "Ask Ada."]
    assert Question.objects.filter(agenda__meeting=meeting, text="Who else?").count() == 1
    asked.refresh_from_db()
    assert bool(asked.asked_at) is (act == "tick")
    assert Timer.objects.filter(meeting=meeting).exists() is (act == "start")
    meeting.refresh_from_db()
    assert bool(meeting.held_at) is (act == "end")


def test_the_meeting_view_gives_refused_notes_back_and_does_not_end(as_amina: Client, asked: Question) -> None:
    meeting = asked.agenda.meeting
    newer = a_note(meeting, asked, "From another window.")
    answer = talk(as_amina, meeting, "end", ["By ship.", "Ask Ada."], revision=["0", "0"])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "By ship." in page
    assert "From another window." in page
    meeting.refresh_from_db()
    assert meeting.held_at is None
    assert written(meeting) == [newer.words, "Ask Ada."]


def test_words_to_a_question_that_left_meanwhile_join_the_free_notes(as_amina: Client, asked: Question) -> None:
    meeting = asked.agenda.meeting
    sent = {
        "note": ["99999", "free"],
        "words": ["By ship.", "Ask Ada."],
        "revision": ["", ""],
        "edit_session": ["", ""],
    }
    as_amina.post(reverse("notes:end", args=[meeting.pk]), sent)
    assert written(meeting) == ["Ask Ada.\n\nBy ship."]
