"""Without script what stands in the opened question goes along together, whichever button is pressed, and is kept."""

from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from agendas.models import Question
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting
from tests.forms import forms_of
from tests.sampling import one_in

pytestmark = pytest.mark.django_db
OWN = "What did the first year teach you?"


@pytest.fixture
def row(amina: User) -> Question:
    return an_agenda(a_meeting(amina), "W", "C", "C", "X")[1]


def press(client: Client, row: Question, act: str, *, number: int | None = None, **typed: Any) -> Any:
    """Press a button of the agenda with `row` open, with words typed into it."""
    meeting = row.agenda.meeting_id
    html = client.get(reverse("agendas:agenda", args=[meeting]), {"open": row.pk}).content.decode()
    args = [meeting] if act == "arrange" else [meeting, number or row.pk]
    address = reverse(f"agendas:{act}", args=args)
    assert f'action="{address}"' in html
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == "opened-question"]
    assert not any("required" in one.attrs for one in form.fields if one.kind == "textarea")
    sent = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"} or one.checked}
    return client.post(address, {**sent, "text": OWN, "minutes": "7", **typed})


@pytest.mark.parametrize("act", ["allot", "move_to", "move_up", "move_down", "arrange", "revise"])
def test_words_and_minutes_are_kept(as_amina: Client, row: Question, act: str) -> None:
    assert press(as_amina, row, act).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.minutes) == (OWN, 7)


def test_removing_keeps_the_words_for_a_return(as_amina: Client, row: Question) -> None:
    meeting = row.agenda.meeting
    other = row.agenda.questions.in_order()[0]
    removed = other.drop(now=timezone.now())
    press(as_amina, row, "restore", number=removed.pk)
    row.refresh_from_db()
    assert row.text == OWN
    press(as_amina, row, "drop", text="And then?")
    assert "Removed: And then?" in as_amina.get(reverse("agendas:agenda", args=[meeting.pk])).content.decode()


def test_refused_words_are_given_back_and_nothing_moves(as_amina: Client, row: Question) -> None:
    answer = press(as_amina, row, "move_up", text=OWN * 20)
    was = row.position
    assert answer.status_code == 422
    assert OWN * 20 in answer.content.decode()
    row.refresh_from_db()
    assert row.position == was


def test_untouched_words_of_an_old_page_overwrite_nothing(as_amina: Client, row: Question) -> None:
    text = row.text
    assert press(as_amina, row, "move_up", text=text, minutes=str(row.minutes)).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.revision) == (text, 0)


JUNK = ["abc", "-3", "0", "11", "1e9", "3.5", "٧", "７", " ", "\0", "9" * 5000]


@pytest.mark.parametrize(("minutes", "script"), one_in(6, product(JUNK, [False, True])))
def test_minutes_that_are_none_refuse_the_act_and_lose_no_words(
    as_amina: Client, row: Question, minutes: str, script: bool
) -> None:
    place, had = row.position, row.minutes
    if script:
        as_amina.defaults["HTTP_HX_REQUEST"] = "true"
    for act in ("move_up", "move_to", "pin", "drop", "arrange", "revise"):
        if act == "pin":
            address = reverse("agendas:pin", args=[row.agenda.meeting_id, row.pk])
            sent = {"text": OWN, "opened": row.pk, "minutes_before": "3", "minutes": minutes, "phase": row.phase}
            answer = as_amina.post(address, sent)
        else:
            answer = press(as_amina, row, act, minutes=minutes)
        page = answer.content.decode()
        assert (act, answer.status_code) == (act, 422)
        assert "Choose between 1 and 10 minutes." in page
        assert OWN in page
        row.refresh_from_db()
        assert (row.position, row.minutes, row.pinned_at, row.text) == (place, had, None, OWN)
    # Both are refused, and both are said.
    page = press(as_amina, row, "move_up", minutes=minutes, text=OWN * 20).content.decode()
    assert OWN * 20 in page
    assert "Choose between 1 and 10 minutes." in page
    assert "Keep it under 500 characters" in page


def test_with_script_refused_words_stand_in_their_form_beside_the_act(as_amina: Client, row: Question) -> None:
    as_amina.defaults["HTTP_HX_REQUEST"] = "true"
    moved = press(as_amina, row, "move_up", text=OWN * 20)
    assert "Moved to position" in moved.content.decode()
    assert OWN * 20 in moved.content.decode()
    # So do those of an old page over newer ones, which a second saving then has to mean.
    row.refresh_from_db()
    text, revision = row.text, row.revision
    Question.objects.filter(pk=row.pk).update(text="Whose map is it?", revision=revision + 1)
    stale = press(as_amina, row, "move_down", text=OWN, revision=str(revision)).content.decode()
    assert OWN in stale
    row.refresh_from_db()
    assert row.text == "Whose map is it?" != text


def test_words_of_a_question_that_is_gone_are_given_back(as_amina: Client, row: Question) -> None:
    other = row.agenda.questions.in_order()[2]
    html = as_amina.get(reverse("agendas:agenda", args=[row.agenda.meeting_id]), {"open": row.pk}).content.decode()
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == "opened-question"]
    sent = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"} or one.checked}
    row.drop(now=timezone.now())
    address = reverse("agendas:move_up", args=[row.agenda.meeting_id, other.pk])
    answer = as_amina.post(address, {**sent, "text": OWN})
    assert answer.status_code == 404
    assert OWN in answer.content.decode()


@pytest.mark.parametrize("act", ["move_up", "drop", "arrange"])
def test_with_script_words_of_a_question_that_is_gone_stand_beside_the_act(
    as_amina: Client, row: Question, act: str
) -> None:
    other, text = row.agenda.questions.in_order()[2], row.text
    html = as_amina.get(reverse("agendas:agenda", args=[row.agenda.meeting_id]), {"open": row.pk}).content.decode()
    [form] = [form for form in forms_of(html) if form.attrs.get("id") == "opened-question"]
    sent = {one.name: one.value for one in form.fields if one.kind not in {"radio", "checkbox"} or one.checked}
    row.drop(now=timezone.now())
    address = reverse(f"agendas:{act}", args=[row.agenda.meeting_id, *([] if act == "arrange" else [other.pk])])
    as_amina.defaults["HTTP_HX_REQUEST"] = "true"
    page = as_amina.post(address, {**sent, "text": f" {OWN} "}).content.decode()
    assert OWN in page
    assert "was removed in another window" in page
    # What it said when it was removed is offered there by Undo.
    page = as_amina.post(address, {**sent, "text": text}).content.decode()
    assert "was removed in another window" not in page
