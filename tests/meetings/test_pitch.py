"""Choosing or writing an introduction."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Pitch, User
from meetings.models import Meeting
from tests.cast import a_meeting

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def a_pitch(owner: User, name: str = "For policy") -> Pitch:
    return Pitch.begin(by=owner, name=name, shape="paragraph", text="I study the sea and want to keep it.")


def test_chooses_one_of_mine(as_amina: Client, amina: User) -> None:
    meeting, pitch = a_meeting(amina), a_pitch(amina)
    as_amina.post(reverse("meetings:pitch", args=[meeting.pk]), {"pitch": pitch.pk})
    meeting.refresh_from_db()
    assert meeting.pitch == pitch


def test_offers_and_accepts_only_own(as_amina: Client, amina: User, bo: User) -> None:
    meeting, theirs = a_meeting(amina), a_pitch(bo, "Bos pitch")
    url = reverse("meetings:pitch", args=[meeting.pk])
    assert "Bos pitch" not in as_amina.get(url).content.decode()
    assert as_amina.post(url, {"pitch": theirs.pk}).status_code == 404


def test_writes_a_new_one_on_the_spot_once(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    words = {"name": "New", "shape": "points", "text": "One\nTwo", "once": "0d0f7a9e-57a5-4f3d-8a35-6a1c4b1a0002"}
    as_amina.post(reverse("meetings:pitch", args=[meeting.pk]), words)
    as_amina.post(reverse("meetings:pitch", args=[meeting.pk]), words)
    meeting.refresh_from_db()
    assert meeting.pitch == Pitch.objects.get()


def test_refuses_an_empty_one_and_keeps_the_name(as_amina: Client, amina: User) -> None:
    words = {"name": "Half", "shape": "points", "text": ""}
    response = as_amina.post(reverse("meetings:pitch", args=[a_meeting(amina).pk]), words)
    assert response.status_code == 422
    assert "Half" in response.content.decode()


def test_says_why_it_leads_back_to_the_link_that_is_missing(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    starts_at = timezone.now() + timedelta(days=3)
    meeting.arrange(now=timezone.now(), starts_at=starts_at, minutes=20, mode="online")
    url = reverse("meetings:pitch", args=[meeting.pk])
    page = as_amina.post(url, {"pitch": a_pitch(amina).pk}, follow=True).content.decode()
    assert "Saved. Next: the video call link. It’s still missing." in page
