"""A finding turned into a question."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from contacts.models import Finding
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina)


def a_finding(meeting: Meeting, text: str = "Led the seagrass survey") -> Finding:
    return Finding.objects.create(contact=meeting.contact, kind=Finding.Kind.PROJECT, text=text, found_at=NOW)


def test_proposes_several_that_can_be_worded_anew(as_amina: Client, meeting: Meeting) -> None:
    found = a_finding(meeting)
    text = as_amina.get(reverse("agendas:ask_about", args=[meeting.pk, found.pk])).content.decode()
    assert text.count("<textarea") >= 3
    assert text.count("Led the seagrass survey") >= 4


def test_remembers_where_it_came_from(as_amina: Client, meeting: Meeting) -> None:
    found = a_finding(meeting)
    words = {"text": "What was hardest in the survey?", "minutes": "4"}
    assert as_amina.post(reverse("agendas:ask_about", args=[meeting.pk, found.pk]), words).status_code == 302
    row = Agenda.of(meeting).questions.get()
    assert (row.text, row.minutes, row.phase, row.category, row.finding) == (
        "What was hardest in the survey?",
        4,
        "S",
        11,
        found,
    )


def test_a_refused_wording_stands_first_and_is_kept(as_amina: Client, meeting: Meeting) -> None:
    found = a_finding(meeting)
    address = reverse("agendas:ask_about", args=[meeting.pk, found.pk])
    response = as_amina.post(address, {"text": "z" * 600, "minutes": "4"})
    assert response.status_code == 422
    text = response.content.decode()
    assert "Keep it under 500 characters, so you can say it. It has 600" in text
    assert "z" * 600 in text


def test_a_finding_about_someone_else_does_not_exist(amina: User, bo: User, as_amina: Client, meeting: Meeting) -> None:
    other = a_finding(a_meeting(amina, a_contact(amina, "Someone Else")))
    foreign = a_finding(a_meeting(bo))
    for found in (other, foreign):
        address = reverse("agendas:ask_about", args=[meeting.pk, found.pk])
        assert as_amina.get(address).status_code == 404
        assert as_amina.post(address, {"text": "Why?", "minutes": "2"}).status_code == 404
