"""A first agenda."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from coach import bank
from contacts.models import Finding
from meetings.models import Meeting
from tests.agendas.builders import an_agenda
from tests.cast import NOW, a_contact, a_goal, a_meeting


def filled(owner: User, minutes: int, **more: str) -> list[tuple[str, bool]]:
    meeting = a_meeting(owner, a_contact(owner, **more), minutes=minutes)
    Agenda.of(meeting).fill()
    return [(q.phase, q.spare) for q in Agenda.of(meeting).questions.in_order()]


@pytest.mark.parametrize(("minutes", "planned", "spare"), [(15, "WWSX", 2), (20, "WWCSX", 2), (30, "WWCCSSX", 3)])
def test_fits_the_length(amina: User, minutes: int, planned: str, spare: int) -> None:
    rows = filled(amina, minutes, standing="senior")
    assert "".join(phase for phase, is_spare in rows if not is_spare) == planned
    assert sum(is_spare for _, is_spare in rows) == spare


def test_asks_about_what_was_found_out_first(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    found = Finding.objects.create(contact=meeting.contact, kind="project", text="Seagrass survey", found_at=NOW)
    Agenda.of(meeting).fill()
    specific = Agenda.of(meeting).questions.filter(phase="S", spare=False).in_order()
    assert [question.finding for question in specific] == [found, None]


@pytest.mark.parametrize(("field", "role"), [("Nursing", ""), ("", "Staff nurse")])
def test_asks_what_only_somebody_of_their_field_can_answer(amina: User, field: str, role: str) -> None:
    meeting = a_meeting(amina, a_contact(amina, standing="senior", field=field, role=role), minutes=30)
    Agenda.of(meeting).fill()
    asked = Agenda.of(meeting).questions.planned().exclude(bank_id="")
    assert [bank.question(row.bank_id).field for row in asked.in_order()].count("health") == 1


def test_serves_the_goals(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    decide = a_goal(amina, "Sea or land", kind="decide")
    meeting.goals.add(decide)
    Agenda.of(meeting).fill()
    assert Agenda.of(meeting).questions.planned().filter(goals=decide).exists()


def test_refuses_to_mix_into_an_agenda_that_stands(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W")
    with pytest.raises(Agenda.Filled):
        Agenda.of(meeting).fill()


def test_a_second_press_has_the_first_ones_result(amina: User, as_amina: Client) -> None:
    meeting: Meeting = a_meeting(amina)
    address = reverse("agendas:fill", args=[meeting.pk])
    as_amina.post(address)
    text = as_amina.post(address, follow=True).content.decode()
    assert Agenda.of(meeting).questions.count() == 7
    assert "so we didn’t change it" in text
