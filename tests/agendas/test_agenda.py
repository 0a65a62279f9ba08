"""The agenda's page: a sheet with the minutes in its margin, and buttons that need no mouse."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from contacts.models import Finding
from meetings.models import Meeting
from tests.agendas.builders import a_question, an_agenda
from tests.cast import NOW, a_contact, a_goal, a_meeting


def page(client: Client, meeting: Meeting) -> str:
    response = client.get(reverse("agendas:agenda", args=[meeting.pk]))
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_one_says_how_to_begin(amina: User, as_amina: Client) -> None:
    text = page(as_amina, a_meeting(amina))
    assert "No questions yet" in text
    assert "5 questions and 2 spare ones that fit 20 minutes" in text
    assert "Fill a first agenda for me" in text


def test_minutes_add_up_in_words(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W", "C", "c")
    text = page(as_amina, meeting)
    assert "10 of 20 minutes planned, 10 left" in text
    assert "to 0:05" in text
    assert "to 0:08" in text


def test_a_time_makes_the_margin_a_clock(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W")
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=NOW, ends_at=NOW.replace(minute=20))
    text = page(as_amina, meeting)
    assert "to 10:05" in text
    assert "from 10:18" in text


def test_says_at_its_place_where_the_order_hurts(amina: User, as_amina: Client, now: datetime) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    rows[2].move_to(1)
    text = page(as_amina, meeting)
    place = text.index(f'id="question-{rows[2].pk}"'), text.index(f'id="question-{rows[0].pk}"')
    assert place[0] < text.index("This closes the talk, yet others follow") < place[1]


def test_says_which_goals_no_question_serves(amina: User, as_amina: Client, now: datetime) -> None:
    meeting = a_meeting(amina)
    served = meeting.goals.get()
    a_question(Agenda.of(meeting)).serve([served])
    meeting.goals.add(a_goal(amina, "Policy work", kind="role"))
    text = page(as_amina, meeting)
    assert "1 question serves it" in text
    assert "No question serves this yet" in text
    assert f"{reverse('agendas:pick', args=[meeting.pk])}?goal=role" in text


def test_offers_to_ask_about_each_finding(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    found = Finding.objects.create(contact=meeting.contact, kind="work", text="Talk on seagrass", found_at=NOW)
    assert reverse("agendas:ask_about", args=[meeting.pk, found.pk]) in page(as_amina, meeting)


def test_every_button_has_a_stable_id_and_stays_reachable(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    text = page(as_amina, meeting)
    for row in rows:
        for act in ("up", "down", "change", "drop", "move"):
            assert text.count(f'id="{act}-{row.pk}"') == 1
    form = text[text.index('<ol class="asked">') :].split("</ol>")[0]
    assert not re.search(r"\sdisabled", form)
    assert form.count('aria-disabled="true"') == 2
    assert "draggable" not in text
    assert len(set(re.findall(r'\bid="([^"]+)"', text))) == len(re.findall(r'\bid="([^"]+)"', text))


def test_htmx_gets_the_very_fragment_of_the_page(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W")
    part = as_amina.get(reverse("agendas:agenda", args=[meeting.pk]), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert '<article class="paper">' in part


def test_markup_in_names_and_questions_stays_words(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina, a_contact(amina, "<b>Dr.</b> <script>x</script>"))
    a_question(Agenda.of(meeting), "What <img src=x onerror=y> {{ user.email }}?")
    for name in ("agenda", "sheet", "pick", "write"):
        text = as_amina.get(reverse(f"agendas:{name}", args=[meeting.pk])).content.decode()
        assert "<b>Dr." not in text
        assert "<img" not in text
        assert "&lt;b&gt;Dr." in text


@pytest.mark.parametrize("name", ["agenda", "sheet", "pdf", "pick"])
def test_asks_the_database_as_often_for_one_question_as_for_thirty(amina: User, as_amina: Client, name: str) -> None:
    def asked(count: int) -> int:
        meeting = a_meeting(amina)
        for number in range(count):
            row = a_question(Agenda.of(meeting), f"Question {number}?")
            row.goals.set(meeting.goals.all())
            Finding.objects.create(contact=meeting.contact, kind="work", text=f"Talk {number}", found_at=NOW)
        address = reverse(f"agendas:{name}", args=[meeting.pk])
        as_amina.get(address)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert as_amina.get(address).status_code == 200
        return len(seen)

    one = asked(1)
    assert asked(30) == one
    assert one <= 12
