"""Why this person."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import a_meeting

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def post(client: Client, meeting: Meeting, **words: str) -> Any:
    return client.post(reverse("meetings:person", args=[meeting.pk]), words)


def test_keeps_the_sentence_and_goes_on(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    response = post(as_amina, meeting, why_them="Your talk on seagrass.")
    assert response.headers["Location"] == reverse("meetings:ask", args=[meeting.pk])
    meeting.refresh_from_db()
    assert meeting.why_them == "Your talk on seagrass."


def test_a_stale_form_keeps_the_newer_words_beside(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    post(as_amina, meeting, why_them="Newer", revision="0", edit_session="one")
    response = post(as_amina, meeting, why_them="Older", revision="0", edit_session="two")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Newer" in page
    assert "Older" in page
    meeting.refresh_from_db()
    assert meeting.why_them == "Newer"


@pytest.mark.parametrize("words", ["x" * 401, "a\0b", "x" * 1_000_000])
def test_refuses_what_does_not_fit(as_amina: Client, amina: User, words: str) -> None:
    assert post(as_amina, a_meeting(amina), why_them=words).status_code == 422
