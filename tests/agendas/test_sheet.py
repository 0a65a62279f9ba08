"""The agenda as a page to read or print."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from tests.agendas.builders import a_question, an_agenda
from tests.cast import a_meeting


def test_holds_the_same_as_the_pdf_in_order(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    for number in range(30):
        a_question(Agenda.of(meeting), f"Question of number {number:02}?")
    text = as_amina.get(reverse("agendas:sheet", args=[meeting.pk])).content.decode()
    assert re.findall(r"Question of number (\d\d)", text) == [f"{n:02}" for n in range(30)]
    for heading in ("What I want to find out", "To start", "Closing", "Before the conversation"):
        assert heading in text


def test_numbers_spare_ones_through(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W", "C", "c")
    assert '<ol class="to-ask" start="3">' in as_amina.get(reverse("agendas:sheet", args=[meeting.pk])).content.decode()


@pytest.mark.parametrize(("query", "large"), [("", False), ("?print=large", True)])
def test_large_print_on_demand(amina: User, as_amina: Client, query: str, large: bool) -> None:
    text = as_amina.get(reverse("agendas:sheet", args=[a_meeting(amina).pk]) + query).content.decode()
    assert ('<body class="large-print"' in text) is large
