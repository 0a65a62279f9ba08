"""Somebody does not come."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, arranged, asked, fix, touches

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


@pytest.mark.parametrize(("whom", "words"), [("them", "They didn’t come"), ("me", "I didn’t come")])
def test_waits_for_a_new_time(amina: User, whom: str, words: str, signals: list[Any]) -> None:
    meeting = arranged(amina)
    meeting.miss(now=TOMORROW, whom=whom)
    assert (meeting.stage, meeting.missed_by) == (Stage.ANSWERED, whom)
    assert touches(meeting)[-1][1] == words
    assert signals[-1][0] == "missed"
    fix(meeting, TOMORROW + timedelta(days=2), now=TOMORROW)
    assert (meeting.stage, meeting.missed_at, meeting.moves) == (Stage.ARRANGED, None, 0)


def test_refuses_before_its_time_and_without_one(amina: User) -> None:
    with pytest.raises(Meeting.NotBegun):
        arranged(amina).miss(now=NOW, whom="them")
    with pytest.raises(Meeting.NotArranged):
        asked(amina).miss(now=NOW, whom="them")


def test_from_the_page_leads_to_a_new_time(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    response = as_amina.post(reverse("meetings:miss", args=[meeting.pk]), {"whom": "them"})
    assert response.headers["Location"] == reverse("meetings:time", args=[meeting.pk])
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "Find a new time" in page


def test_refuses_without_saying_who(as_amina: Client, amina: User) -> None:
    response = as_amina.post(reverse("meetings:miss", args=[arranged(amina).pk]))
    assert response.status_code == 422
    assert "Choose who didn’t come" in response.content.decode()
