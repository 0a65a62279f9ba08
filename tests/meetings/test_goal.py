"""Which goals a conversation serves."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import a_goal, a_meeting

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_saves_as_it_goes_and_by_the_button(as_amina: Client, amina: User) -> None:
    meeting, other = a_meeting(amina), a_goal(amina, "Policy")
    url = reverse("meetings:goal", args=[meeting.pk])
    headers = {"HX-Request": "true", "X-Autosave": "1"}
    response = as_amina.post(url, {"goals": [other.pk]}, headers=headers)
    assert "Saved at" in response.content.decode()
    assert list(meeting.goals.all()) == [other]
    assert as_amina.post(url, {}).status_code == 302
    assert not meeting.goals.exists()


def test_offers_and_accepts_only_own(as_amina: Client, amina: User, bo: User) -> None:
    meeting, theirs = a_meeting(amina), a_goal(bo, "Bos goal")
    url = reverse("meetings:goal", args=[meeting.pk])
    assert "Bos goal" not in as_amina.get(url).content.decode()
    assert as_amina.post(url, {"goals": [theirs.pk]}).status_code == 404
    assert meeting.goals.count() == 1
