"""An act of htmx that does or undoes a step shows anew how far the conversation is, whatever room answers it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from agendas.models import Agenda
from contacts.models import Finding
from followups.models import Followup
from meetings.models import Meeting
from tests.cast import a_meeting
from tests.contacts.builders import a_finding
from tests.meetings.builders import asked, held

pytestmark = pytest.mark.django_db


def press(client: Client, page: str, act: str, words: Any = (), **headers: str) -> str:
    """What htmx is answered where `act` is pressed on `page`."""
    here = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}", **headers}
    answer = client.post(act, dict(words), headers=here)
    assert answer.status_code == 200
    return answer.content.decode()


def at(meeting: Meeting, step: str) -> str:
    return f"{meeting.get_absolute_url()}{step}/"


def rail_says(answer: str, words: str) -> bool:
    """Whether `answer` carries the rail out of band, in its three places, with the count `words`."""
    return answer.count("hx-swap-oob") >= 3 and answer.count(f"{words} done</span>") == 2


def test_a_finding_that_comes_and_goes(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    page, words = at(meeting, "research"), {"kind": "path", "text": "Began on a trawler."}
    find = reverse("contacts:find", args=[meeting.contact_id])
    for text in ("Studied in Accra.", "Leads the survey."):
        a_finding(meeting.contact, text)
    assert rail_says(press(as_amina, f"{page}?found=x#here", find, words), "3 of 8")
    # One more changes nothing of the steps.
    assert "hx-swap-oob" not in press(as_amina, page, find, {**words, "text": "Two children."})
    first, second = Finding.objects.order_by("pk")[2:]
    assert "hx-swap-oob" not in press(as_amina, page, reverse("contacts:drop_finding", args=[first.pk]))
    assert rail_says(press(as_amina, page, reverse("contacts:drop_finding", args=[second.pk])), "2 of 8")
    # On the person's own page there is no rail.
    there = reverse("contacts:research", args=[meeting.contact_id])
    assert "hx-swap-oob" not in press(as_amina, there, find, {**words, "text": "A third."})


def person(meeting: Meeting) -> tuple[str, str, Any]:
    return at(meeting, "person"), at(meeting, "person"), {"why_them": "Kelp.", "revision": "0"}


def agenda(meeting: Meeting) -> tuple[str, str, Any]:
    return at(meeting, "agenda"), reverse("agendas:fill", args=[meeting.pk]), {}


@pytest.mark.parametrize(("act", "headers"), [(agenda, {}), (person, {"X-Autosave": "1"})])
def test_every_room_and_every_way_to_save(
    as_amina: Client, amina: User, act: Callable[[Meeting], tuple[str, str, Any]], headers: dict[str, str]
) -> None:
    assert rail_says(press(as_amina, *act(a_meeting(amina)), **headers), "2 of 9")


def test_an_agenda_that_is_emptied(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    row = Agenda.of(meeting).write("What led you here?", phase="C", minutes=2)
    drop = reverse("agendas:drop", args=[meeting.pk, row.pk])
    assert rail_says(press(as_amina, at(meeting, "agenda"), drop), "1 of 9")


def test_at_a_glance_the_count_above_and_what_comes_afterwards(as_amina: Client, amina: User) -> None:
    meeting = held(amina, now=timezone.now())
    thanks = Followup.objects.get(meeting=meeting, kind=Followup.Kind.THANK)
    answer = press(as_amina, meeting.get_absolute_url(), f"/followups/{thanks.pk}/done/")
    assert rail_says(answer, "3 of 4")
    assert "3 of 4 steps done" in answer
    assert 'id="afterwards"' in answer


def test_what_is_anothers_is_not_shown(as_bo: Client, amina: User, bo: User) -> None:
    theirs, mine = asked(amina), a_meeting(bo)
    answer = press(as_bo, at(theirs, "agenda"), reverse("agendas:fill", args=[mine.pk]))
    assert "hx-swap-oob" not in answer


def test_without_script_nothing_comes_along(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("agendas:fill", args=[meeting.pk]), follow=True)
    assert "hx-swap-oob" not in answer.content.decode()
